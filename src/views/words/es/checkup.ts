// The words of a checkup: doctor and /status.
import { checkByHand } from './check-by-hand.js';
import { databaseFindingWords } from './checkup-database.js';
import { directoryFindings } from './checkup-directory.js';
import { machineFindings } from './checkup-machine.js';
import { signInFindings } from './checkup-sign-in.js';
import { icu } from './icu.js';

/** Titles of checks, what each found, and how to fix it. */
export const checkup = {
  titles: {
    settings: 'Configuración',
    people: 'Roles',
    microsoft: 'Microsoft',
    signIn: 'Inicio de sesión',
    mfa: 'Autenticación multifactor',
    graphPermissions: 'Permisos de Graph',
    adminAgents: 'AdminAgents',
    gdapServicePrincipal: 'Entidad de servicio de GDAP',
    templateRoles: 'Roles de la plantilla',
    templateGroups: 'Grupos de la plantilla',
    partnerCenter: 'Centro de partners',
    webhooks: 'Eventos del Centro de partners',
    appCredential: 'Credenciales de la aplicación',
    botIdentity: 'Identidad del bot',
    botCredential: 'Secreto del bot',
    clock: 'Reloj',
    dataFolder: 'Carpeta de datos',
    database: 'Base de datos',
    databaseLogin: 'Usuario de la base de datos',
    databaseClock: 'Reloj de la base de datos',
    nodeVersion: 'Node.js',
  },
  byHand: checkByHand,
  findings: {
    // Any check.
    mayNotLook: { found: 'Gatehouse no tiene permiso para comprobar esto.' },
    stillLooking: { found: 'Microsoft aún no ha respondido.', cure: 'Vuelva a intentarlo dentro de un momento.' },
    settingsInTheWay: {
      found: 'No comprobado: faltan valores de configuración obligatorios o no son válidos.',
      cure: 'Corrija primero la configuración.',
    },
    databaseInTheWay: {
      found: 'No comprobado: el inicio de sesión está en la base de datos.',
      cure: 'Corrija primero la base de datos.',
    },
    comesWithTheBot: {
      found: 'No comprobado: el entorno de pruebas se ejecuta dentro del bot.',
      cure: 'Use /status en el chat.',
    },
    broke: {
      found: 'La comprobación falló por un error de Gatehouse.',
      cure: 'Busque “checkBroke” en el registro.',
    },
    settingsWhole: { found: 'Todos los valores son válidos.' },
    // Who may act.
    everybodyMay: {
      found:
        'ADMINS, OPERATORS y VIEWERS están vacíos, así que todos son administradores. Solo el entorno de pruebas lo permite.',
    },
    peopleNamed: {
      found: icu<{ count: number }>(
        'ADMINS, OPERATORS y VIEWERS incluyen {count, plural, one {# persona o grupo} other {# personas o grupos}}.',
      ),
    },
    nobodyMay: {
      found: 'Nadie tiene un rol: ADMINS, OPERATORS y VIEWERS están vacíos.',
      foundWithGroups: ({ groups }: { groups: string }) =>
        `Nadie tiene un rol: ADMINS, OPERATORS y VIEWERS solo incluyen grupos que no se encuentran o no tienen miembros (${groups}).`,
      cure: 'Agregue su id. de objeto de Entra a ADMINS. Gatehouse se lo muestra a quien pide algo sin tener un rol.',
    },
    noAdmins: {
      found: 'ADMINS está vacío, así que nadie puede deshabilitar ni dar de baja un inquilino y nadie recibe alertas.',
      foundWithGroups: ({ groups }: { groups: string }) =>
        `ADMINS solo incluye grupos que no se encuentran o no tienen miembros (${groups}), así que nadie puede deshabilitar ni dar de baja un inquilino y nadie recibe alertas.`,
      cure: 'Agregue a ADMINS el id. de objeto de Entra de al menos una persona.',
    },
    emptyGroups: {
      found: icu<{ count: number; groups: string }>(
        '{count, plural, one {# grupo de ADMINS, OPERATORS o VIEWERS no se encuentra o no tiene miembros} other {# grupos de ADMINS, OPERATORS o VIEWERS no se encuentran o no tienen miembros}}: {groups}.',
      ),
      cure: 'Agregue miembros en Entra (Grupos) o quite el grupo de la configuración.',
    },
    noSecondAdmin: {
      found:
        'Se exige un segundo administrador (SECOND_ADMIN_FOR o REQUIRE_SECOND_ADMIN), pero ADMINS solo incluye a una persona, así que nadie puede aprobar.',
      cure: 'Agregue a una segunda persona a ADMINS.',
    },
    ...signInFindings,
    ...directoryFindings,
    ...machineFindings,
    ...databaseFindingWords,
  },
  /** A list that was cut: these, and some more. */
  andMore: ({ list }: { list: string }) => `${list} y otros`,
  fine: icu<{ count: number; names: string }>(
    '✅ {count, plural, one {# comprobación correcta} other {# comprobaciones correctas}}: {names}.',
  ),
  sums: { wrong: 'con errores', warning: 'con advertencias', notChecked: 'sin comprobar', good: 'correctas' },
};

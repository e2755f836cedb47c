// What a checkup found about the partner's directory, the access template and Partner Center.
import { checkByHand } from './check-by-hand.js';
import { grantConsent } from './checkup-sign-in.js';
import { icu } from './icu.js';

const meanwhile =
  'Gatehouse sigue detectando los cambios, pero solo en la siguiente comprobación de todos los inquilinos.';

/** By finding: what was found, and how to fix it. */
export const directoryFindings = {
  inAdminAgents: { found: 'La cuenta es miembro.' },
  notInAdminAgents: {
    found: 'La cuenta no es miembro de AdminAgents, así que no puede administrar clientes.',
    cure: 'Pida a un Administrador global que agregue la cuenta al grupo AdminAgents en Entra.',
  },
  noAdminAgents: {
    found: 'Su inquilino no tiene el grupo AdminAgents, que todo inquilino de partner tiene.',
    cure: 'Compruebe que PARTNER_TENANT_ID es el inquilino inscrito en el Centro de partners.',
  },
  servicePrincipalThere: { found: '“Partner Customer Delegated Administration” está en su inquilino.' },
  servicePrincipalMissing: {
    found:
      '“Partner Customer Delegated Administration” no está en su inquilino. Solo se necesita para llamadas que la aplicación hace sin la intervención de una persona.',
    cure: 'Pida a un administrador que ejecute: az ad sp create --id 2832473f-ec63-45fb-976f-5d45a7d4bb91',
  },
  rolesKnown: {
    found: icu<{ count: number }>('{count, plural, one {# rol, conocido} other {# roles, todos conocidos}}.'),
  },
  rolesUnknown: {
    found: ({ roles }: { roles: string }) => `Estos roles no están en la lista de Gatehouse: ${roles}.`,
    cure: 'Si es un rol integrado nuevo, agréguelo a su propia lista y defina GDAP_ROLES con ese archivo. Si no, corrija la plantilla de acceso.',
  },
  groupsGood: {
    found: icu<{ count: number }>('{count, plural, one {# grupo, encontrado} other {# grupos, todos encontrados}}.'),
    foundNested: icu<{ count: number }>(
      '{count, plural, one {# grupo, encontrado y en AdminAgents} other {# grupos, todos encontrados y en AdminAgents}}.',
    ),
  },
  groupMissing: {
    found: ({ group, id }: { group: string; id: string }) => `“${group}” (${id}) no existe.`,
    cure: 'Indique en la plantilla de acceso el id. de objeto de un grupo de seguridad del inquilino de su organización.',
  },
  groupNotSecurity: {
    found: ({ group }: { group: string }) =>
      `“${group}” no es un grupo de seguridad. Solo los grupos de seguridad pueden recibir acceso.`,
    cure: 'Cree un grupo de seguridad en Entra e indique su id. de objeto en la plantilla de acceso.',
  },
  groupNotNested: {
    found: ({ group }: { group: string }) =>
      `“${group}” no está en AdminAgents, así que sus miembros no tienen acceso a las suscripciones de Azure.`,
    cure: 'Si deben tenerlo, pida a un Administrador de grupos que agregue el grupo a AdminAgents en Entra.',
  },
  groupNamedOtherwise: {
    found: ({ group, directoryName }: { group: string; directoryName: string }) =>
      `“${group}”, en la plantilla, se llama “${directoryName}” en Entra.`,
    cure: 'Compruebe que es el grupo correcto y corrija su nombre en la plantilla de acceso.',
  },
  groupsLeftOut: {
    found: icu<{ count: number }>(
      '{count, plural, one {# grupo más de la plantilla no se comprobó} other {# grupos más de la plantilla no se comprobaron}}, para limitar las llamadas a Microsoft.',
    ),
    cure: checkByHand.templateGroups,
  },
  noGroupNested: {
    found: 'La plantilla incluye Azure, pero ninguno de sus grupos está en AdminAgents.',
    cure: 'Pida a un Administrador de grupos que agregue el grupo de sus administradores de Azure a AdminAgents en Entra.',
  },
  // Partner Center.
  partnerCenterReached: { found: 'Su API acepta a Gatehouse.' },
  partnerCenterClosed: {
    found:
      'Su API rechaza a Gatehouse (403 1002), como hace con los revendedores indirectos. Gatehouse continúa solo con Microsoft Graph y muestra los clientes a los que GDAP le da acceso. Azure, los privilegios de administrador delegado (DAP), las relaciones de revendedor y los eventos del Centro de partners no están disponibles.',
    cure: 'Un revendedor indirecto no tiene que hacer nada. Si usted es un partner de facturación directa o un proveedor indirecto, compruebe que la cuenta está en AdminAgents; Gatehouse volverá a usar el Centro de partners por sí solo.',
  },
  partnerCenterRefuses: {
    found: ({ answer }: { answer: string }) =>
      `Su API rechaza la cuenta de Gatehouse (${answer}), así que Gatehouse no puede mostrar sus clientes.`,
    cure: 'Compruebe en Entra que la cuenta está en AdminAgents y que user_impersonation de Microsoft Partner Center tiene el consentimiento del administrador.',
  },
  partnerCenterNoConsent: {
    found: 'La aplicación no tiene consentimiento para el permiso user_impersonation de Microsoft Partner Center.',
    cure: grantConsent,
  },
  webhookOurs: {
    found: ({ time }: { time: string }) => `Se envían a Gatehouse. Último evento: ${time}.`,
    foundNone: 'Se envían a Gatehouse. No ha llegado ninguno desde que se inició Gatehouse.',
  },
  webhookElsewhere: {
    found: ({ host }: { host: string }) => `Se envían a otro producto, en ${host}. ${meanwhile}`,
    cure: 'Solo una dirección puede recibirlos. npm run webhooks -- --register --take-over los trae aquí y deja de enviarlos allí.',
  },
  webhookLacksEvents: {
    found: ({ events }: { events: string }) => `Se envían a Gatehouse, pero sin ${events}.`,
    cure: 'Ejecute npm run webhooks -- --register para registrarlos.',
  },
  webhookAbsent: {
    found: `No registrados. ${meanwhile}`,
    cure: 'Defina PUBLIC_URL y después ejecute npm run webhooks -- --register.',
  },
  webhookOursUnknown: {
    found: `Gatehouse no puede saber si se envían aquí, porque PUBLIC_URL no está definido. ${meanwhile}`,
    cure: 'Defina PUBLIC_URL con la dirección de Gatehouse en Internet.',
  },
};

// What a checkup found about the bot's identity and the machine it runs on.
import { icu } from './icu.js';

const newerNode = 'Instale Node.js 24, que tiene soporte hasta abril de 2028.';

/** By finding: what was found, and how to fix it. */
export const machineFindings = {
  botAnonymous: {
    found: 'El bot es anónimo y solo es accesible desde este equipo, lo que basta para el entorno de pruebas.',
    foundExposed:
      'El bot es anónimo (ALLOW_ANONYMOUS_BOT): Teams no puede llegar a él y cualquier programa de este equipo puede actuar como cualquier persona en sus inquilinos reales.',
    cure: 'Defina MicrosoftAppId y los valores relacionados según el registro de aplicación del bot, y quite ALLOW_ANONYMOUS_BOT.',
  },
  botManagedIdentity: {
    found: 'El bot usa una identidad administrada, que solo se puede probar en Azure.',
    cure: 'Envíe un mensaje al bot en Teams. Si responde, la identidad funciona.',
  },
  botKnown: { found: 'Configurada.' },
  botTokenGranted: { found: 'Configurada, y Microsoft acepta su secreto.' },
  botSecretWrong: {
    found: 'Microsoft no acepta el secreto del bot, así que el bot no puede responder.',
    cure: 'Defina MicrosoftAppPassword con el valor del secreto (no con su id.). Entra solo lo muestra una vez, al crear el secreto.',
  },
  botSecretEnded: {
    found: 'El secreto del bot ha expirado, así que el bot no puede responder.',
    cure: 'Cree uno nuevo en Entra (Registros de aplicaciones, la aplicación del bot, Certificados y secretos) y defina MicrosoftAppPassword.',
  },
  botAppUnknown: {
    found: 'El inquilino no tiene ninguna aplicación con el id. del bot.',
    cure: 'Compare MicrosoftAppId, MicrosoftAppTenantId y MicrosoftAppType con el registro de aplicación en Entra.',
  },
  botTenantUnknown: {
    found: 'Ningún inquilino tiene el id. de inquilino del bot.',
    cure: 'Compare MicrosoftAppTenantId con el registro de aplicación en Entra.',
  },
  botRefused: {
    found: 'Microsoft rechaza el inicio de sesión del bot.',
    cure: 'Compruebe el motivo en Entra (Registros de inicio de sesión, Inicios de sesión de entidad de servicio, la aplicación del bot).',
  },
  // The machine.
  clockRight: { found: 'Coincide con el de Microsoft.' },
  clockNotTold: { found: 'No comprobado: Microsoft no ha enviado la hora.', cure: 'Compárelo con otro reloj.' },
  clockOff: {
    found: icu<{ seconds: number; minutes: number; unit: 'seconds' | 'minutes'; direction: 'ahead' | 'behind' }>(
      '{unit, select, seconds {{seconds, plural, one {# segundo} other {# segundos}}} other {{minutes, plural, one {# minuto} other {# minutos}}}} de {direction, select, ahead {adelanto} other {retraso}} respecto al de Microsoft. A partir de cinco minutos, el inicio de sesión falla.',
    ),
    cure: 'Configure el equipo para que ajuste su reloj con la hora de red (NTP).',
  },
  folderGood: {
    found: ({ free, isHeld }: { free: string | undefined; isHeld: boolean }) =>
      `Se puede escribir en ella${free === undefined ? '' : `, ${free} libres`}${isHeld ? '; Gatehouse la está usando' : ''}.`,
  },
  folderAbsent: { found: 'Aún no existe. Se crea en el primer inicio.' },
  folderNotWritable: {
    found: 'No se puede escribir en ella, así que Gatehouse no puede guardar nada.',
    cure: 'Conceda al usuario que ejecuta Gatehouse acceso de escritura a DATA_DIR o elija otra carpeta.',
  },
  folderOpenToOthers: {
    found: 'Otros usuarios de este equipo pueden escribir en ella.',
    cure: 'Permita escribir en ella solo al usuario que ejecuta Gatehouse: chmod 700.',
  },
  folderFleeting: {
    found:
      'Está en memoria o dentro de un contenedor. El inicio de sesión, las suscripciones y el registro de auditoría se pierden con él.',
    cure: 'Coloque DATA_DIR en un volumen o disco persistente.',
  },
  folderFilling: {
    found: ({ free }: { free: string }) =>
      `Solo quedan ${free} libres en su disco. Cuando se llene, Gatehouse no podrá guardar nada.`,
    cure: 'Libere espacio en el disco.',
  },
  nodeSupported: { found: ({ version }: { version: string }) => `${version} tiene soporte.` },
  nodeEnded: {
    found: ({ version }: { version: string }) => `${version} ya no recibe correcciones de seguridad.`,
    cure: newerNode,
  },
  nodeTooOld: {
    found: ({ version }: { version: string }) => `${version} es demasiado antigua para Gatehouse.`,
    cure: newerNode,
  },
};

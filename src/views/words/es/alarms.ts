// Alarms to the admins: what needs a person, and that it's over.
import { icu } from './icu.js';

const signInAgain =
  'Ejecute npm run sign-in en el equipo donde se ejecuta Gatehouse. Tarda un minuto y no se pierde nada. Para un contenedor, consulte docs/3-partner.md.';

/** `title` fits a phone's lock screen. */
export const alarms = {
  signInAgain,
  readsOnly:
    'Gatehouse sigue mostrando lo que puede leer, pero no puede solicitar ni quitar accesos y puede tardar en detectar los cambios.',
  readsNothing: 'Gatehouse no puede leer ni cambiar nada. Muestra lo último que sabía.',
  notSignedIn: '❌ Gatehouse no ha iniciado sesión en Microsoft',
  cantSignIn: ({ why }: { why: string }) => `❌ Gatehouse no puede iniciar sesión: ${why}`,
  consentMissing: {
    why: 'faltan consentimiento o permisos',
    cause:
      'La aplicación no tiene consentimiento o la cuenta ha perdido sus permisos en el inquilino de su organización.',
    cure: `${signInAgain} La página muestra qué consentimiento falta, con el vínculo para concederlo.`,
  },
  signInWithoutMfa: {
    title: '⚠️ Gatehouse inició sesión sin autenticación multifactor',
    why: 'Microsoft la exige a los partners y puede rechazar a Gatehouse en cualquier momento.',
  },
  signInEnds: {
    title: '⚠️ El inicio de sesión de Gatehouse está a punto de expirar',
    why: ({ date }: { date: string }) =>
      `No se ha usado últimamente y expira el ${date}: Microsoft descarta un inicio de sesión tras 90 días sin uso.`,
  },
  templatesWrong: {
    title: '⚠️ Las plantillas de acceso tienen errores',
    stays:
      'Las plantillas anteriores siguen vigentes. Gatehouse adopta el archivo corregido por sí solo, sin reiniciar.',
  },
  templatesMissing: {
    title: '⚠️ Falta una plantilla de acceso elegida',
    why: icu<{ names: string; count: number }>(
      '{count, plural, one {# inquilino tenía} other {# inquilinos tenían}} elegida una plantilla que el archivo ya no contiene: {names}. Ahora las reglas deciden cuál {count, plural, one {tiene} other {tienen}}.',
    ),
    cure: 'Vuelva a incluirla con el mismo nombre o cambie las reglas: /templates las muestra. Gatehouse adopta el archivo por sí solo.',
  },
  changesLost: {
    title: '⚠️ La base de datos de Gatehouse perdió cambios',
    why: 'Tras una conmutación por error, a la base de datos le faltan los últimos cambios que ya se habían guardado. Gatehouse vuelve a leer Microsoft, así que los estados se corrigen solos, pero puede faltar lo que se decidió en los últimos momentos y también líneas del registro de auditoría.',
    cure: 'Compruebe lo último que se hizo y repita lo que falte. Un servidor en espera síncrono lo evita: consulte docs/replicas.md. Este aviso termina por sí solo después de un día.',
  },
  outgoingGivenUp: {
    title: '⚠️ No se aceptan eventos',
    why: icu<{ hosts: string; count: number }>(
      '{count, plural, one {# evento espera} other {# eventos esperan}} desde hace más de un día, porque no los aceptó {hosts}. Gatehouse lo intenta ahora solo una vez al día y conserva cada uno 30 días.',
    ),
    cure: 'Ejecute `npm run webhooks:out -- --test` para ver qué se responde. En cuanto se acepten de nuevo, lo que falta se envía solo; `npm run webhooks:out -- --resend` lo envía enseguida.',
  },
  clockOff: {
    title: '⚠️ El reloj de un equipo no va bien',
    why: icu<{ host: string; seconds: number }>(
      'En el equipo {host}, el reloj se aparta {seconds, plural, one {# segundo} other {# segundos}} del de la base de datos. Las horas de las tarjetas y del registro de auditoría vienen de ambos, y lo que está previsto puede llegar demasiado pronto o demasiado tarde.',
    ),
    cure: 'Active la sincronización de hora (NTP) en ese equipo y en el de la base de datos. Este aviso desaparece solo cuando coincidan.',
  },
  signInBack: {
    title: '✅ Gatehouse ha vuelto a iniciar sesión en Microsoft',
    what: 'Lo que estaba pendiente continúa automáticamente.',
  },
  expiring: {
    secret: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ El secreto de cliente de Gatehouse ha expirado} one {⚠️ El secreto de cliente de Gatehouse expira en menos de un día} other {⚠️ El secreto de cliente de Gatehouse expira en menos de # días}}',
      ),
      cure: 'Cree uno nuevo en Entra (Registros de aplicaciones, Certificados y secretos), defina PARTNER_CLIENT_SECRET y reinicie Gatehouse.',
    },
    certificate: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ El certificado de Gatehouse ha expirado} one {⚠️ El certificado de Gatehouse expira en menos de un día} other {⚠️ El certificado de Gatehouse expira en menos de # días}}',
      ),
      cure: 'Cree uno nuevo, cargue su parte pública en Entra (Registros de aplicaciones, Certificados y secretos), colóquelo donde indica PARTNER_CLIENT_CERTIFICATE y reinicie Gatehouse.',
    },
    managedIdentity: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ La identidad administrada de Gatehouse ha expirado} one {⚠️ La identidad administrada de Gatehouse expira en menos de un día} other {⚠️ La identidad administrada de Gatehouse expira en menos de # días}}',
      ),
      cure: 'Compruebe la identidad administrada y su credencial federada en Azure y Entra.',
    },
    botSecret: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ El secreto del bot de Gatehouse ha expirado} one {⚠️ El secreto del bot de Gatehouse expira en menos de un día} other {⚠️ El secreto del bot de Gatehouse expira en menos de # días}}',
      ),
      cure: 'Cree uno nuevo en Entra (Registros de aplicaciones, la aplicación del bot, Certificados y secretos), defina MicrosoftAppPassword y reinicie Gatehouse.',
    },
    /** What Gatehouse's app can't do without it. `isOver`: it has expired. */
    ofTheApp: icu<{ isOver: 'yes' | 'no'; date: string }>(
      '{isOver, select, yes {Expiró el {date}. Desde entonces} other {Expira el {date}. A partir de entonces}}, Gatehouse no puede obtener un token de Microsoft, así que no puede leer ni cambiar nada.',
    ),
    ofTheBot: icu<{ isOver: 'yes' | 'no'; date: string }>(
      '{isOver, select, yes {Expiró el {date}. Desde entonces} other {Expira el {date}. A partir de entonces}}, el bot no puede iniciar sesión en Teams, así que no puede responder a nadie.',
    ),
  },
};

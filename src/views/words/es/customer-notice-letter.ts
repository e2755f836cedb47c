// What a customer is told beforehand, in Spanish.
import type { CustomerNoticeLetter } from '../en/customer-notice-letter.js';

/** What happens and when, what the customer's own alarms may report of it, and how to check it. */
export const customerNoticeLetter: CustomerNoticeLetter = {
  purpose: ({ tenant }) =>
    `Le informamos de un cambio previsto en nuestro acceso al inquilino de Microsoft 365 de ${tenant}.`,
  what: {
    extend: ({ relationship, date }) =>
      `Qué va a ocurrir: activamos la renovación automática de la relación «${relationship}». Sin ella, nuestro acceso terminaría el ${date}. Con ella, se prolonga 180 días ese día y de nuevo después. No obtenemos ningún rol adicional.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Qué va a ocurrir: renunciamos al rol Administrador global en la relación «${relationship}» y activamos su renovación automática. Sin eso, nuestro acceso terminaría el ${date}. Así se prolonga 180 días ese día con los demás roles y de nuevo después.`,
    request: ({ date }) =>
      `Qué va a ocurrir: nuestro acceso termina el ${date}. Antes le enviamos una solicitud de nueva relación, cuyo nombre empieza por «Gatehouse-». No cambia nada mientras ningún administrador suyo la apruebe. Recibirá el vínculo en un mensaje aparte.`,
    offboarding:
      'Qué va a ocurrir: ponemos fin a nuestro acceso a su inquilino. Quitamos las relaciones con las que lo administramos, los roles de nuestros grupos y el consentimiento a nuestras aplicaciones, en la medida en que existan.',
  },
  when: ({ date }) => `Cuándo: a partir del ${date}, normalmente en el plazo de un día.`,
  mayReport: {
    extend: ({ relationship, date }) =>
      `Qué puede ver: sus registros de auditoría o alertas de seguridad pueden notificar que la relación con los partners «${relationship}» ha cambiado. Los correos de Microsoft según los cuales termina el ${date} se refieren a la misma relación.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Qué puede ver: sus registros de auditoría o alertas de seguridad pueden notificar que la relación con los partners «${relationship}» ha cambiado y ya no tiene el rol Administrador global. Los correos de Microsoft según los cuales termina el ${date} se refieren a la misma relación.`,
    request: ({ date }) =>
      `Qué puede ver: sus registros de auditoría o alertas de seguridad pueden notificar una nueva relación con los partners. Los correos de Microsoft según los cuales nuestro acceso termina el ${date} se refieren a la actual.`,
    offboarding:
      'Qué puede ver: sus registros de auditoría o alertas de seguridad pueden notificar que han terminado relaciones con los partners, que se han quitado asignaciones de roles y que se ha quitado una aplicación empresarial.',
  },
  check:
    'Cómo comprobarlo: inicie sesión como siempre en el Centro de administración de Microsoft 365 y abra Configuración > Relaciones con los partners. No tiene que hacer nada.',
  checkRequest:
    'Cómo comprobarlo: la solicitud se abre en el centro de administración de Microsoft (admin.microsoft.com) y muestra el nombre de nuestra empresa. No apruebe ninguna otra.',
  unexpected:
    'Si ve algo distinto o esto le sorprende: llámenos al número que ya tiene. Nunca le pedimos su contraseña.',
};

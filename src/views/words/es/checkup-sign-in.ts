// What a checkup found about the sign-in, its permissions and its secrets.
import { checkByHand } from './check-by-hand.js';
import { icu } from './icu.js';

const signInAgain = 'Pida a su administrador de Gatehouse que ejecute npm run sign-in.';

/** Where an administrator grants what the app lacks. */
export const grantConsent =
  'Pida a un Administrador global del inquilino de su organización que conceda el consentimiento del administrador en Entra (Registros de aplicaciones, su aplicación, Permisos de API).';

/** By finding: what was found, and how to fix it. */
export const signInFindings = {
  signedIn: {
    found: icu<{ userName: string; days: number }>(
      '{userName}. Expira {days, plural, =0 {hoy} one {en # día} other {en # días}} si no se usa.',
    ),
  },
  signedInSince: { found: ({ userName }: { userName: string }) => `${userName}.` },
  signedInUnnamed: { found: 'Una cuenta tiene la sesión iniciada.' },
  signInEnds: {
    found: icu<{ userName: string; days: number }>(
      '{userName}. No se ha usado últimamente y expira {days, plural, =0 {hoy} one {en # día} other {en # días}}.',
    ),
    cure: 'Inicie el bot, que renueva el inicio de sesión. Si no basta, ejecute npm run sign-in.',
  },
  signInEnded: {
    found: ({ userName }: { userName: string }) => `El inicio de sesión de ${userName} ha expirado o se ha revocado.`,
    cure: signInAgain,
  },
  signedOut: { found: 'Gatehouse no ha iniciado sesión en Microsoft.', cure: signInAgain },
  mfaSeen: { found: 'El inicio de sesión usó autenticación multifactor.' },
  mfaMissing: {
    found: 'El inicio de sesión se hizo sin autenticación multifactor, que Microsoft exige.',
    cure: `${signInAgain} La página solicita el segundo factor.`,
  },
  mfaNotTold: {
    found: 'El token no indica si se usó autenticación multifactor.',
    cure: 'Si Microsoft acepta las llamadas de Gatehouse, se usó.',
  },
  permissionsGranted: { found: 'Todos los permisos necesarios están concedidos.' },
  permissionsMissing: {
    found: ({ permissions }: { permissions: string }) => `A la aplicación le falta ${permissions}.`,
    cure: grantConsent,
  },
  /** A permission that only groups in the role settings need. */
  permissionForGroups: ({ name }: { name: string }) =>
    `${name} (necesario para los grupos de ADMINS, OPERATORS o VIEWERS)`,
  permissionsNotTold: {
    found: 'El token no enumera los permisos de la aplicación.',
    cure: checkByHand.graphPermissions,
  },
  // Secrets and certificates.
  credentialLasts: {
    found: icu<{ date: string; days: number }>(
      'Válido hasta el {date} ({days, plural, one {queda # día} other {quedan # días}}).',
    ),
  },
  credentialEnds: {
    found: icu<{ date: string; days: number }>(
      'Expira el {date}, {days, plural, =0 {en menos de un día} one {dentro de # día} other {dentro de # días}}.',
    ),
    cure: ({ setting }: { setting: string }) =>
      `Cree uno nuevo en Entra (Registros de aplicaciones, Certificados y secretos), defina ${setting} y reinicie Gatehouse.`,
  },
  credentialEnded: {
    found: ({ date }: { date: string }) => `Expiró el ${date}.`,
    cure: ({ setting }: { setting: string }) =>
      `Cree uno nuevo en Entra (Registros de aplicaciones, Certificados y secretos), defina ${setting} y reinicie Gatehouse.`,
  },
  /** What the setting of the app's credential is called where it isn't known which one is used. */
  secretOrCertificate: 'PARTNER_CLIENT_SECRET o PARTNER_CLIENT_CERTIFICATE',
  credentialRefused: { found: 'Microsoft no lo acepta, así que Gatehouse no puede obtener un token.' },
  credentialHasNoEnd: { found: 'Entra lo muestra sin fecha de expiración.' },
  credentialNotListed: {
    found: 'Entra no muestra ningún secreto de la aplicación que coincida con el de la configuración.',
    cure: ({ byHand: where }: { byHand: string }) => `Puede que se haya eliminado. ${where}`.trimEnd(),
  },
  appElsewhere: {
    found: 'La aplicación está registrada en otro inquilino, así que Gatehouse no puede ver cuándo expira su secreto.',
  },
  managedIdentity: { found: 'Una identidad administrada, que nunca expira.' },
};

// What a checkup found about the sign-in, its permissions and its secrets.
import { checkByHand } from './check-by-hand.js';
import { icu } from './icu.js';

const signInAgain = 'Demandez à votre administrateur Gatehouse d’exécuter npm run sign-in.';

/** Where an administrator grants what the app lacks. */
export const grantConsent =
  'Demandez à un administrateur général de votre propre locataire d’accorder le consentement administrateur dans Entra (Inscriptions d’applications > votre application > Autorisations d’API).';

/** By finding: what was found, and how to fix it. */
export const signInFindings = {
  signedIn: {
    found: icu<{ userName: string; days: number }>(
      '{userName}. Sans utilisation, la connexion expire {days, plural, =0 {aujourd’hui} one {dans # jour} other {dans # jours}}.',
    ),
  },
  signedInSince: { found: ({ userName }: { userName: string }) => `${userName}.` },
  signedInUnnamed: { found: 'Un compte est connecté.' },
  signInEnds: {
    found: icu<{ userName: string; days: number }>(
      '{userName}. La connexion n’a pas servi récemment et expire {days, plural, =0 {aujourd’hui} one {dans # jour} other {dans # jours}}.',
    ),
    cure: 'Démarrez le bot, qui renouvelle la connexion. Si cela ne suffit pas, exécutez npm run sign-in.',
  },
  signInEnded: {
    found: ({ userName }: { userName: string }) => `La connexion du compte ${userName} a expiré ou a été révoquée.`,
    cure: signInAgain,
  },
  signedOut: { found: 'Gatehouse n’est pas connecté à Microsoft.', cure: signInAgain },
  mfaSeen: { found: 'La connexion a utilisé l’authentification multifacteur.' },
  mfaMissing: {
    found: 'La connexion a été établie sans l’authentification multifacteur, que Microsoft exige.',
    cure: `${signInAgain} La page demande le second facteur.`,
  },
  mfaNotTold: {
    found: 'Le jeton n’indique pas si l’authentification multifacteur a été utilisée.',
    cure: 'Si Microsoft accepte les appels de Gatehouse, elle l’a été.',
  },
  permissionsGranted: { found: 'Toutes les autorisations requises sont accordées.' },
  permissionsMissing: {
    found: ({ permissions }: { permissions: string }) => `Il manque à l’application : ${permissions}.`,
    cure: grantConsent,
  },
  /** A permission that only groups in the role settings need. */
  permissionForGroups: ({ name }: { name: string }) =>
    `${name} (nécessaire pour les groupes dans ADMINS, OPERATORS ou VIEWERS)`,
  permissionsNotTold: {
    found: 'Le jeton n’indique pas les autorisations de l’application.',
    cure: checkByHand.graphPermissions,
  },
  // Secrets and certificates.
  credentialLasts: {
    found: icu<{ date: string; days: number }>('Expire le {date}, dans {days, plural, one {# jour} other {# jours}}.'),
  },
  credentialEnds: {
    found: icu<{ date: string; days: number }>(
      'Expire le {date}, {days, plural, =0 {dans les 24 heures} one {dans # jour} other {dans # jours}}.',
    ),
    cure: ({ setting }: { setting: string }) =>
      `Créez une clé secrète ou un certificat dans Entra (Inscriptions d’applications > Certificats et secrets), mettez à jour ${setting}, puis redémarrez Gatehouse.`,
  },
  credentialEnded: {
    found: ({ date }: { date: string }) => `A expiré le ${date}.`,
    cure: ({ setting }: { setting: string }) =>
      `Créez une clé secrète ou un certificat dans Entra (Inscriptions d’applications > Certificats et secrets), mettez à jour ${setting}, puis redémarrez Gatehouse.`,
  },
  /** What the setting of the app's credential is called where it isn't known which one is used. */
  secretOrCertificate: 'PARTNER_CLIENT_SECRET ou PARTNER_CLIENT_CERTIFICATE',
  credentialRefused: {
    found: 'Microsoft ne l’accepte pas : Gatehouse ne peut donc pas obtenir de jeton.',
  },
  credentialHasNoEnd: { found: 'Dans Entra, aucune date d’expiration n’est indiquée.' },
  credentialNotListed: {
    found: 'Dans Entra, aucune clé secrète de l’application ne correspond à celle des paramètres.',
    cure: ({ byHand: where }: { byHand: string }) => `Elle a peut-être été supprimée. ${where}`.trimEnd(),
  },
  appElsewhere: {
    found:
      'L’application est inscrite dans un autre locataire : Gatehouse ne peut donc pas voir quand sa clé secrète expire.',
  },
  managedIdentity: { found: 'Identité managée, qui n’expire jamais.' },
};

// What a checkup found about the sign-in, its permissions and its secrets.
import { checkByHand } from './check-by-hand.js';
import { icu } from './icu.js';

const signInAgain = 'Bitten Sie Ihren Gatehouse-Administrator, npm run sign-in auszuführen.';

/** Where an administrator grants what the app lacks. */
export const grantConsent =
  'Bitten Sie einen Globalen Administrator Ihres eigenen Mandanten, in Entra die Administratorzustimmung zu erteilen (App-Registrierungen, Ihre App, API-Berechtigungen).';

/** By finding: what was found, and how to fix it. */
export const signInFindings = {
  signedIn: {
    found: icu<{ userName: string; days: number }>(
      '{userName}. Läuft {days, plural, =0 {heute} one {in # Tag} other {in # Tagen}} ab, wenn sie nicht verwendet wird.',
    ),
  },
  signedInSince: { found: ({ userName }: { userName: string }) => `${userName}.` },
  signedInUnnamed: { found: 'Ein Konto ist angemeldet.' },
  signInEnds: {
    found: icu<{ userName: string; days: number }>(
      '{userName}. Länger nicht verwendet, läuft {days, plural, =0 {heute} one {in # Tag} other {in # Tagen}} ab.',
    ),
    cure: 'Starten Sie den Bot; er erneuert die Anmeldung. Wenn das nicht hilft, führen Sie npm run sign-in aus.',
  },
  signInEnded: {
    found: ({ userName }: { userName: string }) =>
      `Die Anmeldung von ${userName} ist abgelaufen oder wurde widerrufen.`,
    cure: signInAgain,
  },
  signedOut: { found: 'Gatehouse ist nicht bei Microsoft angemeldet.', cure: signInAgain },
  mfaSeen: { found: 'Die Anmeldung erfolgte mit Multi-Faktor-Authentifizierung.' },
  mfaMissing: {
    found: 'Die Anmeldung erfolgte ohne Multi-Faktor-Authentifizierung, die Microsoft verlangt.',
    cure: `${signInAgain} Die Seite fragt nach dem zweiten Faktor.`,
  },
  mfaNotTold: {
    found: 'Aus dem Token geht nicht hervor, ob Multi-Faktor-Authentifizierung verwendet wurde.',
    cure: 'Wenn Microsoft die Aufrufe von Gatehouse akzeptiert, wurde sie verwendet.',
  },
  permissionsGranted: { found: 'Alle erforderlichen Berechtigungen sind erteilt.' },
  permissionsMissing: {
    found: ({ permissions }: { permissions: string }) => `Nicht erteilt: ${permissions}.`,
    cure: grantConsent,
  },
  /** A permission that only groups in the role settings need. */
  permissionForGroups: ({ name }: { name: string }) =>
    `${name} (erforderlich für Gruppen in ADMINS, OPERATORS oder VIEWERS)`,
  permissionsNotTold: {
    found: 'Das Token nennt die Berechtigungen der App nicht.',
    cure: checkByHand.graphPermissions,
  },
  // Secrets and certificates.
  credentialLasts: {
    found: icu<{ date: string; days: number }>('Gültig bis {date}, noch {days, plural, one {# Tag} other {# Tage}}.'),
  },
  credentialEnds: {
    found: icu<{ date: string; days: number }>(
      'Ablauf am {date}, {days, plural, =0 {innerhalb eines Tages} one {in # Tag} other {in # Tagen}}.',
    ),
    cure: ({ setting }: { setting: string }) =>
      `Erneuern Sie die Anmeldeinformationen in Entra (App-Registrierungen, Zertifikate & Geheimnisse), setzen Sie ${setting} und starten Sie Gatehouse neu.`,
  },
  credentialEnded: {
    found: ({ date }: { date: string }) => `Abgelaufen am ${date}.`,
    cure: ({ setting }: { setting: string }) =>
      `Erneuern Sie die Anmeldeinformationen in Entra (App-Registrierungen, Zertifikate & Geheimnisse), setzen Sie ${setting} und starten Sie Gatehouse neu.`,
  },
  /** What the setting of the app's credential is called where it isn't known which one is used. */
  secretOrCertificate: 'PARTNER_CLIENT_SECRET oder PARTNER_CLIENT_CERTIFICATE',
  credentialRefused: { found: 'Wird von Microsoft nicht akzeptiert, deshalb erhält Gatehouse kein Token.' },
  credentialHasNoEnd: { found: 'In Entra ohne Ablaufdatum aufgeführt.' },
  credentialNotListed: {
    found: 'In Entra steht kein geheimer Schlüssel der App, der zu dem in den Einstellungen passt.',
    cure: ({ byHand: where }: { byHand: string }) => `Vielleicht wurde er gelöscht. ${where}`.trimEnd(),
  },
  appElsewhere: {
    found:
      'Die App ist in einem anderen Mandanten registriert, deshalb kann Gatehouse nicht sehen, wann ihr geheimer Schlüssel abläuft.',
  },
  managedIdentity: { found: 'Eine verwaltete Identität, die nie abläuft.' },
};

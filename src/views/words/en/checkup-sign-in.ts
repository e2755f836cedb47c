// What a checkup found about the sign-in, its permissions and its secrets.
import { checkByHand } from './check-by-hand.js';
import { icu } from './icu.js';

const signInAgain = 'Ask your Gatehouse administrator to run npm run sign-in.';

/** Where an administrator grants what the app lacks. */
export const grantConsent =
  'Ask a Global Administrator of your own tenant to grant admin consent in Entra (App registrations, your app, API permissions).';

/** By finding: what was found, and how to fix it. */
export const signInFindings = {
  signedIn: {
    found: icu<{ userName: string; days: number }>(
      '{userName}. Expires {days, plural, =0 {today} one {in # day} other {in # days}} if it isn’t used.',
    ),
  },
  signedInSince: { found: ({ userName }: { userName: string }) => `${userName}.` },
  signedInUnnamed: { found: 'An account is signed in.' },
  signInEnds: {
    found: icu<{ userName: string; days: number }>(
      '{userName}. Hasn’t been used recently and expires {days, plural, =0 {today} one {in # day} other {in # days}}.',
    ),
    cure: 'Start the bot, which renews the sign-in. If that doesn’t help, run npm run sign-in.',
  },
  signInEnded: {
    found: ({ userName }: { userName: string }) => `The sign-in of ${userName} has expired or was revoked.`,
    cure: signInAgain,
  },
  signedOut: { found: 'Gatehouse isn’t signed in to Microsoft.', cure: signInAgain },
  mfaSeen: { found: 'The sign-in used multifactor authentication.' },
  mfaMissing: {
    found: 'The sign-in was made without multifactor authentication, which Microsoft requires.',
    cure: `${signInAgain} The page asks for the second factor.`,
  },
  mfaNotTold: {
    found: 'The token doesn’t say whether multifactor authentication was used.',
    cure: 'If Microsoft accepts Gatehouse’s calls, it was.',
  },
  permissionsGranted: { found: 'All required permissions are granted.' },
  permissionsMissing: {
    found: ({ permissions }: { permissions: string }) => `The app lacks ${permissions}.`,
    cure: grantConsent,
  },
  /** A permission that only groups in the role settings need. */
  permissionForGroups: ({ name }: { name: string }) => `${name} (needed for groups in ADMINS, OPERATORS or VIEWERS)`,
  permissionsNotTold: { found: 'The token doesn’t list the app’s permissions.', cure: checkByHand.graphPermissions },
  // Secrets and certificates.
  credentialLasts: {
    found: icu<{ date: string; days: number }>(
      'Valid until {date}, {days, plural, one {# day} other {# days}} from now.',
    ),
  },
  credentialEnds: {
    found: icu<{ date: string; days: number }>(
      'Expires on {date}, {days, plural, =0 {within a day} one {# day from now} other {# days from now}}.',
    ),
    cure: ({ setting }: { setting: string }) =>
      `Create a new one in Entra (App registrations, Certificates & secrets), set ${setting} and restart Gatehouse.`,
  },
  credentialEnded: {
    found: ({ date }: { date: string }) => `Expired on ${date}.`,
    cure: ({ setting }: { setting: string }) =>
      `Create a new one in Entra (App registrations, Certificates & secrets), set ${setting} and restart Gatehouse.`,
  },
  /** What the setting of the app's credential is called where it isn't known which one is used. */
  secretOrCertificate: 'PARTNER_CLIENT_SECRET or PARTNER_CLIENT_CERTIFICATE',
  credentialRefused: { found: 'Microsoft doesn’t accept it, so Gatehouse can’t get a token.' },
  credentialHasNoEnd: { found: 'Entra lists it without an expiry date.' },
  credentialNotListed: {
    found: 'Entra lists no secret of the app that matches the one in the settings.',
    cure: ({ byHand: where }: { byHand: string }) => `It may have been deleted. ${where}`.trimEnd(),
  },
  appElsewhere: {
    found: 'The app is registered in another tenant, so Gatehouse can’t see when its secret expires.',
  },
  managedIdentity: { found: 'A managed identity, which never expires.' },
};

// The words of findings about the sign-in, its permissions and its secrets.
import type { Finding } from '../../domain/health/checkup.js';
import type { Permission } from '../../domain/health/permissions.js';
import { counted, literal } from '../render/text.js';
import { signInWords as whyBlocked } from '../words/sign-in-words.js';
import { byHand, type CheckWords, type WordsFor } from './checkup-names.js';

const signInAgain = 'Whoever runs Gatehouse runs “npm run sign-in”.';

type What =
  | 'signedIn'
  | 'signedInSince'
  | 'signInEnds'
  | 'signInEnded'
  | 'signedOut'
  | 'signInBlocked'
  | 'mfaSeen'
  | 'mfaMissing'
  | 'mfaNotTold'
  | 'permissionsGranted'
  | 'permissionsMissing'
  | 'permissionsNotTold'
  | 'credentialLasts'
  | 'credentialEnds'
  | 'credentialEnded'
  | 'credentialHasNoEnd'
  | 'credentialRefused'
  | 'credentialNotListed'
  | 'appElsewhere'
  | 'managedIdentity';

/** Words by `what`. */
export const signInCheckWords: WordsFor<What> = {
  signedIn: ({ userName, daysLeft = 0 }) => ({
    found: `${literal(userName)}; it lasts ${counted(daysLeft, 'day')} from now without being used.`,
  }),
  signedInSince: ({ userName = 'An account' }) => ({ found: `${literal(userName)}.` }),
  signInEnds: ({ userName, daysLeft = 0 }) => ({
    found: `${literal(userName)}; ${daysLeft < 1 ? 'it ends today' : `it ends in ${counted(daysLeft, 'day')}`}, because nothing has used it for so long.`,
    cure: 'Start the bot, which renews it; if that does not help, run “npm run sign-in”.',
  }),
  signInEnded: ({ userName }) => ({
    found: `The sign-in of ${literal(userName)} has expired or was withdrawn.`,
    cure: signInAgain,
  }),
  signedOut: () => ({ found: 'Nobody has signed Gatehouse in to Microsoft.', cure: signInAgain }),
  signInBlocked: ({ problem }) => {
    const { cause, cure } = whyBlocked(problem.reason, problem.answer);
    return { found: cause, cure };
  },
  mfaSeen: () => ({ found: 'The sign-in was made with a second factor.' }),
  mfaMissing: () => ({
    found: 'The sign-in was made without a second factor, which Microsoft demands.',
    cure: `${signInAgain} The page asks for the second factor.`,
  }),
  mfaNotTold: () => ({
    found: 'The token does not say whether there was a second factor.',
    cure: 'Where Microsoft lets Gatehouse in, there was one.',
  }),
  permissionsGranted: () => ({ found: 'The app may do all that it has to.' }),
  permissionsMissing: ({ missing }) => ({
    found: `The app may not yet use ${missing.map(permission).join(' and ')}.`,
    cure: 'A global administrator of your own tenant consents: Entra, App registrations, your app, API permissions.',
  }),
  permissionsNotTold: () => ({ found: 'The token does not say what the app may do.', cure: byHand.graphPermissions }),
  credentialLasts: ({ endsAt, days }) => ({ found: `Good until ${date(endsAt)}, ${counted(days, 'day')} from now.` }),
  credentialEnds: (finding) => ({
    found: `It ends on ${date(finding.endsAt)}, ${finding.days < 1 ? 'within a day' : `${counted(finding.days, 'day')} from now`}.`,
    cure: renewal(finding),
  }),
  credentialEnded: (finding) => ({ found: `It ended on ${date(finding.endsAt)}.`, cure: renewal(finding) }),
  credentialRefused: ({ remedy }) => ({
    found: 'Microsoft does not accept it, so no token is to be had.',
    cure: literal(remedy, 300),
  }),
  credentialHasNoEnd: () => ({ found: 'Entra lists it without an end.' }),
  credentialNotListed: ({ check }) => ({
    found: 'Entra lists no secret of the app that begins like the one in the settings.',
    cure: `It may have been deleted. ${byHand[check] ?? ''}`.trimEnd(),
  }),
  appElsewhere: ({ check }) => ({
    found: 'The app is not registered in your own tenant, so when its secret ends cannot be seen from here.',
    cure: byHand[check],
  }),
  managedIdentity: () => ({ found: 'A managed identity, which has nothing that ends.' }),
};

function permission({ name, why }: Permission): string {
  return why === 'always' ? name : `${name} (which groups in ADMINS, OPERATORS or VIEWERS take)`;
}

function renewal({ check }: Finding): CheckWords['cure'] {
  const setting = check === 'botCredential' ? 'MicrosoftAppPassword' : 'PARTNER_CLIENT_SECRET or its certificate';
  return `Make a new one in Entra (App registrations, Certificates & secrets), put it into ${setting}, and start Gatehouse again.`;
}

function date(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DD'.length);
}

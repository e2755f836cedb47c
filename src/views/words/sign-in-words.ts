// Why Gatehouse can't sign in to Microsoft, in plain words, and who can fix it.
import type { SignInReason } from '../../domain/problem.js';

/** The words for a reason; no foreign text. */
export interface SignInWords {
  /** The reason in a headline, after "Gatehouse can’t sign in:". Absent: it isn't signed in, and that's all. */
  readonly why?: string;
  /** What happened and why, a whole sentence. */
  readonly cause: string;
  /** Who does what, and where. */
  readonly cure: string;
}

const runSignIn = 'Ask your Gatehouse administrator to run npm run sign-in.';
const retries = 'Gatehouse tries again by itself, at least once a minute.';
const newSecret =
  'Your Gatehouse administrator makes a new one in Entra (App registrations, Gatehouse’s app, Certificates & secrets), puts it into Gatehouse’s settings and restarts it; npm run doctor says which setting.';

const words: Readonly<Record<SignInReason, SignInWords>> = {
  signInExpired: {
    cause: 'Gatehouse’s sign-in has expired, was withdrawn, or was never made.',
    cure: runSignIn,
  },
  mfaRequired: {
    why: 'multifactor authentication is missing',
    cause: 'Gatehouse’s sign-in was made without multifactor authentication, which Microsoft demands here.',
    cure: 'Ask your Gatehouse administrator to run npm run sign-in and to use multifactor authentication.',
  },
  accessBlocked: {
    why: 'a policy or its location blocks it',
    cause:
      'A Conditional Access policy of your own tenant, or the place that Gatehouse connects from, keeps its account out.',
    cure: `Ask your Entra administrator to look up the account in Entra (Sign-in logs, Conditional Access) and to change or exclude it from the policy. ${retries}`,
  },
  accountDisabled: {
    why: 'its account is disabled',
    cause: 'The account that Gatehouse signs in with is disabled.',
    cure: `Ask your Entra administrator to enable it in Entra (Users). ${retries}`,
  },
  accountLocked: {
    why: 'its account is locked',
    cause: 'The account that Gatehouse signs in with is locked, most often after failed or risky sign-ins.',
    cure: `Ask your Entra administrator to check the account’s sign-in logs in Entra and to unlock it, or wait until the lock ends. ${retries}`,
  },
  accountNotAssigned: {
    why: 'its account isn’t assigned to the app',
    cause: 'The account that Gatehouse signs in with isn’t assigned to Gatehouse’s app.',
    cure: `Ask your Entra administrator to assign it in Entra (Enterprise applications, Gatehouse’s app, Users and groups). ${retries}`,
  },
  accountUnknown: {
    why: 'its account is gone',
    cause: 'The account that Gatehouse was signed in with isn’t in your tenant any more.',
    cure: 'Ask your Gatehouse administrator to run npm run sign-in with another account, or your Entra administrator to restore this one.',
  },
  credentialExpired: {
    why: 'its client secret has expired',
    cause: 'The client secret of Gatehouse’s app has expired.',
    cure: newSecret,
  },
  credentialRefused: {
    why: 'its secret or certificate isn’t accepted',
    cause:
      'Entra doesn’t accept the secret or certificate of Gatehouse’s app, most often because it isn’t the one that is registered.',
    cure: 'Your Gatehouse administrator compares the settings with Entra (App registrations, Gatehouse’s app, Certificates & secrets): a secret’s value counts, not its ID. npm run doctor says which setting.',
  },
  appUnknown: {
    why: 'its app isn’t in your tenant',
    cause: 'Your tenant has no app with the ID in Gatehouse’s settings.',
    cure: 'Your Gatehouse administrator compares PARTNER_CLIENT_ID and PARTNER_TENANT_ID with Entra (App registrations).',
  },
  appDisabled: {
    why: 'its app is disabled',
    cause: 'Gatehouse’s app is disabled in your tenant.',
    cure: `Ask your Entra administrator to enable it in Entra (Enterprise applications, Gatehouse’s app, Properties: Enabled for users to sign in). ${retries}`,
  },
  tenantUnknown: {
    why: 'its tenant doesn’t exist',
    cause: 'Microsoft finds no tenant with the ID or domain in Gatehouse’s settings.',
    cure: 'Your Gatehouse administrator corrects PARTNER_TENANT_ID.',
  },
  serviceMissing: {
    why: 'your tenant lacks a Microsoft service',
    cause: 'Your tenant lacks a service that Gatehouse uses: Microsoft Graph or Microsoft Partner Center.',
    cure: `Ask your Entra administrator to consent to the permissions of Gatehouse’s app, which adds it; npm run sign-in shows the link. ${retries}`,
  },
  serviceDisabled: {
    why: 'a Microsoft service is disabled',
    cause: 'A service that Gatehouse uses, Microsoft Graph or Microsoft Partner Center, is disabled in your tenant.',
    cure: `Ask your Entra administrator to enable it in Entra (Enterprise applications, Properties: Enabled for users to sign in). ${retries}`,
  },
  signInRefused: {
    why: 'Microsoft refuses it',
    cause: 'Microsoft refuses Gatehouse’s sign-in for a reason that Gatehouse doesn’t know.',
    cure: `Ask your Entra administrator to look up this answer in the account’s sign-in logs in Entra. ${retries}`,
  },
};

/** The words for a reason, with Microsoft's answer, such as `AADSTS50057`, where there is one. */
export function signInWords(reason: SignInReason, answer?: string): SignInWords {
  const { why, cause, cure } = words[reason];
  return { ...(why !== undefined && { why }), cause: answer === undefined ? cause : withAnswer(cause, answer), cure };
}

/** The sentence with Microsoft's answer at its end. */
export function withAnswer(sentence: string, answer: string): string {
  return `${sentence.replace(/\.$/, '')} (${answer}).`;
}

// Why Gatehouse can't sign in to Microsoft, and who can fix it.

const runSignIn = 'Ask your Gatehouse administrator to run npm run sign-in.';
const retries = 'Gatehouse retries by itself, at least once a minute.';
const newSecret =
  'Ask your Gatehouse administrator to create a new one in Entra (App registrations, Gatehouse’s app, Certificates & secrets), update the settings and restart Gatehouse. npm run doctor says which setting.';

/**
 * `why` follows “Gatehouse can’t sign in:” in a headline; without it the headline says that Gatehouse isn't signed in.
 * `cause` is what happened and why, `cure` who does what, and where.
 */
export const signInReasons = {
  signInExpired: {
    why: '',
    cause: 'Gatehouse isn’t signed in, or its sign-in has expired or was revoked.',
    cure: runSignIn,
  },
  mfaRequired: {
    why: 'multifactor authentication is missing',
    cause: 'Gatehouse’s sign-in was made without multifactor authentication, which Microsoft requires.',
    cure: 'Ask your Gatehouse administrator to run npm run sign-in and use multifactor authentication.',
  },
  accessBlocked: {
    why: 'a policy or its location blocks it',
    cause:
      'A Conditional Access policy in your own tenant blocks Gatehouse’s account, or the location it connects from.',
    cure: `Ask your Entra administrator to check the account in Entra (Sign-in logs, Conditional Access) and to change the policy or exclude the account. ${retries}`,
  },
  accountDisabled: {
    why: 'its account is disabled',
    cause: 'The account that Gatehouse signs in with is disabled.',
    cure: `Ask your Entra administrator to enable it in Entra (Users). ${retries}`,
  },
  accountLocked: {
    why: 'its account is locked',
    cause: 'The account that Gatehouse signs in with is locked, usually after failed or risky sign-ins.',
    cure: `Ask your Entra administrator to check the account’s sign-in logs in Entra and unlock it, or wait until the lock ends. ${retries}`,
  },
  accountNotAssigned: {
    why: 'its account isn’t assigned to the app',
    cause: 'The account that Gatehouse signs in with isn’t assigned to Gatehouse’s app.',
    cure: `Ask your Entra administrator to assign it in Entra (Enterprise applications, Gatehouse’s app, Users and groups). ${retries}`,
  },
  accountUnknown: {
    why: 'its account no longer exists',
    cause: 'The account that Gatehouse was signed in with is no longer in your tenant.',
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
      'Entra doesn’t accept the secret or certificate of Gatehouse’s app, usually because it isn’t the registered one.',
    cure: 'Ask your Gatehouse administrator to compare the settings with Entra (App registrations, Gatehouse’s app, Certificates & secrets). The secret’s value is needed, not its ID. npm run doctor says which setting. For a managed identity, check PARTNER_MANAGED_IDENTITY and the app’s federated credential.',
  },
  appUnknown: {
    why: 'its app isn’t in your tenant',
    cause: 'Your tenant has no app with the ID in Gatehouse’s settings.',
    cure: 'Ask your Gatehouse administrator to compare PARTNER_CLIENT_ID and PARTNER_TENANT_ID with Entra (App registrations).',
  },
  appDisabled: {
    why: 'its app is disabled',
    cause: 'Gatehouse’s app is disabled in your tenant.',
    cure: `Ask your Entra administrator to enable it in Entra (Enterprise applications, Gatehouse’s app, Properties: Enabled for users to sign in). ${retries}`,
  },
  tenantUnknown: {
    why: 'its tenant doesn’t exist',
    cause: 'Microsoft can’t find a tenant with the ID or domain in Gatehouse’s settings.',
    cure: 'Ask your Gatehouse administrator to correct PARTNER_TENANT_ID.',
  },
  serviceMissing: {
    why: 'your tenant lacks a Microsoft service',
    cause: 'Your tenant lacks a service that Gatehouse uses: Microsoft Graph or Microsoft Partner Center.',
    cure: `Ask your Entra administrator to consent to the permissions of Gatehouse’s app, which adds the service. npm run sign-in shows the link. ${retries}`,
  },
  serviceDisabled: {
    why: 'a Microsoft service is disabled',
    cause: 'A service that Gatehouse uses, Microsoft Graph or Microsoft Partner Center, is disabled in your tenant.',
    cure: `Ask your Entra administrator to enable it in Entra (Enterprise applications, Properties: Enabled for users to sign in). ${retries}`,
  },
  signInRefused: {
    why: 'Microsoft refuses it',
    cause: 'Microsoft refuses Gatehouse’s sign-in for a reason that Gatehouse doesn’t recognize.',
    cure: `Ask your Entra administrator to look up Microsoft’s answer in the account’s sign-in logs in Entra. ${retries}`,
  },
};

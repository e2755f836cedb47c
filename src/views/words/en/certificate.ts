// The exit certificate: its statement and the printed page, read by the customer. Every other language keeps its type.
import { icu } from './icu.js';

/** The type that every language's certificate has. */
export type CertificateWords = typeof certificate;

const count = (pattern: string) => icu<{ count: number }>(pattern);
const inAdminCenter = 'in the Microsoft 365 admin center, under Settings > Partner relationships';
const deleteApplication =
  'only the customer can delete the application: in the Microsoft Entra admin center, under Enterprise applications';

/** Whether the partner still has access, what was removed and how that's known, and what remains and why. */
export const certificate = {
  title: 'Exit certificate',
  documentTitle: ({ tenant }: { tenant: string }) => `Exit certificate: ${tenant}`,
  footer: ({ number }: { number: string }) => `Exit certificate ${number}`,
  page: ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
  tenant: ({ domain, id }: { domain: string; id: string }) => `${domain} · tenant ID ${id}`,
  issued: ({ number, time }: { number: string; time: string }) => `Certificate ${number} · issued on ${time}`,
  translated: ({ language }: { language: string }) => `Translation. The certificate was issued in: ${language}.`,
  time: ({ day, time }: { day: string; time: string }) => `${day}, ${time} UTC`,
  person: ({ name, id }: { name: string; id: string }) => `${name} (${id})`,
  list: ({ earlier, next }: { earlier: string; next: string }) => `${earlier}, ${next}`,
  more: ({ list, count: more }: { list: string; count: number }) => `${list}, and ${more} more`,
  sentences: ({ first, second }: { first: string; second: string }) => `${first} ${second}`,
  about: ({ what, text }: { what: string; text: string }) => `${what}: ${text}`,
  /** The answer to the customer's question. */
  statement: {
    none: ({ partner, tenant }: { partner: string; tenant: string }) => `${partner} no longer has access to ${tenant}.`,
    delegatedAdmin: ({ partner, tenant }: { partner: string; tenant: string }) =>
      `${partner} still has delegated admin access (DAP) to ${tenant}.`,
    remains: ({ partner, tenant, list }: { partner: string; tenant: string; list: string }) =>
      `${partner} still has access to ${tenant}: ${list}.`,
    notKnown: ({ partner, tenant }: { partner: string; tenant: string }) =>
      `It isn’t known whether ${partner} still has access to ${tenant}.`,
    unread: ({ list }: { list: string }) => `Couldn’t be determined with Microsoft: ${list}.`,
  },
  stillInPlace: ({ list }: { list: string }) => `Still in place: ${list}.`,
  alsoInPlace: ({ list }: { list: string }) => `Also still in place: ${list}.`,
  inPlace: ({ what, access }: { what: string; access: string }) => `${what} (${access})`,
  givesAccess: { yes: 'gives access', no: 'gives no access', notKnown: 'not known whether it gives access' },
  /** What connects a partner to a tenant, for the middle of a sentence. */
  names: {
    assignment: ({ group }: { group: string }) => `access assignment of the group ${group}`,
    consent: 'the partner’s application (enterprise application)',
    consentUnseen: 'the partner’s application, if it’s still registered there',
    relationship: ({ name }: { name: string }) => `GDAP relationship “${name}”`,
    invitation: ({ name }: { name: string }) => `open request “${name}”, which the customer can still approve`,
    delegatedAdmin: 'delegated admin (DAP)',
    reseller: 'reseller relationship',
    subscription: ({ name }: { name: string }) => `subscription “${name}”`,
    reservation: ({ name }: { name: string }) => `Azure reserved instance ${name}`,
    unread: {
      relationships: 'the GDAP relationships',
      assignments: 'the access assignments of a relationship',
      consent: 'the consent of the partner’s application',
      standing: 'delegated admin (DAP) and the reseller relationship',
      subscriptions: 'the subscriptions, which give no access',
      reservations: 'the Azure reserved instances, which give no access',
    },
  },
  group: ({ name, id }: { name: string; id: string }) => `“${name}” (${id})`,
  groupName: ({ name }: { name: string }) => `“${name}”`,
  /** The same, on a line of its own. */
  items: {
    assignment: ({ group, roles, status }: { group: string; roles: string; status: string }) =>
      `Access of the group ${group}: ${roles} (${status})`,
    noRoles: 'no roles',
    roles: ({ roles }: { roles: string }) => `Roles: ${roles}`,
    consent: {
      given: 'The partner’s application (enterprise application)',
      none: 'The partner’s application: no consent',
      noWayIn: 'The partner’s application: not known, because the partner has no access to the tenant',
    },
    relationship: ({ name, status }: { name: string; status: string }) => `GDAP relationship “${name}” (${status})`,
    invitation: ({ name }: { name: string }) => `Request “${name}”, waiting for the customer’s approval`,
    invitationUntil: ({ name, day }: { name: string; day: string }) =>
      `Request “${name}”, waiting for the customer’s approval; expires on ${day}`,
    delegatedAdmin: 'Delegated admin (DAP)',
    noDelegatedAdmin: 'Delegated admin (DAP): none',
    reseller: 'Reseller relationship',
    noReseller: 'Reseller relationship: none',
    subscription: ({ quantity, name, status }: { quantity: number; name: string; status: string }) =>
      `Subscription: ${quantity} × ${name} (${status})`,
    reservation: ({ quantity, name }: { quantity: number; name: string }) =>
      `Azure reserved instance: ${quantity} × ${name}`,
    unread: ({ part }: { part: string }) => `Not known: ${part}`,
  },
  statuses: {
    created: 'draft',
    approvalPending: 'waiting for approval',
    approved: 'approved',
    activating: 'being activated',
    active: 'active',
    expiring: 'expiring',
    expired: 'expired',
    terminationRequested: 'termination requested',
    terminating: 'being terminated',
    terminated: 'terminated',
    gone: 'gone',
    pending: 'pending',
    deleting: 'being deleted',
    deleted: 'deleted',
    error: 'failed',
    suspended: 'suspended',
    disabled: 'disabled',
    none: 'no status',
    unknown: 'unknown status',
  },
  nothing: 'Nothing.',
  outcome: {
    nothingRemoved: 'Nothing was removed.',
    removed: count(
      '{count, plural, one {# item removed. The removal was verified with Microsoft by a later reading.} other {# items removed. Each removal was verified with Microsoft by a later reading.}}',
    ),
    failed: count('{count, plural, one {# removal didn’t succeed.} other {# removals didn’t succeed.}}'),
    requested: ({ person, time }: { person: string; time: string }) => `Requested by ${person}, ${time}`,
    approved: ({ person, time }: { person: string; time: string }) => `Approved by ${person}, ${time}`,
    span: ({ begun, ended }: { begun: string; ended: string }) => `Started ${begun} · ended ${ended}`,
    ended: ({ ended }: { ended: string }) => `Nothing had to be started · ended ${ended}`,
    chosen: ({ steps }: { steps: string }) => `Chosen: ${steps}`,
    nothingChosen: 'Chosen: nothing, because there was nothing to remove',
  },
  steps: {
    assignments: 'remove access assignments',
    consent: 'withdraw the consent of the application',
    relationships: 'terminate GDAP relationships',
    delegatedAdmin: 'remove delegated admin (DAP)',
    reseller: 'end the reseller relationship',
  },
  removed: {
    title: 'What was removed',
    requested: ({ person, time, verified }: { person: string; time: string; verified: string }) =>
      `Requested ${time} in the name of ${person} · verified removed ${verified}`,
    unrequested: ({ person, verified }: { person: string; verified: string }) =>
      `No request was recorded, in the name of ${person} · verified removed ${verified}`,
    /** What a later reading of Microsoft showed. */
    proofs: {
      assignment:
        'A later reading of Microsoft Graph listed the access assignment as deleted or not at all, or its relationship as ended.',
      consent: 'A later reading showed that Microsoft refuses the application’s sign-in to the tenant without consent.',
      relationship:
        'A later reading of Microsoft Graph listed the relationship as terminated or expired, or not at all.',
      delegatedAdmin:
        'A later reading of Partner Center said that delegated admin isn’t allowed (allowDelegatedAccess is false), or didn’t list the customer with the partner.',
      reseller: 'A later reading of Partner Center didn’t list the partner as the customer’s reseller.',
    },
    relationship: ({ id }: { id: string }) => `Relationship: ${id}`,
    requestIds: ({ ids }: { ids: string }) => `Microsoft’s request IDs: ${ids}`,
  },
  failed: {
    title: 'What couldn’t be removed',
    microsoft: ({ problem }: { problem: string }) => `Microsoft refused the removal (${problem}).`,
    unconfirmed: 'Microsoft accepted the removal, but no later reading showed that it was done.',
    wentOn: ({ person, time }: { person: string; time: string }) => `${person} decided to continue without it, ${time}`,
  },
  remains: {
    title: 'What remains, and why',
    asRead: ({ time }: { time: string }) => `As found in the last reading, ${time}.`,
    unread: ({ part, problem }: { part: string; problem: string }) => `Couldn’t be read: ${part} (${problem}).`,
    readAgain: 'The partner can read it again. The customer can see it in the Microsoft 365 admin center.',
    expires: ({ day }: { day: string }) => `It expires by itself on ${day}.`,
    expiresUnknown: 'It expires by itself 90 days after it was made.',
    cures: {
      relationship: `The partner can terminate it in Partner Center, the customer ${inAdminCenter}.`,
      consent:
        'The customer can delete the application in the Microsoft Entra admin center, under Enterprise applications.',
      delegatedAdmin: `The partner can remove it in Partner Center, the customer ${inAdminCenter}.`,
      reseller:
        'The partner can end it in Partner Center once no subscription is active and no reserved instance is left. It gives no access by itself.',
      purchase: 'The partner can cancel it; otherwise, it runs until its term ends.',
    },
  },
  /** Why something is still there, be it one thing or several. */
  reasons: {
    notChosen: 'The partner decided against the removal.',
    leftWithout: 'The removal was refused, and the offboarding continued without it.',
    foundLater: 'The last reading found it new or back again since the plan was agreed on.',
    purchase: 'Bought through the partner; gives no access to the tenant.',
    pendingInvitation:
      'Microsoft has no way to withdraw a request. It gives no access unless the customer approves it; a Global Administrator or a Customer Delegated Admin Relationship Administrator can do that.',
    noWayIn: `The partner has no access to the tenant, so ${deleteApplication}.`,
    noRoleForConsent: `None of the partner’s roles in the tenant allows managing applications, so ${deleteApplication}.`,
    reservations: 'Azure reserved instances must be canceled first. Azure support does that.',
    activeSubscriptions: 'Active subscriptions must be canceled or suspended first. The partner does that.',
    unread: 'It couldn’t be read whether anything stands in the way.',
  },
  /** In brackets. */
  problems: {
    noRights: 'the partner’s account or application isn’t allowed to do that',
    partnerCenterClosed: 'Partner Center let none of the partner’s applications in',
    mfaRequired: 'the partner’s sign-in was made without multifactor authentication',
    signInExpired: 'the partner’s sign-in had expired',
    accessBlocked: 'a policy of the partner’s own tenant blocked the partner’s account',
    accountDisabled: 'the partner’s account was disabled',
    accountLocked: 'the partner’s account was locked',
    accountNotAssigned: 'the partner’s account wasn’t assigned to its application',
    accountUnknown: 'the partner’s account didn’t exist anymore',
    credentialExpired: 'the secret of the partner’s application had expired',
    credentialRefused: 'the partner’s application couldn’t sign in',
    appUnknown: 'the partner’s application wasn’t found',
    appDisabled: 'the partner’s application was disabled',
    tenantUnknown: 'the partner’s tenant wasn’t found',
    serviceMissing: 'a Microsoft service was missing in the partner’s tenant',
    serviceDisabled: 'a Microsoft service was disabled in the partner’s tenant',
    signInRefused: 'Microsoft refused the partner’s sign-in',
    notAccepted: 'Microsoft didn’t accept the request',
    nameTaken: 'the name was already in use',
    notFound: 'Microsoft didn’t find what the request was about',
    notPossibleNow: 'Microsoft said that it wasn’t possible at that time',
    throttled: 'Microsoft had received too many requests',
    unreachable: 'Microsoft didn’t answer',
    unexpectedAnswer: 'Microsoft’s answer wasn’t understood',
  },
  connected: {
    title: 'What had connected the partner to this tenant',
    asRead: ({ time }: { time: string }) =>
      `As read before anything was done, ${time}, and as the offboarding was decided on.`,
    unread: 'couldn’t be read',
    purchase: 'gives no access',
    removed: 'to be removed',
    choosable: 'to be removed only if chosen',
    stays: 'gives no access, or had already ended',
    cannot: {
      pendingInvitation: 'can’t be removed: a request can’t be withdrawn',
      noWayIn: 'can’t be removed: only the customer can do that',
      noRoleForConsent: 'can’t be removed: only the customer can do that',
      reservations: 'can’t be removed: reserved instances stand in the way',
      activeSubscriptions: 'can’t be removed: active subscriptions stand in the way',
      unread: 'not known',
    },
  },
  verify: {
    title: 'How to verify this certificate',
    deleted:
      'Once this certificate was written, Gatehouse deleted everything else that it kept about the tenant. It keeps this certificate, the lines of its audit log, which hold IDs, and the IDs of the open requests named here for as long as they can be approved.',
    exactFile: ({ file }: { file: string }) =>
      `The exact certificate is the file ${file} that comes with this page; its SHA-256 is below. The partner’s audit log, in which every line carries the hash of the one before, has the SHA-256 of the issued files. The partner verifies a file with: npm run certificate:verify FILE`,
    cut: '… stands for what’s too long to be printed here. The JSON file has all of it.',
    unprintable: '□ stands for a character that can’t be printed here. The JSON file has every name exactly.',
  },
};

// The words of a certificate: how a removal is proved, or why something is still there and who can do what about it.
import type { ProblemReason } from '../problem.js';
import type { Instant } from '../time.js';
import { partWords } from './access-left.js';
import type { Remaining, WhyRemains } from './certificate.js';
import type { ItemRecord } from './certificate-items.js';
import type { ReasonNot } from './obstacles.js';
import type { Target, TaskRefusal } from './task.js';

/** What a later reading of Microsoft showed, by what was removed. */
export const proofs: Readonly<Record<Target['kind'], string>> = {
  assignment:
    'On a later reading Microsoft Graph listed the access assignment as deleted or not at all, or its relationship as over.',
  consent: 'On a later reading Microsoft refused the application’s sign-in to the tenant, because the consent is gone.',
  relationship:
    'On a later reading Microsoft Graph listed the relationship as terminated or expired, or did not know it any more.',
  delegatedAdmin:
    'On a later reading Partner Center’s allowDelegatedAccess was false for the customer, or Partner Center did not know the customer as the partner’s any more.',
  reseller: 'On a later reading Partner Center did not list the partner as the customer’s reseller.',
};

/** What happens to Gatehouse's own records of the tenant. */
export const deletedAfterwards =
  'Once this certificate was written, Gatehouse deleted all else that it kept of the tenant. It keeps this certificate, the lines of its audit log, which hold ids, and, for as long as they can be approved, the ids of the pending requests named here.';

const problemWords: Readonly<Record<ProblemReason, string>> = {
  noRights: 'the partner’s account or application may not do that',
  partnerCenterClosed: 'Partner Center let none of the partner’s applications in',
  mfaRequired: 'the partner’s sign-in was made without multifactor authentication',
  signInExpired: 'the partner’s sign-in had expired',
  accessBlocked: 'a policy of the partner’s own tenant kept the partner’s account out',
  accountDisabled: 'the partner’s account was disabled',
  accountLocked: 'the partner’s account was locked',
  accountNotAssigned: 'the partner’s account was not assigned to its application',
  accountUnknown: 'the partner’s account was gone',
  credentialExpired: 'the secret of the partner’s application had expired',
  credentialRefused: 'the partner’s application could not sign in',
  appUnknown: 'the partner’s application was not found',
  appDisabled: 'the partner’s application was disabled',
  tenantUnknown: 'the partner’s tenant was not found',
  serviceMissing: 'a Microsoft service was missing in the partner’s tenant',
  serviceDisabled: 'a Microsoft service was disabled in the partner’s tenant',
  signInRefused: 'Microsoft refused the partner’s sign-in',
  notAccepted: 'Microsoft did not accept the request',
  nameTaken: 'the name was taken',
  notFound: 'Microsoft did not find what the request spoke of',
  notPossibleNow: 'Microsoft said that it was not possible then',
  throttled: 'Microsoft had been asked too often',
  unreachable: 'Microsoft did not answer',
  unexpectedAnswer: 'Microsoft’s answer was not understood',
};

const obstacles: Readonly<Record<ReasonNot, string>> = {
  pendingInvitation:
    'Microsoft has no way to withdraw a request. It gives no access unless the customer approves it: a Global Administrator or a Customer Delegated Admin Relationship Administrator of theirs could.',
  noWayIn:
    'No access of the partner’s leads into the tenant any more, so only the customer can delete the application: in Entra, under Enterprise applications.',
  noRoleForConsent:
    'No role of the partner’s in the tenant may manage applications, so only the customer can delete the application: in Entra, under Enterprise applications.',
  reservations: 'Azure reserved instances have to be cancelled first; Azure support does that.',
  activeSubscriptions: 'Active subscriptions have to be cancelled or suspended first; the partner does that.',
  unread: 'Whether there is anything in the way could not be read.',
};

/** Why the offboarding went on without a removal. */
export function leftWords(refusal: TaskRefusal): string {
  switch (refusal.why) {
    case 'microsoft':
      return `Microsoft refused it: ${problemWords[refusal.problem.reason]}. It was decided to go on without it.`;
    case 'unconfirmed':
      return 'Microsoft had taken the request, or was at it already, but no later reading showed that it was gone, and it was decided to go on.';
    case 'inTheWay':
      return `${obstacles[refusal.obstacle]} It was decided to go on without it.`;
    default:
      return refusal satisfies never;
  }
}

/** Why something is still there, and who can do what about it. */
export function remainsWords(record: ItemRecord, why: WhyRemains): string {
  if (record.what === 'unread') {
    return `Not known: ${partWords[record.part]} could not be read: ${problemWords[record.problem.reason]}. The partner can look again; the customer sees it in the Microsoft 365 admin center.`;
  }
  switch (why) {
    case 'notChosen':
      return `The partner decided not to remove it. ${curesOf(record)}`;
    case 'leftWithout':
      return `Its removal was refused, and it was decided to go on without it. ${curesOf(record)}`;
    case 'foundLater':
      return `It was found at the last reading, and was not in the plan or came back. ${curesOf(record)}`;
    case 'purchase':
      return `It was bought through the partner and gives no access to the tenant. ${cures.purchase}`;
    case 'pendingInvitation':
      return `${obstacles.pendingInvitation} ${lapseWords(record)}`;
    default:
      return `${obstacles[why]}${why === 'noWayIn' || why === 'noRoleForConsent' ? '' : ` ${curesOf(record)}`}`;
  }
}

const inAdminCenter = 'in the Microsoft 365 admin center under Settings, Partner relationships';
const cures = {
  relationship: `The partner can terminate it in Partner Center, the customer ${inAdminCenter}.`,
  consent: 'The customer can delete the application in Entra, under Enterprise applications.',
  delegatedAdmin: `The partner can remove it in Partner Center, the customer ${inAdminCenter}.`,
  reseller:
    'The partner can end it in Partner Center once no subscription is active and no reserved instance is left; it gives no access by itself.',
  purchase: 'The partner can cancel it, or it runs until its term ends.',
} as const;

function curesOf(record: Exclude<ItemRecord, { readonly what: 'unread' }>): string {
  switch (record.what) {
    case 'assignment':
    case 'relationship':
    case 'invitation':
      return cures.relationship;
    case 'consent':
    case 'delegatedAdmin':
    case 'reseller':
      return cures[record.what];
    case 'subscription':
    case 'reservation':
      return cures.purchase;
    default:
      return record satisfies never;
  }
}

function lapseWords(record: ItemRecord): string {
  const lapsesAt = record.what === 'invitation' ? record.lapsesAt : undefined;
  if (lapsesAt === undefined) return 'It lapses by itself 90 days after it was made.';
  return `It lapses by itself on ${dayOf(lapsesAt)}.`;
}

/** The day of an instant in UTC, such as 2026-11-22. */
export function dayOf(instant: Instant): string {
  return instant.slice(0, 'YYYY-MM-DD'.length);
}

/** Whether a person can act on what remains; a purchase isn't acted on here. */
export function isActionable({ what }: Pick<Remaining, 'what'>): boolean {
  return what !== 'subscription' && what !== 'reservation';
}

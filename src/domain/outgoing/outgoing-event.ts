// What is sent to the partner's own systems: which facts of a tenant, and what is said of each.
import type { Person } from '../person.js';
import type { Fact } from '../tenant/facts.js';
import { type News, newsIn } from '../tenant/news.js';
import type { Status } from '../tenant/status.js';
import type { Tenant } from '../tenant/tenant.js';
import type { Instant } from '../time.js';

/**
 * What an event is about: words between full stops.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md (checked 2026-11-30)
 */
export type OutgoingType = (typeof ofNews)[News] | (typeof ofFacts)[keyof typeof ofFacts];

/** What is told of a fact, without the customer's name, which is added when it's sent. */
export interface OutgoingContent {
  readonly type: OutgoingType;
  readonly at: Instant;
  readonly tenantId: string;
  /** The tenant's status once it had happened. */
  readonly status: Status;
  /** Codes of its issues. Empty: it has none. */
  readonly issues: readonly string[];
  /** When access ends, where that's what it's about. */
  readonly endsAt?: Instant | undefined;
  /** Who did it. Absent: no person; it happened at Microsoft, or by itself. */
  readonly by?: Person | undefined;
}

/** An event that one of the partner's systems hasn't taken yet. */
export interface OutgoingEvent extends OutgoingContent {
  /** The event's own id and, after a space, the target's. */
  readonly id: string;
  /** Which address it goes to, by a hash: the address itself may be a secret. */
  readonly targetId: string;
  /** How often it was sent in vain. */
  readonly tries: number;
  /** When it's sent next. */
  readonly dueAt: Instant;
  /** Since when it isn't tried any more but once a day. Absent: it is. */
  readonly givenUpAt?: Instant | undefined;
  /** What came of the last try: a status, or why there was no answer. Absent: there was none yet. */
  readonly answer?: string | undefined;
}

const ofNews = {
  approved: 'tenant.approved',
  issuesFound: 'tenant.issues_found',
  accessLost: 'tenant.access_lost',
  accessEnding: 'tenant.access_ending',
  autoExtendOff: 'tenant.auto_extend_off',
  templateChanged: 'tenant.template_changed',
  requestUnanswered: 'tenant.request_unanswered',
  acceptanceReviewDue: 'tenant.review_due',
  ownershipGiven: 'tenant.assigned',
  offboardingAwaitsApproval: 'offboarding.approval_needed',
  offboardingLapsed: 'offboarding.lapsed',
  offboardingStale: 'offboarding.stale',
  offboardingStopped: 'offboarding.stopped',
  secondAdminAsked: 'second_admin.approval_needed',
  secondAdminDeclined: 'second_admin.declined',
  secondAdminLapsed: 'second_admin.lapsed',
  secondAdminStale: 'second_admin.stale',
} as const satisfies Readonly<Record<News, string>>;

const ofFacts = {
  onboardingRequested: 'tenant.enabled',
  approvalAwaited: 'tenant.approval_needed',
  disabled: 'tenant.disabled',
  offboardingBegun: 'offboarding.begun',
  offboardingCertified: 'offboarding.completed',
} as const;

/** What is told of a fact, seen from the tenant before and after it; `undefined`: nothing. */
export function outgoingContent(before: Tenant, after: Tenant, fact: Fact): OutgoingContent | undefined {
  const type = typeOf(before, fact);
  if (type === undefined) return undefined;
  const endsAt = fact.type === 'coverageEnding' ? fact.on : undefined;
  const by = 'by' in fact ? fact.by : undefined;
  return {
    type,
    at: fact.at,
    tenantId: after.tenantId,
    status: after.status,
    issues: after.onboarding?.limitations.map(({ code }) => code) ?? [],
    ...(endsAt !== undefined && { endsAt }),
    ...(by && { by }),
  };
}

function typeOf(before: Tenant, fact: Fact): OutgoingType | undefined {
  if (fact.type in ofFacts) return ofFacts[fact.type as keyof typeof ofFacts];
  const news = newsIn(before, fact);
  return news && ofNews[news];
}

/** The event for one target, due at once. `id`: its own, the same for every target. */
export function outgoingTo(targetId: string, id: string, content: OutgoingContent): OutgoingEvent {
  return { ...content, id: `${id} ${targetId}`, targetId, tries: 0, dueAt: content.at };
}

/** The event's own id, by which a receiver knows one that comes again. */
export function eventIdOf({ id }: Pick<OutgoingEvent, 'id'>): string {
  return id.split(' ', 1)[0] ?? id;
}

// The kinds of news that a conversation chooses among, and what must be heard somewhere.

import type { WatchedRequestNews } from '../offboarding/watched-request.js';
import { isOffboardingNews, isSecondAdminNews, type News } from '../tenant/news.js';
import type { Tenant } from '../tenant/tenant.js';
import { addDays, type Instant } from '../time.js';

/** The kinds, the most serious first. */
export const newsKinds = ['lost', 'leftovers', 'alarms', 'ends', 'issues', 'offboarding', 'approved', 'drift'] as const;

/** One of them. */
export type NewsKind = (typeof newsKinds)[number];

const kinds: Readonly<Record<News, NewsKind>> = {
  approved: 'approved',
  issuesFound: 'issues',
  accessLost: 'lost',
  accessEnding: 'ends',
  autoExtendOff: 'drift',
  templateChanged: 'drift',
  requestUnanswered: 'issues',
  acceptanceReviewDue: 'issues',
  ownershipGiven: 'issues',
  offboardingAwaitsApproval: 'offboarding',
  offboardingLapsed: 'offboarding',
  offboardingStale: 'offboarding',
  offboardingStopped: 'offboarding',
  secondAdminAsked: 'offboarding',
  secondAdminDeclined: 'offboarding',
  secondAdminLapsed: 'offboarding',
  secondAdminStale: 'offboarding',
};

/** Whether there are news of that name. */
export function isNews(name: string): name is News {
  return Object.hasOwn(kinds, name);
}

/** The kind that news of a tenant are of. */
export function kindOfNews(news: News): NewsKind {
  return kinds[news];
}

// A warning of an end further off is followed by another.
const pressingDays = 7;

/** What is told of a tenant. */
export interface ToldOfTenant {
  readonly news: News;
  /** The day on which access ends, where the news are of that. */
  readonly endsOn?: Instant | undefined;
  /** Whether someone looks after the tenant. */
  readonly isOwned?: boolean;
}

/**
 * Whether news of a tenant can't be muted in the last conversation that hears them: access was lost, a second admin is waited
 * for, or access ends within a week and no one looks after the tenant.
 */
export function mustBeHeard({ news, endsOn, isOwned }: ToldOfTenant, now: Instant): boolean {
  if (news === 'accessEnding') return !isOwned && endsOn !== undefined && endsOn <= addDays(now, pressingDays);
  return cantWait({ kind: 'tenant', news });
}

/** What a message tells, as far as it decides how soon. */
export type ToldMatter =
  | { readonly kind: 'alarm'; readonly alarm: { readonly code: string } }
  | { readonly kind: 'watchedRequest'; readonly news: WatchedRequestNews }
  | { readonly kind: 'batch'; readonly asksSecond?: true | undefined }
  | { readonly kind: 'tenant'; readonly news: News }
  | { readonly kind: 'certificate' | 'digest' | 'fleetReport' };

/**
 * Whether a message can never wait, and alerts: access was lost, a leftover request was approved, a second admin is waited for, a
 * sign-in or changes were lost. How soon access ends isn't among it.
 */
export function cantWait(told: ToldMatter): boolean {
  switch (told.kind) {
    case 'alarm':
      return told.alarm.code === 'signInLost' || told.alarm.code === 'changesLost';
    case 'watchedRequest':
      return mustLeftoverBeHeard(told.news);
    case 'batch':
      return told.asksSecond === true;
    case 'tenant':
      return told.news === 'accessLost' || awaitsSecondAdmin(told.news);
    default:
      return false;
  }
}

/** Whether news say that a second admin is waited for. */
export function awaitsSecondAdmin(news: News): boolean {
  return news === 'offboardingAwaitsApproval' || news === 'secondAdminAsked';
}

/** The same for a request that an offboarding left over: the customer has approved it, or the access of it couldn't be ended. */
export function mustLeftoverBeHeard(news: WatchedRequestNews): boolean {
  return news !== 'terminated';
}

/**
 * Whether news are what became of a request: of Enable, or of an offboarding. `before`: the tenant without them. What happens to
 * it later isn't.
 */
export function isOutcome(news: News, { status }: Pick<Tenant, 'status'>): boolean {
  return (
    news === 'approved' ||
    isOffboardingNews(news) ||
    isSecondAdminNews(news) ||
    (news === 'issuesFound' && status !== 'approved')
  );
}

// The facts that are told in a message, because people wait for them.

import { areAmong } from '../access/limitation.js';
import { isEnded, isOpen } from '../access/relationship.js';
import { stageOf } from '../offboarding/offboarding.js';
import { evolveOffboarding, isOffboardingFact, type OffboardingFact } from './evolve-offboarding.js';
import type { Fact } from './facts.js';
import type { Tenant } from './tenant.js';

/** What a message tells. */
export type News = TenantNews | OffboardingNews | SecondAdminNews;

/** News of an onboarded tenant; out of date once it's disabled. */
export type TenantNews =
  | 'approved'
  | 'issuesFound'
  | 'accessLost'
  | 'accessEnding'
  | 'autoExtendOff'
  /** The template has changed, so that only a new request brings what it wants; nothing else is new. */
  | 'templateChanged'
  | 'requestUnanswered'
  /** Accepted limitations are to be looked at again. */
  | 'acceptanceReviewDue'
  /** Someone has handed it to the person who is told. */
  | 'ownershipGiven';

/**
 * News of a complete offboarding: a second admin is asked; nothing was done, because no one agreed in time (`lapsed`) or the
 * plan has changed (`stale`); or something was refused, and a person has to decide (`stopped`). Its end is told with the
 * certificate.
 */
export type OffboardingNews =
  | 'offboardingAwaitsApproval'
  | 'offboardingLapsed'
  | 'offboardingStale'
  | 'offboardingStopped';

/** News of what was asked for and takes a second admin: one is asked, or nothing was done because none approved. */
export type SecondAdminNews = 'secondAdminAsked' | 'secondAdminDeclined' | 'secondAdminLapsed' | 'secondAdminStale';

/** Whether news are about that. */
export function isSecondAdminNews(news: News): news is SecondAdminNews {
  return news.startsWith('secondAdmin');
}

/** Whether news are about an offboarding. */
export function isOffboardingNews(news: News): news is OffboardingNews {
  return news.startsWith('offboarding');
}

/** Whether news of tenants of a batch are told together. Lost access never waits for anything. */
export function isToldOfBatches(news: News): news is 'approved' | 'issuesFound' {
  return news === 'approved' || news === 'issuesFound';
}

/** The news in a fact, seen from the tenant before it; `undefined` for everything that only the card shows. */
export function newsIn(before: Tenant, fact: Fact): News | undefined {
  if (isOffboardingFact(fact)) return offboardingNewsIn(before, fact);
  switch (fact.type) {
    case 'accessApproved':
      // What Gatehouse has put right by itself in an Approved tenant is in its history.
      return before.onboarding?.repairs?.some(({ isQuiet }) => isQuiet) ? undefined : 'approved';
    case 'accessLost':
      return 'accessLost';
    case 'microsoftRead':
      return hasEndedBeside(before, fact) ? 'accessLost' : undefined;
    case 'coverageEnding':
      return 'accessEnding';
    case 'coverageDrifted':
      return fact.withEnd ? undefined : 'autoExtendOff';
    case 'ownershipGiven':
      return fact.isTold && fact.owner.id !== fact.by.id ? 'ownershipGiven' : undefined;
    case 'acceptanceReviewDue':
      return 'acceptanceReviewDue';
    case 'requestNudged':
      return 'requestUnanswered';
    case 'secondAdminAsked':
      return 'secondAdminAsked';
    case 'secondAdminDeclined':
      // Who takes back what they asked for needn't hear of it.
      return fact.by.id === before.awaitedSecond?.by.id ? undefined : 'secondAdminDeclined';
    case 'secondAdminDropped':
      return fact.why === 'lapsed' ? 'secondAdminLapsed' : 'secondAdminStale';
    case 'issuesFound': {
      // Fewer limitations than before are good news for the card, not a reason to call people; nor is what was accepted.
      const { limitations = [], accepted } = before.onboarding ?? {};
      const known = before.status === 'issuesFound' ? limitations : (accepted?.limitations ?? []);
      const fresh = fact.limitations.filter((each) => !areAmong([each], known));
      if (fresh.length === 0) return undefined;
      return fresh.every(({ code }) => code === 'templateChanged') ? 'templateChanged' : 'issuesFound';
    }
    default:
      return undefined;
  }
}

/**
 * Whether the last access was over when read, while the status is about another relationship: a request that waits, or one that
 * had ended before.
 */
function hasEndedBeside(
  { onboarding }: Tenant,
  { relationship, coverage }: Extract<Fact, { readonly type: 'microsoftRead' }>,
): boolean {
  const before = onboarding?.coverage;
  if (!onboarding || !before || !relationship || (coverage && coverage.is !== 'ended')) return false;
  const { relationship: followed, limitations } = onboarding;
  const wasOver = followed?.id === relationship.id && isEnded(followed.status);
  if (!isOpen(relationship.status) && !wasOver) return false;
  // One that ended by itself was told by the status, but for the moment in which it's expiring.
  return (
    before.is !== 'ended' || (!wasOver && limitations.some((each) => 'ending' in each && each.ending === 'expiring'))
  );
}

function offboardingNewsIn({ offboarding }: Tenant, fact: OffboardingFact): OffboardingNews | undefined {
  if (fact.type === 'offboardingDropped') return fact.why === 'lapsed' ? 'offboardingLapsed' : 'offboardingStale';
  const next = evolveOffboarding(offboarding, fact);
  if (!next) return undefined;
  const stage = stageOf(next);
  if (offboarding && stageOf(offboarding) === stage) return undefined;
  if (stage === 'awaitsApproval') return 'offboardingAwaitsApproval';
  return stage === 'stopped' ? 'offboardingStopped' : undefined;
}

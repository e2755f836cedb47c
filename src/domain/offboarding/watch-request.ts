// What a reading of a watched request says, and what comes next.
import { confirmationPatienceSeconds } from '../access/delegated-admin.js';
import { isEnded, isOpen, type Relationship, type RelationshipStatus } from '../access/relationship.js';
import { type Instant, secondsSince } from '../time.js';
import type { WatchedRequest, WatchedRequestNews } from './watched-request.js';

/**
 * Why a request is no longer watched: it lapsed without an approval, Microsoft doesn't know it any more, it has ended, or the
 * tenant was onboarded again and it's the relationship of that onboarding.
 */
export type WatchOver = 'lapsed' | 'gone' | 'ended' | 'onboarded';

/** What a reading says. */
export type Sighting =
  | { readonly kind: 'asBefore' }
  | { readonly kind: 'becameActive' }
  | { readonly kind: 'over'; readonly why: WatchOver };

// These are ending: there's no access any more, or not for long, and nothing left to do.
const ending: readonly RelationshipStatus[] = ['expiring', 'terminationRequested', 'terminating'];

/** What a reading says. No `relationship`: Microsoft doesn't know it any more. `onboarding`: the tenant's, if there's one. */
export function sightingOf(
  { relationshipId, lapsesAt, becameActiveAt }: WatchedRequest,
  relationship: Relationship | undefined,
  onboarding: { readonly relationship?: Relationship | undefined } | undefined,
  now: Instant,
): Sighting {
  if (!relationship) return { kind: 'over', why: now >= lapsesAt ? 'lapsed' : 'gone' };
  const { status } = relationship;
  if (isEnded(status)) return { kind: 'over', why: 'ended' };
  if (onboarding) {
    const wanted = onboarding.relationship?.id;
    // Its relationship is known after the first check.
    if (wanted === undefined) return { kind: 'asBefore' };
    if (wanted === relationshipId) return { kind: 'over', why: 'onboarded' };
  }
  const isPending = isOpen(status) || ending.includes(status);
  // A status that isn't understood may be access.
  return isPending || becameActiveAt !== undefined ? { kind: 'asBefore' } : { kind: 'becameActive' };
}

/**
 * The next move after a person asked to terminate it: ask Microsoft, wait (for it to be active, or over), or give up because
 * Microsoft has accepted it and long after that still shows no change.
 */
export function nextOnTermination(
  { termination }: WatchedRequest,
  status: RelationshipStatus,
  now: Instant,
): 'send' | 'wait' | 'giveUp' {
  if (!termination || ending.includes(status)) return 'wait';
  // Microsoft refuses to terminate what isn't active yet.
  if (status === 'approved' || status === 'activating' || isOpen(status)) return 'wait';
  if (termination.sentAt === undefined) return 'send';
  return secondsSince(termination.sentAt, now) < confirmationPatienceSeconds ? 'wait' : 'giveUp';
}

/** What the admins should hear of it and haven't heard yet. */
export function untold(watched: WatchedRequest): WatchedRequestNews | undefined {
  const news = newsOf(watched);
  return news === watched.told ? undefined : news;
}

function newsOf({ becameActiveAt, refused, told }: WatchedRequest): WatchedRequestNews | undefined {
  if (refused) return 'notTerminated';
  return becameActiveAt === undefined ? told : 'becameActive';
}

/** Seconds until a termination under way is checked again; they grow with its age. `undefined`: none is under way. */
export function secondsToNextTermination({ termination }: WatchedRequest, now: Instant): number | undefined {
  if (!termination) return undefined;
  return Math.min(300, Math.max(1, 0.1 * secondsSince(termination.sentAt ?? termination.at, now)));
}

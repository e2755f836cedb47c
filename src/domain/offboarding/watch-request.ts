// What does a reading of a watched request mean, and what is to be done about it next?
import { confirmationPatienceSeconds } from '../access/delegated-admin.js';
import { isEnded, isOpen, type Relationship, type RelationshipStatus } from '../access/relationship.js';
import type { Tenant } from '../tenant/tenant.js';
import { type Instant, secondsSince } from '../time.js';
import type { WatchedRequest, WatchedRequestNews } from './watched-request.js';

/**
 * Why a request need not be watched any more: nobody approved it in time, Microsoft does not know it any more, it has
 * ended, or somebody onboarded the tenant again and it is the relationship of that.
 */
export type WatchOver = 'lapsed' | 'gone' | 'ended' | 'onboarded';

/** What a reading means. */
export type Sighting =
  | { readonly is: 'asBefore' }
  | { readonly is: 'becameActive' }
  | { readonly is: 'over'; readonly why: WatchOver };

// On the way out: no access any more, or not for long, and nothing that anybody would have to do.
const ending: readonly RelationshipStatus[] = ['expiring', 'terminationRequested', 'terminating'];

/** What it means that the request reads so; `undefined`: Microsoft does not know it any more. `tenant`: if we know it. */
export function sightingOf(
  { relationshipId, lapsesAt, becameActiveAt }: WatchedRequest,
  relationship: Relationship | undefined,
  tenant: Tenant | undefined,
  now: Instant,
): Sighting {
  if (!relationship) return { is: 'over', why: now >= lapsesAt ? 'lapsed' : 'gone' };
  const { status } = relationship;
  if (isEnded(status)) return { is: 'over', why: 'ended' };
  if (tenant?.onboarding) {
    const wanted = tenant.onboarding.relationship?.id;
    // Which relationship it is to be turns out at the first look.
    if (wanted === undefined) return { is: 'asBefore' };
    if (wanted === relationshipId) return { is: 'over', why: 'onboarded' };
  }
  const isPending = isOpen(status) || ending.includes(status);
  // What we do not understand may be access.
  return isPending || becameActiveAt !== undefined ? { is: 'asBefore' } : { is: 'becameActive' };
}

/**
 * What to do for somebody who asked to terminate it: ask Microsoft, wait (for it to be active, or to be over), or give up
 * because Microsoft has taken it and long after that still shows it as it was.
 */
export function nextOnTermination(
  { termination }: WatchedRequest,
  status: RelationshipStatus,
  now: Instant,
): 'send' | 'wait' | 'giveUp' {
  if (!termination || ending.includes(status)) return 'wait';
  // Only what is active can be terminated; until then Microsoft refuses.
  if (status === 'approved' || status === 'activating' || isOpen(status)) return 'wait';
  if (termination.sentAt === undefined) return 'send';
  return secondsSince(termination.sentAt, now) < confirmationPatienceSeconds ? 'wait' : 'giveUp';
}

/** What the admins have to hear of it, and have not heard yet. */
export function untold(watched: WatchedRequest): WatchedRequestNews | undefined {
  const news = newsOf(watched);
  return news === watched.told ? undefined : news;
}

function newsOf({ becameActiveAt, refused, told }: WatchedRequest): WatchedRequestNews | undefined {
  if (refused) return 'notTerminated';
  return becameActiveAt === undefined ? told : 'becameActive';
}

/** Seconds until a termination under way is to be looked at again: more, the longer it has taken; never: `undefined`. */
export function secondsToNextTry({ termination }: WatchedRequest, now: Instant): number | undefined {
  if (!termination) return undefined;
  return Math.min(300, Math.max(1, 0.1 * secondsSince(termination.sentAt ?? termination.at, now)));
}

// Steps that keep failing, as findings.

import { type Limitation, limitationKey } from '../access/limitation.js';
import type { Retry, Tried } from '../access/retry.js';
import type { Onboarding } from '../tenant/onboarding.js';
import { type Instant, secondsSince } from '../time.js';

/** When a tenant is assessed. */
export interface Moment {
  readonly now: Instant;
  /** Whether the whole tenant has waited too long, so that everything in its way is told. */
  readonly isTooLong: boolean;
}

/** After this long a wait, or a step that keeps failing, is an issue. Some minutes are usual. */
export const patienceSeconds = 3600;

/** A finding for each of these steps that has failed for too long; none while it's still early. */
export function assessTries(
  onboarding: Onboarding,
  steps: readonly Tried['step'][],
  moment: Moment,
  group?: { readonly groupId: string; readonly groupName: string },
): readonly (readonly Limitation[])[] {
  const isMeant = ({ tried }: Retry) =>
    steps.includes(tried.step) && ('groupId' in tried ? tried.groupId : undefined) === group?.groupId;
  return (onboarding.retries ?? []).filter(isMeant).flatMap(({ tried, problem, since }) => {
    const limitation = {
      code: 'keepsFailing' as const,
      tried,
      ...(group && { groupName: group.groupName }),
      problem,
      failingSince: since,
    };
    // Once told, it stays told until the step gets through.
    const isKnown = onboarding.limitations.some((each) => limitationKey(each) === limitationKey(limitation));
    const isLate = secondsSince(since, moment.now) >= patienceSeconds;
    return isKnown || isLate || moment.isTooLong ? [[limitation]] : [];
  });
}

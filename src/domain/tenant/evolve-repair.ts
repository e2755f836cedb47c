// Makes the next onboarding of an onboarding in which Gatehouse puts something right by itself.
import { withRepair } from '../access/repair.js';
import type { Fact } from './facts.js';
import type { Onboarding } from './onboarding.js';

type RepairBegun = Extract<Fact, { readonly type: 'repairBegun' }>;

/** The onboarding after it: as after the button that a person would press, of these groups alone. */
export function evolveRepair(onboarding: Onboarding, { by, at, cause, groupIds, isQuiet }: RepairBegun): Onboarding {
  const { coverage, takenAway = [], assignments = [] } = onboarding;
  if (cause === 'autoExtend') {
    if (!coverage) return onboarding;
    const { relationshipId, on } = coverage;
    const keeping = { by, at, way: 'extend', relationshipId, on } as const;
    return {
      ...onboarding,
      keeping,
      keepFailed: undefined,
      repairs: withRepair(onboarding.repairs, { by, cause, lastAt: at }),
    };
  }
  const isOfThem = (groupId: string | undefined) => groupId !== undefined && groupIds.includes(groupId);
  const stillTaken = takenAway.filter(({ groupId }) => !isOfThem(groupId));
  const etags = assignments.filter(({ groupId }) => isOfThem(groupId)).map(({ etag }) => etag);
  return {
    ...onboarding,
    takenAway: stillTaken.length === 0 ? undefined : stillTaken,
    refusals: onboarding.refusals.filter((refusal) => !('groupId' in refusal && isOfThem(refusal.groupId))),
    widenedEtags: onboarding.widenedEtags.filter((etag) => !etags.includes(etag)),
    retryGroupIds: cause === 'assignmentFailed' ? [...onboarding.retryGroupIds, ...groupIds] : onboarding.retryGroupIds,
    repairs: withRepair(onboarding.repairs, { by, cause, lastAt: at, groupIds, ...(isQuiet && { isQuiet }) }),
  };
}

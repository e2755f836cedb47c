// Decides whether access is kept beyond its end, in the way that a person saw.
import { knownCoverage, type WayToKeep } from '../access/coverage.js';
import { globalAdministratorId } from '../access/gdap-roles.js';
import type { Person } from '../person.js';
import type { FactData } from './facts.js';
import type { Onboarding } from './onboarding.js';
import type { Tenant } from './tenant.js';

/** The answer to Keep access. */
export type KeepingDecision =
  | { readonly facts: readonly FactData[] }
  | { readonly refused: 'notOnboarded' | 'alreadyUnderWay' | 'alreadyDone' | 'doesNotApply' | 'outdated' };

/** What comes of Keep access. Another way than the person saw has another outcome, so it's asked for anew. */
export function decideKeeping(by: Person, way: WayToKeep, { onboarding }: Tenant): KeepingDecision {
  if (!onboarding) return { refused: 'notOnboarded' };
  if (onboarding.keeping) return { refused: 'alreadyUnderWay' };
  const coverage = knownCoverage(onboarding);
  if (coverage?.is === 'rollsOver') return { refused: 'alreadyDone' };
  if (!coverage?.keep) return { refused: 'doesNotApply' };
  if (coverage.keep !== way) return { refused: 'outdated' };
  const { on, relationshipId } = coverage;
  const emptied = way === 'removeGlobalAdministrator' ? groupsWithNothingElse(onboarding) : [];
  return {
    facts: [
      {
        type: 'coverageKeepAsked',
        by,
        way,
        on,
        relationshipId,
        ...(emptied.length > 0 && { emptiedGroupIds: emptied }),
      },
    ],
  };
}

/** Ids of the groups whose assignment has no role but Global Administrator, as last read. */
export function groupsWithNothingElse({ assignments = [] }: Pick<Onboarding, 'assignments'>): readonly string[] {
  return assignments
    .filter(({ status }) => status !== 'deleted' && status !== 'deleting')
    .filter(({ roleIds }) => roleIds.length > 0 && roleIds.every((roleId) => roleId === globalAdministratorId))
    .map(({ groupId }) => groupId);
}

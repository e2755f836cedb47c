// The dry run of a batch: what would become of each tenant, by the same rule as its click, and how long it would take.
import { decide } from '../tenant/decide.js';
import type { Tenant } from '../tenant/tenant.js';
import type { BatchAction, BatchRefusal } from './batch.js';
import { type BatchAsker, commandFor, mayRequest, reachesMicrosoft } from './batch-command.js';
import { becauseOf, groupsOf, isFine, type LeftReason, type RefusedGroup } from './refused.js';

/** What a batch would do. */
export interface BatchPlan {
  /** Ids of the tenants that it has something to do for, in the order in which they were given. */
  readonly tenantIds: readonly string[];
  /** Ids of those of them that take a request at Microsoft, at most: whether something there fits is read when it's done. */
  readonly requestIds: readonly string[];
  /** How many of those requests stand beside access that a customer gives now. Absent: none. */
  readonly beside?: number;
  /** How many have what is asked for already, or are on the way to it. */
  readonly fine: number;
  /** Those that can't be done, the largest group first. */
  readonly refused: readonly RefusedGroup[];
  /** About how long it takes; 0: not worth telling. */
  readonly seconds: number;
}

/**
 * The plan of what a person asks to be done to these tenants. `requestsPerMinute`: how many requests Microsoft is sent. `planned`:
 * the ids of those to which others' batches are about to do the same.
 */
export function batchPlanOf(
  asker: BatchAsker,
  tenants: Iterable<Tenant>,
  requestsPerMinute: number,
  planned: ReadonlySet<string> = new Set(),
): BatchPlan {
  const tenantIds: string[] = [];
  const refused = new Map<LeftReason, number>();
  const requestIds: string[] = [];
  let beside = 0;
  for (const tenant of tenants) {
    const why = refusalOf(asker, tenant) ?? (planned.has(tenant.tenantId) ? 'alreadyUnderWay' : undefined);
    if (why === undefined) {
      tenantIds.push(tenant.tenantId);
      if (!mayRequest(asker.action, tenant)) continue;
      requestIds.push(tenant.tenantId);
      if (tenant.onboarding?.relationship?.status === 'active') beside += 1;
    } else {
      const left = becauseOf(why, asker.action, tenant) ?? why;
      refused.set(left, (refused.get(left) ?? 0) + 1);
    }
  }
  const fine = [...refused].filter(([why]) => isFine(why)).reduce((sum, [, count]) => sum + count, 0);
  const groups = groupsOf([...refused].filter(([why]) => !isFine(why)));
  return {
    tenantIds,
    requestIds,
    ...(beside > 0 && { beside }),
    fine,
    refused: groups,
    seconds: secondsFor(asker.action, { count: tenantIds.length, requests: requestIds.length }, requestsPerMinute),
  };
}

/** Why the asked wouldn't be done to a tenant now; `undefined`: it would. */
export function refusalOf(asker: BatchAsker, tenant: Tenant): BatchRefusal | undefined {
  const command = commandFor(asker, tenant);
  if (!command) return 'doesNotApply';
  // It waits there for a second admin; of tags it may be others that do.
  if (command.do !== 'tag' && tenant.awaitedSecond?.action.do === command.do) return 'alreadyUnderWay';
  const decision = decide(command, tenant);
  return 'refused' in decision ? decision.refused : undefined;
}

// Of what a command leads to at Microsoft five go on at once.
const secondsEach = 0.5;
// A write or two of ours.
const secondsEachHere = 0.02;
const worthTelling = 60;

/** About how many seconds so many tenants take, of which so many take a request; 0: not worth telling. */
export function secondsFor(
  action: BatchAction,
  { count, requests }: { readonly count: number; readonly requests: number },
  requestsPerMinute: number,
): number {
  if (reachesMicrosoft(action)) return Math.ceil(Math.max(count * secondsEach, (requests * 60) / requestsPerMinute));
  const seconds = Math.ceil(count * secondsEachHere);
  return seconds < worthTelling ? 0 : seconds;
}

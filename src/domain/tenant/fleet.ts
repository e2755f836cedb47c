// How all tenants stand, counted without going through them.
import { hasGlobalAdministrator, isToEnd } from '../access/coverage.js';
import { addDays, daysBetween, type Instant, secondsBetween } from '../time.js';
import { coverageIn } from './expiring-list.js';
import { type Status, statuses } from './status.js';
import type { Tenant } from './tenant.js';
import { requestWaitingSince } from './waiting-request.js';

/** Ages of requests that wait for the customer, in days: each from this one on, up to the next. */
export const waitingAges = [0, 3, 10, 30] as const;

/** How many months ahead ends are counted, the present one among them. */
export const endMonths = 12;

/** How long customers took to approve what they have approved in this calendar month and the two before it. */
export interface ApprovalTimes {
  readonly count: number;
  /** In days, to the hour up to two days and to the day beyond: half took no longer. */
  readonly medianDays: number;
  /** Nine of ten took no longer. */
  readonly p90Days: number;
}

/** How the tenants in the list stand at one moment. */
export interface Fleet {
  readonly statuses: Readonly<Record<Status, number>>;
  /** How many tenants' access ends in each month, from the present one on. What rolls over isn't among them. */
  readonly ends: readonly number[];
  /** Requests that wait for the customer, by `waitingAges`. */
  readonly waiting: readonly number[];
  /** Tenants with an active relationship that Gatehouse follows, and how many of these have Global Administrator. */
  readonly active: number;
  readonly globalAdministrator: number;
  /** Absent: none was approved in that time. */
  readonly approvals?: ApprovalTimes | undefined;
}

/** How the tenants stood at the end of a day (UTC), or stand so far, and what came about on it. */
export interface FleetDay extends Fleet {
  /** The day: YYYY-MM-DD. */
  readonly id: string;
  /** Tenants that were enabled on that day and still are. */
  readonly enabled: number;
  /** Complete offboardings that ended with a certificate. */
  readonly offboarded: number;
}

/** How many tenants there are. */
export function sizeOf({ statuses: counts }: Pick<Fleet, 'statuses'>): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0);
}

/** The day of an instant, in UTC. */
export function dayOf(instant: Instant): string {
  return instant.slice(0, 'YYYY-MM-DD'.length);
}

/** The months from that of an instant on, as YYYY-MM. */
export function monthsFrom(now: Instant, count = endMonths): readonly string[] {
  const [year = 0, month = 1] = now.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - 1 + index)).toISOString().slice(0, 7),
  );
}

// Approvals take hours or weeks: to the hour up to two days, then to the day, up to the ninety that a request lives.
const hoursCounted = 48;
const approvalSteps = hoursCounted + 90;

function approvalStep(seconds: number): number {
  const hours = Math.max(0, Math.round(seconds / 3600));
  return hours < hoursCounted ? hours : Math.min(approvalSteps - 1, hoursCounted - 2 + Math.round(hours / 24));
}

function daysOf(step: number): number {
  return step < hoursCounted ? step / 24 : step - hoursCounted + 2;
}

/** Whether the active relationship that Gatehouse follows has Global Administrator; `undefined`: there's none. */
export function isByGlobalAdministrator({ onboarding }: Tenant): boolean | undefined {
  const relationship = onboarding?.relationship;
  return relationship?.status === 'active' ? hasGlobalAdministrator(relationship) : undefined;
}

// A few hundred counts whatever the number of tenants: each of these is a word, and a day or a month.
function countedIn(tenant: Tenant): readonly string[] {
  if (tenant.formerCustomer) return [];
  const { status, onboarding } = tenant;
  const coverage = coverageIn(tenant);
  const { relationship, requestedAt } = onboarding ?? {};
  const { createdAt, activatedAt } = relationship ?? {};
  const isGlobal = isByGlobalAdministrator(tenant);
  return [
    status,
    ...(coverage && isToEnd(coverage) ? [`ends ${coverage.on.slice(0, 7)}`] : []),
    ...(status === 'needsApproval' ? [`waits ${dayOf(requestWaitingSince(tenant))}`] : []),
    ...(isGlobal === undefined ? [] : ['active']),
    ...(isGlobal ? ['global'] : []),
    ...(createdAt !== undefined && activatedAt !== undefined
      ? [`approved ${activatedAt.slice(0, 7)} ${approvalStep(secondsBetween(createdAt, activatedAt))}`]
      : []),
    ...(requestedAt === undefined ? [] : [`enabled ${dayOf(requestedAt)}`]),
  ];
}

/** Counts tenants as they come, change and go. */
export class FleetCounts {
  readonly #counts = new Map<string, number>();

  add(tenant: Tenant): void {
    for (const key of countedIn(tenant)) this.#counts.set(key, this.#of(key) + 1);
  }

  /** `tenant`: as it was added. */
  remove(tenant: Tenant): void {
    for (const key of countedIn(tenant)) {
      const count = this.#of(key) - 1;
      if (count > 0) this.#counts.set(key, count);
      else this.#counts.delete(key);
    }
  }

  /** How they stand. Takes no longer for many. */
  fleet(now: Instant): Fleet {
    return {
      statuses: Object.fromEntries(statuses.map((status) => [status, this.#of(status)])) as Record<Status, number>,
      ends: monthsFrom(now).map((month) => this.#of(`ends ${month}`)),
      waiting: this.#waiting(now),
      active: this.#of('active'),
      globalAdministrator: this.#of('global'),
      approvals: this.#approvals(now),
    };
  }

  /** How many were enabled on a day. */
  enabledOn(day: string): number {
    return this.#of(`enabled ${day}`);
  }

  #of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  #waiting(now: Instant): readonly number[] {
    const found = waitingAges.map(() => 0);
    const today = dayOf(now);
    for (const [key, count] of this.#counts) {
      if (!key.startsWith('waits ')) continue;
      const age = daysBetween(key.slice('waits '.length), today);
      const place = waitingAges.findLastIndex((from) => age >= from);
      found[Math.max(0, place)] = (found[Math.max(0, place)] ?? 0) + count;
    }
    return found;
  }

  #approvals(now: Instant): ApprovalTimes | undefined {
    const months = monthsFrom(addDays(`${now.slice(0, 7)}-01`, -45), 3);
    const bySteps = Array.from({ length: approvalSteps }, (_, step) =>
      months.reduce((sum, month) => sum + this.#of(`approved ${month} ${step}`), 0),
    );
    const count = bySteps.reduce((sum, each) => sum + each, 0);
    if (count === 0) return undefined;
    const within = (share: number) => {
      let sum = 0;
      return daysOf(
        bySteps.findIndex((each) => {
          sum += each;
          return sum >= count * share;
        }),
      );
    };
    return { count, medianDays: within(0.5), p90Days: within(0.9) };
  }
}

// Keeps how all tenants stood at the end of each day, for the last four hundred days.
import { dayOf, type FleetDay } from '../../domain/tenant/fleet.js';
import { addDays, type Instant } from '../../domain/time.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import { type DutyDeps, doDuty } from '../duty.js';
import type { Store } from '../ports/store.js';
import type { TenantList } from '../reads/tenant-list.js';

/** What counting takes. */
export interface FleetDaysDeps extends DutyDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly workers: BackgroundWorkers;
  readonly tenantList: Pick<TenantList, 'ready' | 'fleet'>;
}

/** How many days are kept: a year and a month, to compare with the same month a year ago. */
export const daysKept = 400;

const key = 'fleet';
const countEverySeconds = 3600;
// Where no process ran on a day, one of the days before it counts.
const mostDaysMissing = 3;

/**
 * Writes the row of the present day every hour, so that it stays as the day ended; a row has some 350 bytes. Days on which no
 * process ran have none.
 */
export class FleetDays {
  readonly #deps: FleetDaysDeps;
  readonly #worker: BackgroundWorker;

  constructor(deps: FleetDaysDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'fleetNotCounted', hasOwnOrigin: true });
  }

  /** Counts now, and every hour from now on. Never fails: what couldn't be saved is counted the next time. */
  start(): void {
    void this.#worker.runNow(key, async () => {
      try {
        await doDuty(this.#deps, key, async () => {
          await this.#write();
          const isWanted = [...this.#deps.store.conversations()].some(({ reportedFor }) => reportedFor !== undefined);
          // Its calendar is loaded only where it's wanted.
          if (isWanted) await (await import('./due-reports.js')).dueReports(this.#deps);
        });
      } finally {
        this.#worker.schedule(key, countEverySeconds * 1000, async () => this.start());
      }
    });
  }

  /** The days kept from so many days ago on, the oldest first. */
  since(days: number): readonly FleetDay[] {
    const oldest = this.#day(-days);
    const found = [...this.#deps.store.fleetDays()].filter(({ id }) => id >= oldest);
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The day so many days ago, or the last of the three before it; `undefined`: none of them was kept. */
  before(days: number): FleetDay | undefined {
    const wanted = this.#day(-days);
    return this.since(days + mostDaysMissing).findLast(({ id }) => id <= wanted);
  }

  #day(days: number): string {
    return dayOf(addDays(this.#deps.clock.now(), days));
  }

  async #write(): Promise<void> {
    const { store, clock, tenantList } = this.#deps;
    // Before Microsoft was read for the first time, nothing is known.
    if (store.progress('reconcile')?.reconciledAt === undefined) return;
    await tenantList.ready();
    const today = this.#dayAt(clock.now());
    const known = [...store.fleetDays()];
    const oldest = this.#day(-daysKept);
    const gone = known.flatMap(({ id }) => (id <= oldest ? [id] : []));
    const isKnown = known.some((day) => day.id === today.id && JSON.stringify(day) === JSON.stringify(today));
    if (isKnown && gone.length === 0) return;
    await store.commit({ fleetDays: [today], forgottenFleetDayIds: gone });
  }

  #dayAt(now: Instant): FleetDay {
    const { store, tenantList } = this.#deps;
    const id = dayOf(now);
    const { fleet } = tenantList;
    const offboarded = [...store.certificates()].filter(({ issuedAt }) => dayOf(issuedAt) === id).length;
    return { id, ...fleet.fleet(now), enabled: fleet.enabledOn(id), offboarded };
  }
}

// Writes down who was denied what, however often they try.

import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { Audit } from '../ports/audit.js';

// The first few tell what a person is after; the rest only that they went on.
const mostLines = 5;
const windowMs = 60 * 60_000;
const mostPeople = 200;

/** What writing down denials takes. */
export interface DenialDeps {
  readonly audit: Pick<Audit, 'append'>;
  readonly clock: Clock;
  readonly workers: BackgroundWorkers;
}

/** Who was denied what. */
export interface Denial extends Pick<AuditEntry, 'tenantId'> {
  readonly by: string;
  /** The command or verb. */
  readonly asked: string;
}

/**
 * Denials of an hour: five lines for each person, one more with how many there were besides, and one for all beyond
 * two hundred people. So no one can fill the audit log. What was only counted is lost in a crash.
 */
export class Denials {
  readonly #deps: DenialDeps;
  readonly #worker: BackgroundWorker;
  readonly #people = new Map<string, { lines: number; more: number }>();
  #others = 0;

  constructor(deps: DenialDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'denialsNotWritten', hasOwnOrigin: true });
  }

  /**
   * Resolves once it is written down or counted.
   * @throws StoreError
   */
  async record({ by, asked, tenantId }: Denial): Promise<void> {
    const { audit, clock } = this.#deps;
    this.#worker.schedule('hour', windowMs, () => this.#sumUp());
    const known = this.#people.get(by) ?? { lines: 0, more: 0 };
    if (this.#people.size >= mostPeople && !this.#people.has(by)) {
      this.#others += 1;
      return;
    }
    this.#people.set(by, known);
    if (known.lines >= mostLines) {
      known.more += 1;
      return;
    }
    known.lines += 1;
    await audit.append([{ at: clock.now(), what: 'accessDenied', by, asked, ...(tenantId && { tenantId }) }]);
  }

  /** Writes down what was only counted. */
  stop(): Promise<void> {
    return this.#worker.runNow('hour', () => this.#sumUp());
  }

  async #sumUp(): Promise<void> {
    const { audit, clock } = this.#deps;
    const at = clock.now();
    const counts = [
      ...[...this.#people].map(([by, { more }]) => ({ by, count: more })),
      { by: undefined, count: this.#others },
    ].filter(({ count }) => count > 0);
    this.#people.clear();
    this.#others = 0;
    if (counts.length === 0) return;
    const entries = counts.map(({ by, count }) => ({ at, what: 'accessDenied', ...(by && { by }), count }));
    await audit.append(entries);
  }
}

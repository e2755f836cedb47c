// How is it written down that somebody was denied something, however often they try?

import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import type { AuditEntry } from '../ports/audit.js';

// The first few tell what somebody is after; the rest only that they went on.
const mostLines = 5;
const windowMs = 60 * 60_000;
const mostPeople = 200;

/** What writing down denials takes. */
export interface DenialPorts {
  readonly append: (entries: readonly AuditEntry[]) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** Does work under an id of its own. */
  readonly correlated: (work: () => Promise<void>) => Promise<void>;
}

/** Who was denied what. */
export interface Denial extends Pick<AuditEntry, 'tenantId'> {
  readonly by: string;
  /** The command or verb. */
  readonly asked: string;
}

/**
 * Denials of an hour: five lines for each person, one more with how many there were besides, and one for everybody beyond
 * two hundred people. So nobody can fill the audit log. What was only counted is lost in a crash.
 */
export class Denials {
  readonly #ports: DenialPorts;
  readonly #people = new Map<string, { lines: number; more: number }>();
  #others = 0;
  #cancel: (() => void) | undefined;

  constructor(ports: DenialPorts) {
    this.#ports = ports;
  }

  /**
   * Resolves once it is written down or counted.
   * @throws StoreError
   */
  async record({ by, asked, tenantId }: Denial): Promise<void> {
    const { append, clock } = this.#ports;
    this.#cancel ??= clock.after(windowMs, () => void this.#sumUp());
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
    await append([{ at: clock.now(), what: 'accessDenied', by, asked, ...(tenantId && { tenantId }) }]);
  }

  /** Writes down what was only counted. */
  async stop(): Promise<void> {
    this.#cancel?.();
    await this.#sumUp();
  }

  async #sumUp(): Promise<void> {
    const { append, clock, log, correlated } = this.#ports;
    this.#cancel = undefined;
    const at = clock.now();
    const counts = [
      ...[...this.#people].map(([by, { more }]) => ({ by, count: more })),
      { by: undefined, count: this.#others },
    ].filter(({ count }) => count > 0);
    this.#people.clear();
    this.#others = 0;
    if (counts.length === 0) return;
    const entries = counts.map(({ by, count }) => ({ at, what: 'accessDenied', ...(by && { by }), count }));
    await correlated(() => append(entries)).catch((error) => log.warn('denialsNotWritten', { error }));
  }
}

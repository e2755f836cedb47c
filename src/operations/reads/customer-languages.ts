// The language that a customer reads, as Partner Center's billing profile says.
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import type { Customers } from '../ports/microsoft.js';

const mostKnown = 500;
// A profile's language hardly ever changes, and the person who sends the message sees which one it is in.
const freshForMs = 3_600_000;

interface Known {
  readonly language: string | undefined;
  readonly readAtMs: number;
}

/** Reads it for a customer whose message is wanted: one call for each, and none for the list. */
export class CustomerLanguages {
  readonly #deps: { readonly customers: Customers; readonly clock: Clock; readonly log: Log };
  readonly #known = new LRUCache<string, Known>({ max: mostKnown });

  constructor(deps: { readonly customers: Customers; readonly clock: Clock; readonly log: Log }) {
    this.#deps = deps;
  }

  /** The language as a BCP 47 tag; `undefined`: the profile doesn't say, or can't be read. Never fails. */
  async of(tenantId: string): Promise<string | undefined> {
    const { customers, clock, log } = this.#deps;
    const known = this.#known.get(tenantId);
    if (known && clock.elapsedMs() - known.readAtMs < freshForMs) return known.language;
    try {
      const language = await customers.language(tenantId);
      this.#known.set(tenantId, { language, readAtMs: clock.elapsedMs() });
      return language;
    } catch (error) {
      log.warn('customerLanguageNotRead', { tenantId, error });
      return undefined;
    }
  }
}

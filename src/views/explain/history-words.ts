// The words for a tenant's history.
import type { ToldFactType } from '../../domain/tenant/fact-traits.js';
import type { HistoryEntry } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { dayAndTime, personName } from '../render/text.js';

/** The words for a kind of fact that a history or the audit log tells; a kind of a later version stays as it is. */
export function factWords(type: string, { history }: Words): string {
  const facts: Readonly<Record<ToldFactType, string>> = history.facts;
  return facts[type as ToldFactType] ?? type;
}

/** One event: its time for a text block, the fact and the person for a text run. */
export interface HistoryLine {
  readonly when: string;
  readonly what: string;
}

/** The last events, the newest first. `most`: how many. */
export function historyLines(history: readonly HistoryEntry[], most: number, words: Words): readonly HistoryLine[] {
  return history
    .slice(-most)
    .reverse()
    .map(({ at, what, by }) => {
      const told = factWords(what, words);
      return { when: dayAndTime(at), what: by ? `${told} · ${personName(by, words)}` : told };
    });
}

// The words for a tenant's history.

import type { ToldFactType } from '../../domain/tenant/fact-traits.js';
import type { HistoryEntry } from '../../domain/tenant/history.js';
import type { Words } from '../catalogue.js';
import { dayAndTime, literal, personName, phrase } from '../render/text.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';

/** The words for a kind of fact that a history or the audit log tells; a kind of a later version stays as it is. */
export function factWords(type: string, { history }: Words): Literal {
  const facts: Readonly<Record<ToldFactType, Text>> = history.facts;
  return facts[type as ToldFactType] ?? literal(type);
}

/** An access template, as the subject of what happened. */
export function templateSubject(name: string, { history: { subjects } }: Words): Literal {
  return subjects.template({ template: literal(name, 64) });
}

/** One event: its time for a text block, the fact and the person for a text run. */
export interface HistoryLine {
  readonly when: Markdown;
  readonly what: Literal;
}

/** The last events, the newest first. `most`: how many. */
export function historyLines(history: readonly HistoryEntry[], most: number, words: Words): readonly HistoryLine[] {
  return history
    .slice(-most)
    .reverse()
    .map((entry) => {
      const { at, what, by, times = 1 } = entry;
      const plain = factWords(what, words);
      const subject = subjectOf(entry, words);
      const one = subject === '' ? plain : words.history.of({ what: plain, subject });
      const told = times > 1 ? words.history.times({ what: one, count: times }) : one;
      return { when: dayAndTime(at), what: by ? phrase`${told} · ${personName(by, words)}` : told };
    });
}

function subjectOf({ template, owner, action, customerNotice }: HistoryEntry, words: Words): Literal {
  if (customerNotice) return words.customerNotice.about[customerNotice];
  if (owner) return personName(owner, words);
  if (action) return words.secondAdmin.subjects[action];
  return template === undefined ? '' : templateSubject(template, words);
}

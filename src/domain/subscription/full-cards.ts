// In which conversations news come as a card, and in which as a line, so that no one is told the same by many cards.
import type { Hearer } from './who-hears.js';

// A third card says nothing new to a person who has two.
const mostCards = 2;
// In a channel the card stays, and what comes later is told under it.
const kinds: readonly (string | undefined)[] = ['channel', 'groupChat', 'personal'];

/** The ids of the conversations that hear news as a line: someone there has two cards of it elsewhere. `hearing`: all that hear. */
export function heardInShort(hearing: readonly Pick<Hearer, 'id' | 'kind' | 'people'>[]): ReadonlySet<string> {
  const cards = new Map<string, number>();
  const inShort = new Set<string>();
  for (const kind of kinds) {
    for (const { id, people = [] } of hearing.filter((each) => each.kind === kind)) {
      if (people.some((each) => (cards.get(each.id) ?? 0) >= mostCards)) inShort.add(id);
      else for (const each of people) cards.set(each.id, (cards.get(each.id) ?? 0) + 1);
    }
  }
  return inShort;
}

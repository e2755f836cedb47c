// Names people on a card, so that Teams tells them.
import type { Words } from '../catalogue.js';
import type { Markdown } from '../words/text-types.js';
import { bare, joined, mentionOf } from './text.js';

/** A person whom a card names. */
export interface NamedPerson {
  /** Teams' own id for the person. */
  readonly teamsId: string;
  /** Foreign text. */
  readonly name: string;
}

/** The line that names people, and what Teams takes to tell them. */
export interface Naming {
  readonly line: Markdown;
  readonly entities: readonly object[];
}

// More would hide what is told.
const mostNamed = 5;

/**
 * Names people. Of a name only letters, numbers and a few signs are left, since clients read Markdown where they look for names.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format (checked 2026-11-30)
 */
export function namingOf(people: readonly NamedPerson[], { card }: Pick<Words, 'card'>): Naming {
  const named = people.slice(0, mostNamed).map(({ teamsId, name }) => ({
    teamsId,
    name: bare(name) || card.nameless,
    text: mentionOf(bare(name) || card.nameless),
  }));
  return {
    line:
      named.length === 0
        ? ''
        : card.concerns({
            names: joined(
              named.map(({ text }) => text),
              ', ',
            ),
          }),
    entities: named.map(({ teamsId: id, name, text }) => ({ type: 'mention', text, mentioned: { id, name } })),
  };
}

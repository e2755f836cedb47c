// How a status shows: always a word with an icon, never a colour alone.

import type { Status } from '../../domain/tenant/status.js';
import type { Words } from '../catalogue.js';
import { phrase } from '../render/text.js';
import type { Text } from '../words/text-types.js';

/** Colours that every client has. */
export type Colour = 'good' | 'attention' | 'accent' | 'default';

/** Icon, word and colour of a status. */
export interface StatusStyle {
  readonly icon: Text;
  readonly word: Text;
  readonly colour: Colour;
}

const styles: Readonly<Record<Status, Omit<StatusStyle, 'word'>>> = {
  issuesFound: { icon: phrase`⚠️`, colour: 'attention' },
  needsApproval: { icon: phrase`✉️`, colour: 'accent' },
  awaitingMicrosoft: { icon: phrase`⏳`, colour: 'default' },
  approved: { icon: phrase`✅`, colour: 'good' },
  notConfigured: { icon: phrase`⚪`, colour: 'default' },
};

/** The style of a status. */
export function styleOf(status: Status, { statuses }: Words): StatusStyle {
  return { ...styles[status], word: statuses[status] };
}

/** How many tenants have a status, with its icon and word. */
export function countedStatus(status: Status, count: number, words: Words): Text {
  const { icon, word } = styleOf(status, words);
  return phrase`${icon}\u00A0${count} ${word}`;
}

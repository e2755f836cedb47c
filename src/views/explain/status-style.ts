// How a status shows: always a word with an icon, never a colour alone.
import type { Status } from '../../domain/tenant/status.js';
import type { Words } from '../catalogue.js';

/** Colours that every client has. */
export type Colour = 'good' | 'attention' | 'accent' | 'default';

/** Icon, word and colour of a status. */
export interface StatusStyle {
  readonly icon: string;
  readonly word: string;
  readonly colour: Colour;
}

const styles: Readonly<Record<Status, Omit<StatusStyle, 'word'>>> = {
  issuesFound: { icon: '⚠️', colour: 'attention' },
  needsApproval: { icon: '✉️', colour: 'accent' },
  awaitingMicrosoft: { icon: '⏳', colour: 'default' },
  approved: { icon: '✅', colour: 'good' },
  notConfigured: { icon: '⚪', colour: 'default' },
};

/** The style of a status. */
export function styleOf(status: Status, { statuses }: Words): StatusStyle {
  return { ...styles[status], word: statuses[status] };
}

// A plan in blocks: things of one kind and one fate, how many, and which of them by name.

import { instancesIn } from '../../domain/access/delegated-admin.js';
import { isEnded } from '../../domain/access/relationship.js';
import type { OffboardingChoice, PlanLine } from '../../domain/offboarding/plan.js';
import type { Words } from '../catalogue.js';
import { joined } from '../render/text.js';
import { fill } from '../words/messages.js';
import type { Markdown, Text } from '../words/text-types.js';
import { outcomeStyle } from './outcome-style.js';
import { type PlanRow, planRow, type RowContext } from './plan-rows.js';
import { reasonWords } from './reason-words.js';

/** Things of one kind with one fate. */
export interface PlanBlock {
  readonly kind: Text;
  readonly fate: Text;
  readonly colour: string;
  /** What applies to all of them. */
  readonly explanation: Markdown;
  readonly rows: readonly (Omit<PlanRow, 'isUrgent'> & { readonly colour: string })[];
  /** Number of hidden rows, in words; empty: none. */
  readonly more: Text;
}

// Characters of a message that all rows together may take, and those that a row takes besides its words.
const mostCharacters = 4700;
const charactersPerRow = 205;

type Kind = PlanLine['kind'] | 'endedRelationship';

// Unread parts come first: they may hide anything.
const order: readonly Kind[] = [
  'unread',
  'assignment',
  'consent',
  'relationship',
  'invitation',
  'delegatedAdmin',
  'reseller',
  'subscription',
  'reservation',
  'endedRelationship',
];

interface Group {
  readonly kind: Kind;
  readonly first: PlanLine;
  readonly lines: PlanLine[];
}

/** The blocks of a plan. `steps`: the decided ones; absent: they can still be chosen. */
export function planBlocks(around: RowContext, steps?: readonly OffboardingChoice[]): readonly PlanBlock[] {
  const groups = new Map<string, Group>();
  for (const line of around.plan.lines.filter((each) => !isAbsent(each))) {
    const key = `${kindOf(line)} ${JSON.stringify(line.fate)}`;
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { kind: kindOf(line), first: line, lines: [line] });
  }
  const sorted = [...groups.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const drawn = sorted.map((group) => ({ group, rows: rowsOf(group, around) }));
  const most = fairShare(drawn.map(({ rows }) => rows));
  return drawn.map(({ group, rows }) => blockOf(group, rows, most, around.context.words, steps));
}

/** What the plan doesn't have, in a sentence; empty: it has all of it. */
export function absentWords(lines: readonly PlanLine[], { offboardingPlan: { absent } }: Words): Text {
  const names = lines.flatMap((line) => {
    if (!isAbsent(line)) return [];
    return line.kind === 'consent' || line.kind === 'delegatedAdmin' || line.kind === 'reseller'
      ? [absent[line.kind]]
      : [];
  });
  return names.length === 0 ? '' : absent.sentence({ list: joined(names, ', ') });
}

function isAbsent(line: PlanLine): boolean {
  switch (line.kind) {
    case 'consent':
      return line.consent === 'none';
    case 'delegatedAdmin':
      return !line.granted;
    case 'reseller':
      return !line.isReseller;
    default:
      return false;
  }
}

function kindOf(line: PlanLine): Kind {
  return line.kind === 'relationship' && isEnded(line.relationship.status) ? 'endedRelationship' : line.kind;
}

function rowsOf({ lines }: Group, around: RowContext): readonly PlanRow[] {
  const rows = lines.flatMap((line) => planRow(line, around) ?? []);
  // Urgent rows must not be among those left out.
  return [...rows.filter(({ isUrgent }) => isUrgent), ...rows.filter(({ isUrgent }) => !isUrgent)];
}

/** The most rows of each block with which all of them still fit. */
function fairShare(blocks: readonly (readonly PlanRow[])[]): number {
  const longest = Math.max(0, ...blocks.map(({ length }) => length));
  for (let most = longest; most > 1; most -= 1) {
    const rows = blocks.flatMap((block) => block.slice(0, most));
    const characters = rows.reduce((sum, { text, note }) => sum + charactersPerRow + text.length + note.length, 0);
    if (characters <= mostCharacters) return most;
  }
  return 1;
}

function blockOf(
  { kind, first, lines }: Group,
  rows: readonly PlanRow[],
  most: number,
  words: Words,
  steps?: readonly OffboardingChoice[],
): PlanBlock {
  const { kinds, fates, more } = words.offboardingPlan;
  const { word, colour } = outcomeStyle(first.fate, words, steps);
  const hidden = rows.length - most;
  return {
    kind: fill(kinds[kind], { count: countOf(lines) }),
    // Kinds that say more than their fate does.
    fate: kind === 'unread' ? fates.unread : kind === 'endedRelationship' ? fates.ended : word,
    colour,
    explanation: explanationOf(kind, first, words, steps),
    rows: rows
      .slice(0, most)
      .map(({ text, note, isUrgent }) => ({ text, note, colour: isUrgent ? 'attention' : 'default' })),
    more: hidden > 0 ? more({ count: hidden }) : '',
  };
}

/** A line about reservations stands for as many as were bought. */
function countOf(lines: readonly PlanLine[]): number {
  const reservations = lines.flatMap((line) => (line.kind === 'reservation' ? [line.reservation] : []));
  return reservations.length > 0 ? instancesIn(reservations) : lines.length;
}

function explanationOf(kind: Kind, { fate }: PlanLine, words: Words, steps?: readonly OffboardingChoice[]): Text {
  const { explanations } = words.offboardingPlan;
  if (kind === 'unread' || kind === 'subscription') return explanations[kind];
  if (fate.is === 'cannot') {
    const { why, who } = reasonWords(fate.why, words);
    return joined([why, who]);
  }
  if (fate.is !== 'choosable' || steps?.includes(fate.step) === false) return '';
  return steps ? explanations.lasting : explanations.lastingIfChosen;
}

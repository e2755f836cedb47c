// Sentences that the question before a batch and its card share.
import type { Batch, BatchAction } from '../../domain/batch/batch.js';
import type { RefusedGroup } from '../../domain/batch/refused.js';
import type { Person } from '../../domain/person.js';
import type { TagChange } from '../../domain/tag.js';
import type { TenantChange } from '../../domain/tenant/tenant-change.js';
import type { Words } from '../catalogue.js';
import { joined, literal, personName } from '../render/text.js';
import type { Literal, Text } from '../words/text-types.js';

/** What is done to how many, as a heading. */
export function batchTitle({ action, count }: Pick<Batch, 'action' | 'count'>, words: Words): Literal {
  const { title } = words.batches;
  const owner = ownerOf(action);
  return owner ? title.assign({ count, person: personName(owner, words) }) : title[action.do]({ count });
}

/** The same as a question. */
export function batchAsk({ action, count }: Pick<Batch, 'action' | 'count'>, words: Words): Literal {
  const { ask } = words.batches;
  const owner = ownerOf(action);
  return owner ? ask.assign({ count, person: personName(owner, words) }) : ask[action.do]({ count });
}

function ownerOf(action: BatchAction): Person | undefined {
  return action.do === 'import' ? action.owner : undefined;
}

/** The tags that are put on and taken off; none for other actions. */
export function tagLines(action: BatchAction, { batches }: Words): readonly Literal[] {
  if (action.do !== 'tag') return [];
  return [batches.tags({ tags: literal(tagsText(action), 400) })];
}

/** Tags as they are typed: those that come first, then those that go, with their sign. */
export function tagsText({ added, removed }: TagChange): string {
  return [...added, ...removed.map((tag) => `-${tag}`)].join(' ');
}

/** What the tenants lose by it, a line each; none: nothing. */
export function lossLines({ do: name }: Pick<BatchAction, 'do'>, { batches }: Words): readonly Literal[] {
  if (name === 'disable') return [batches.forgets];
  return name === 'endEarlier' ? [batches.endsEarlier, batches.endsGroups] : [];
}

/** As many tenants are named; a list has all of them. */
export const mostNamed = 8;

/** The first tenants by their names, which are foreign, and how many more there are. */
export function namesLine(names: readonly string[], count: number, { tenant }: Words): Literal {
  const more = count - names.length;
  return joined(
    [...names.map((name) => literal(name, 40)), ...(more > 0 ? [tenant.progress.more({ count: more })] : [])],
    ', ',
  );
}

/** What an import changes at a tenant, by its columns. `name` is foreign. */
export function changeLine(name: string, { tags, template, owner }: TenantChange, words: Words): Literal {
  const { columns } = words.exporting;
  const part = (column: Text, value: Literal) => words.importing.part({ column, value });
  const parts = [
    ...(tags ? [part(columns.tags, literal(tagsText(tags), 200))] : []),
    ...(template === undefined ? [] : [part(columns.template, literal(template, 64))]),
    ...(owner ? [part(columns.owner, personName(owner, words))] : []),
  ];
  return joined([literal(name, 40), ...parts], ' · ');
}

/** A line for each reason why tenants are left as they are. */
export function refusedLines(groups: readonly RefusedGroup[], { batches }: Words): readonly Literal[] {
  const known: Readonly<Record<string, Text>> = batches.why;
  return groups.map(({ why, count }) => batches.cannot({ count, why: known[why] ?? batches.why.other }));
}

const secondsOfMinute = 60;
const minutesOfHour = 60;
// From here on, minutes say no more than hours.
const mostMinutes = 90;

/** A time as people say it, rounded up. */
export function durationWords(seconds: number, { batches }: Words): Literal {
  const minutes = Math.ceil(seconds / secondsOfMinute);
  if (minutes <= 1) return batches.seconds;
  return minutes < mostMinutes
    ? batches.minutes({ count: minutes })
    : batches.hours({ count: Math.ceil(minutes / minutesOfHour) });
}

// What a card of /fleet counts.
import { statuses } from '../../src/domain/tenant/status.js';
import { en } from '../../src/views/words/en/index.js';
import { parts } from './card-reading.js';

/** How many have each status, by its English word, as a client shows it that draws no charts. */
export function statusesCounted(card: unknown): ReadonlyMap<string, number> {
  const chart = [...parts(card)].find(({ type }) => type === 'Chart.HorizontalBar.Stacked');
  const { facts } = (chart?.fallback ?? { facts: [] }) as { facts: { title: string; value: string }[] };
  const names = statuses.map((status): string => en.statuses[status]);
  return new Map(
    facts
      .filter(({ title }) => names.includes(title))
      .map(({ title, value }) => [title, Number(/\d+$/.exec(value)?.[0])]),
  );
}

/** How many there are in all. */
export function counted(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, each) => sum + each, 0);
}

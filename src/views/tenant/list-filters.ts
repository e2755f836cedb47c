// The filters above the list: a button for each status, with how many it would show.
import type { ListPage } from '../../domain/tenant/list.js';
import { type Status, statuses } from '../../domain/tenant/status.js';
import type { Words } from '../catalogue.js';
import { countedStatus } from '../explain/status-style.js';
import { listData } from '../render/navigation.js';
import { phrase, strong } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Markdown, Text } from '../words/text-types.js';

// Its title says it all, on a phone over two lines.
interface Filter extends Pick<Button, 'title' | 'verb' | 'data'> {
  /** The same, bold if it is chosen. */
  readonly text: Markdown;
}

/** Filters side by side. */
export interface FilterRow {
  readonly filters: readonly Filter[];
}

const filtersPerRow = 3;

/**
 * The filters of a page. A row has columns of one width, so that a filter takes as much room as its words on a phone, and stands
 * in one line elsewhere.
 */
export function filterRowsOf(page: ListPage, words: Words): readonly FilterRow[] {
  const filters = filtersOf(page, words);
  const rows = Math.ceil(filters.length / filtersPerRow);
  return Array.from({ length: rows }, (_, row) => ({
    filters: filters.slice(row * filtersPerRow, (row + 1) * filtersPerRow),
  }));
}

// All of them while nothing is searched, so that none moves the rows as it comes or goes; of a search those that have
// something, and the chosen one.
function filtersOf({ query, counts }: ListPage, words: Words): readonly Filter[] {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const isSearch = query.search !== '';
  if (isSearch && all === 0 && query.status === undefined) return [];
  const filter = (status: Status | undefined, title: Text, count: number): readonly Filter[] => {
    const isChosen = query.status === status;
    if (isSearch && count === 0 && !isChosen) return [];
    const text = isChosen ? strong(title) : title;
    return [
      { title, verb: 'tenants.list', data: status === undefined ? { filter: 'any' } : listData({ status }), text },
    ];
  };
  const named = statuses.flatMap((status) =>
    filter(status, countedStatus(status, counts[status], words), counts[status]),
  );
  return [...filter(undefined, phrase`${words.tenantList.all} ${all}`, all), ...named];
}

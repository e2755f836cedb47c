// The list of batches: those that are under way, wait for a second admin, or are over and still kept.
import type { Batch } from './batch.js';

/** How many batches a page has. */
export const batchesPerPage = 10;

/** A page of batches. */
export interface BatchesPage {
  /** The newest first. */
  readonly batches: readonly Batch[];
  /** Counted from 1. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}

/** A page of all batches that someone has said yes to. `wanted`: counted from 1; one past the end means the last. */
export function batchesPageOf(all: Iterable<Batch>, wanted: number): BatchesPage {
  const known = [...all]
    .filter(({ isAsked }) => !isAsked)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1));
  const pages = Math.max(1, Math.ceil(known.length / batchesPerPage));
  const page = Math.min(Math.max(1, wanted), pages);
  return { batches: known.slice((page - 1) * batchesPerPage, page * batchesPerPage), page, pages };
}

// A page of the list as the answer to a query, and what may have been meant where it isn't understood.
import type { ListPage } from '../tenant/list.js';
import type { QueryProblem } from './query-problem.js';
import { withCorrections } from './query-problem.js';
import type { QueryReading } from './read-query.js';

/** What isn't understood of a query. */
export interface NotUnderstood {
  /** The first part of it. */
  readonly problem: QueryProblem;
  /** Whether the first of `instead` is close to what was typed. */
  readonly isClose: boolean;
  /** Queries that may have been meant, the likeliest first; empty: nothing is known that could stand there. */
  readonly instead: readonly string[];
}

/** A page of what a query asks for. */
export interface QueryPage extends ListPage {
  /** Absent: all of it is understood. */
  readonly notUnderstood?: NotUnderstood | undefined;
  /** Whether it asks for tenants whose earlier relationship is still active. */
  readonly isAboutEarlier?: boolean | undefined;
  /** Whether it asks for tenants by when their access ends, which their rows then say. */
  readonly isAboutEnds?: boolean | undefined;
}

// As many as a person looks through.
const mostInstead = 6;

/** What may have been meant; `undefined`: everything is understood. */
export function notUnderstoodIn({ typed, problems, corrected }: QueryReading): NotUnderstood | undefined {
  const [problem] = problems;
  if (!problem) return undefined;
  const { meant, others } = problem;
  const each = [...(meant ? [meant] : []), ...others].map((correction) => withCorrections(typed, [correction]));
  const all = corrected === undefined ? each : [corrected, ...each.slice(meant ? 1 : 0)];
  return { problem, isClose: meant !== undefined, instead: [...new Set(all)].slice(0, mostInstead) };
}

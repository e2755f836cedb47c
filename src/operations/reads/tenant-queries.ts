// Reads queries against the tags and access templates that there are now.
import { hasAutoExtendDrift } from '../../domain/access/drift.js';
import { statusesIn, withoutStatus, withStatus } from '../../domain/query/query.js';
import { type QueryNames, type QueryWords, queryWordsOf } from '../../domain/query/query-names.js';
import { type QueryReading, readQuery } from '../../domain/query/read-query.js';
import { type QueryMoment, selectionOf } from '../../domain/query/selection.js';
import type { Wanted } from '../../domain/tenant/list.js';
import type { Status } from '../../domain/tenant/status.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { startOfHour } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import { nearest } from '../../runtime/nearest.js';
import type { Templates } from '../ports/templates.js';

/** A query as it was read, and what the index is asked for. */
export interface ReadQuery extends QueryReading {
  readonly wanted: Wanted;
  /** What the answer depends on besides the tenants. */
  readonly dependsOn: readonly (string | number)[];
}

interface TenantQueriesDeps {
  readonly names: readonly QueryNames[];
  readonly clock: Pick<Clock, 'now'>;
  readonly templates: Templates;
  readonly tags: () => Iterable<string>;
  readonly templateOf: QueryMoment['templateOf'];
}

// Further off than this, it is another word.
const mostSlips = 3;
const lettersPerSlip = 3;

const nothing: Wanted = { selection: { isMatch: () => false, parts: [] }, statuses: undefined };

/** What queries mean as of now. */
export class TenantQueries {
  readonly #deps: TenantQueriesDeps;
  readonly #words: QueryWords;
  /** How often other templates were taken up. */
  #editions = 0;

  constructor(deps: TenantQueriesDeps) {
    this.#deps = deps;
    this.#words = queryWordsOf(deps.names);
    deps.templates.changed.on(() => {
      this.#editions += 1;
    });
  }

  /** Reads what was typed. `status`: in place of what it says of the status. */
  read(typed: string, status?: Status): ReadQuery {
    const { tags, templates, clock, templateOf } = this.#deps;
    const reading = readQuery(typed, {
      words: this.#words,
      tags: { [Symbol.iterator]: () => tags()[Symbol.iterator]() },
      templates: [...templates.current.templates.keys()],
      nearest: nearestWord,
    });
    const query = status === undefined ? reading.query : withStatus(reading.query, status);
    const now = clock.now();
    const areCounted = query.terms.some(({ condition }) => condition.key === 'ends' && 'days' in condition.end);
    const hasDrift = (tenant: Tenant) => {
      const template = templates.current.templates.get(templateOf(tenant));
      return template !== undefined && hasAutoExtendDrift(tenant, template);
    };
    const selection = () => selectionOf(withoutStatus(query), { now, templateOf, hasDrift });
    return {
      ...reading,
      query,
      wanted: reading.problems.length > 0 ? nothing : { selection: selection(), statuses: statusesIn(query) },
      dependsOn: [this.#editions, ...(areCounted ? [startOfHour(now)] : [])],
    };
  }
}

function nearestWord(typed: string, words: readonly string[]): string | undefined {
  return nearest(typed, words, Math.min(mostSlips, Math.max(1, Math.floor(typed.length / lettersPerSlip))));
}

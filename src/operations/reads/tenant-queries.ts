// Reads queries against the tags and access templates that there are now.
import { hasAutoExtendDrift } from '../../domain/access/drift.js';
import { asTypedBy } from '../../domain/query/as-typed-by.js';
import { type Query, statusesIn, type WantedOwner, withoutStatus, withStatus } from '../../domain/query/query.js';
import { compared, type QueryNames, type QueryWords, queryWordsOf } from '../../domain/query/query-names.js';
import { type QueryReading, readQuery, withoutKey } from '../../domain/query/read-query.js';
import { type QueryMoment, selectionOf } from '../../domain/query/selection.js';
import type { ListQuery, Wanted } from '../../domain/tenant/list.js';
import type { Status } from '../../domain/tenant/status.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { startOfHour } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import { nearest } from '../../runtime/nearest.js';
import type { Templates } from '../ports/templates.js';

/** A query as it was read, and what the index is asked for. */
export interface ReadQuery extends QueryReading {
  readonly wanted: Wanted;
  /** The same for a list: one status is its filter, whether it was chosen there or typed. */
  readonly asked: Pick<ListQuery, 'status' | 'search'>;
  /** What the answer depends on besides the tenants. */
  readonly dependsOn: readonly (string | number)[];
}

interface TenantQueriesDeps {
  readonly names: readonly QueryNames[];
  readonly clock: Pick<Clock, 'now'>;
  readonly templates: Templates;
  readonly tags: () => Iterable<string>;
  readonly owners: () => Iterable<string>;
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

  /** Reads what was typed, and which filter was chosen: that counts in place of what is typed of the status. */
  read({ search, status, isAnyStatus }: Pick<ListQuery, 'search' | 'status' | 'isAnyStatus'>): ReadQuery {
    const { templates, clock, templateOf } = this.#deps;
    const reading = this.#reading(search);
    const isChosen = status !== undefined || isAnyStatus === true;
    const query = isChosen ? withStatus(reading.query, status) : reading.query;
    const now = clock.now();
    const areCounted = query.terms.some(
      ({ condition }) => condition.key === 'pending' || (condition.key === 'ends' && 'days' in condition.end),
    );
    const hasDrift = (tenant: Tenant) => {
      const template = templates.current.templates.get(templateOf(tenant));
      return template !== undefined && hasAutoExtendDrift(tenant, template);
    };
    const selection = () => selectionOf(withoutStatus(query), { now, templateOf, hasDrift });
    const areUnderstood = reading.problems.length === 0;
    const only = onlyStatus(query);
    const isFilter = isChosen || only !== undefined;
    return {
      ...reading,
      query,
      wanted: areUnderstood ? { selection: selection(), statuses: statusesIn(query) } : nothing,
      asked: areUnderstood && isFilter ? { status: only, search: withoutKey(reading, 'status') } : { status, search },
      dependsOn: [this.#editions, ...(areCounted ? [startOfHour(now)] : [])],
    };
  }

  /** The status that a query names and says nothing else, such as "needs approval"; `undefined`: none. */
  statusNamed({ query: { text, notTexts }, places }: QueryReading): Status | undefined {
    return notTexts.length + places.length === 0 ? this.#words.statuses.get(compared(text))?.of : undefined;
  }

  /** What a person has typed, with `who` they are in place of "me". */
  typedBy(typed: string, who: WantedOwner): string {
    return asTypedBy(this.#reading(typed), who, this.#words);
  }

  #reading(typed: string): QueryReading {
    const { tags, owners, templates } = this.#deps;
    return readQuery(typed, {
      words: this.#words,
      tags: { [Symbol.iterator]: () => tags()[Symbol.iterator]() },
      owners: { [Symbol.iterator]: () => owners()[Symbol.iterator]() },
      templates: [...templates.current.templates.keys()],
      nearest: nearestWord,
    });
  }
}

/** The one status that a query is for; `undefined`: it says more than that of statuses, or nothing. */
function onlyStatus({ terms }: Query): Status | undefined {
  const [term, ...others] = terms.filter(({ condition }) => condition.key === 'status');
  if (!term || others.length > 0 || term.isNot || term.condition.key !== 'status') return undefined;
  const [status, ...more] = term.condition.anyOf;
  return more.length === 0 ? status : undefined;
}

function nearestWord(typed: string, words: readonly string[]): string | undefined {
  return nearest(typed, words, Math.min(mostSlips, Math.max(1, Math.floor(typed.length / lettersPerSlip))));
}

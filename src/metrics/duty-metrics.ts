// How the work that begins by itself is spread over the replicas: how much of each kind is this one's.
import { Gauge, type Registry } from 'prom-client';
import { cardsDuty, type Duties, messagesDuty, singleDuties } from '../operations/ports/duties.js';
import type { Store } from '../operations/ports/store.js';
import { inSlices } from '../runtime/in-slices.js';

/** What duties are counted of. */
export interface CountedDuties {
  readonly duties: Duties;
  readonly store: Pick<Store, 'tenants' | 'conversations' | 'watchedRequests'>;
  readonly postedCards: { readonly cards: readonly { readonly conversationId: string }[] };
}

/** Registers the gauge. Of all replicas together it says how much there is of each kind. */
export function dutyMetricsIn(registry: Registry, counted: CountedDuties): void {
  new Gauge({
    name: 'gatehouse_duties',
    help: 'What this replica does by itself and no other, by kind',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      for (const [kind, keys] of Object.entries(keysByKind(counted)))
        this.set({ kind }, await countOfMine(keys, counted.duties));
    },
  });
}

function keysByKind({ store, postedCards }: CountedDuties): Readonly<Record<string, Iterable<string>>> {
  return {
    tenants: mapped(store.tenants(), ({ tenantId }) => tenantId),
    messages: mapped(store.conversations(), ({ id }) => messagesDuty(id)),
    cards: new Set(postedCards.cards.map(({ conversationId }) => cardsDuty(conversationId))),
    watchedRequests: mapped(store.watchedRequests(), ({ relationshipId }) => relationshipId),
    ...Object.fromEntries(singleDuties.map((key) => [key, [key]])),
  };
}

function* mapped<T>(all: Iterable<T>, keyOf: (each: T) => string): Generator<string> {
  for (const each of all) yield keyOf(each);
}

/** Whose a key is takes a moment, and there may be a hundred thousand. */
async function countOfMine(keys: Iterable<string>, duties: Duties): Promise<number> {
  let count = 0;
  for await (const slice of inSlices(keys)) count += slice.filter((key) => duties.isMine(key)).length;
  return count;
}

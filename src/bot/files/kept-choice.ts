// The tenants that a person has named in rows, kept until they answer the dry run: too many for a card to carry.
import { handedTypes, type Offers } from '../../operations/ports/handed-files.js';
import type { Turn } from '../turn/turn.js';

// As long as any other question of the kind: who answers later names them again.
const lastsMs = 60 * 60_000;

/** Keeps them for an hour, for one person in one conversation. They may be lost in a crash. */
export class KeptChoices {
  readonly #offers: Pick<Offers, 'put' | 'take'>;

  constructor(offers: Pick<Offers, 'put' | 'take'>) {
    this.#offers = offers;
  }

  /** @throws StoreError */
  async keep(batchId: string, tenantIds: readonly string[], { actor: person, conversationId }: Turn): Promise<void> {
    const bytes = Buffer.from(tenantIds.join('\n'));
    const file = { name: 'tenants.csv', contentType: handedTypes.csv, bytes, what: 'exportOpened' } as const;
    await this.#offers.put(batchId, { person, conversationId, file }, lastsMs);
  }

  /** Takes them, once; `undefined`: they aren't kept any longer, or weren't this person's. @throws StoreError */
  async take(batchId: string, { actor, conversationId }: Turn): Promise<readonly string[] | undefined> {
    const kept = await this.#offers.take(batchId, { personId: actor.id, conversationId });
    return kept && Buffer.from(kept.file.bytes).toString('utf8').split('\n');
  }
}

// Posted cards that all replicas keep together: each remembers all of them, and tells the others what it changes at once.
import type { CardStore, CardsChanged, MessageId, PostedCard } from '../../operations/ports/cards.js';
import { BackgroundWorker } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';
import { CardsInMemory, messageKey } from '../records/cards-in-memory.js';
import type { Database } from './database.js';
import { DatabaseAway } from './failures.js';

// What others write in quick succession is read together.
const gatherMs = 10;
const again = { first: 100, longest: 2000 };

/** What sharing cards takes. */
export interface PgCardsDeps<View> {
  readonly clock: Clock;
  readonly log: Log;
  /** What a card shows. @throws when the JSON is no such view. */
  readonly viewFrom: (json: unknown) => View;
}

/** A change that the database doesn't have yet. */
interface Unshared<View> {
  readonly message: MessageId;
  /** Absent: the card is removed. */
  readonly card?: PostedCard<View>;
  /** It gives way to whatever another replica has done to the card since. */
  readonly isRedrawn: boolean;
}

/** A card as the database has it, with the number of its last write; all but `head` null: nothing new. */
interface CardRow {
  readonly head: string;
  readonly conversation_id: string | null;
  readonly activity_id: string | null;
  readonly seq: string | null;
  readonly doc: string | null;
}

/** Keeps the contract of `CardStore` among all replicas on a database. While that is away, what is changed here is kept here. */
export class PgCards<View> implements CardStore<View> {
  readonly changedElsewhere = new Emitter<[changed: CardsChanged<View>]>();
  readonly #database: Database;
  readonly #log: Log;
  readonly #viewFrom: (json: unknown) => View;
  /** Its own, as it goes on while the others are waited for at the end. */
  readonly #worker: BackgroundWorker;
  readonly #kept = new CardsInMemory<View>();
  /** By message: the write that a card here is of. */
  readonly #seqs = new Map<string, number>();
  #unshared = new Map<string, Unshared<View>>();
  /** The last write that was read, and the last that was heard of since. */
  #seen = 0;
  #heard = 0;

  private constructor(database: Database, { clock, log, viewFrom }: PgCardsDeps<View>) {
    this.#database = database;
    this.#log = log;
    this.#viewFrom = viewFrom;
    this.#worker = new BackgroundWorker(clock, log, { failed: 'cardsNotShared', backOff: again });
  }

  /**
   * Reads all cards, and follows what others do from now on.
   * @throws DatabaseAway
   */
  static async open<View>(database: Database, deps: PgCardsDeps<View>): Promise<PgCards<View>> {
    const cards = new PgCards(database, deps);
    await database.session.listen('gatehouse_cards', (seq) => cards.#hears(Number(seq), gatherMs));
    // What was notified while the session was lost wasn't heard.
    database.session.begun.on(() => cards.#hears(Number.POSITIVE_INFINITY, 0));
    await cards.#share();
    return cards;
  }

  cards(): readonly PostedCard<View>[] {
    return this.#kept.all();
  }

  put(card: PostedCard<View>): void {
    this.#kept.put(card);
    this.#tell({ message: card, card, isRedrawn: false });
  }

  redrawn(before: PostedCard<View>, after: PostedCard<View>): void {
    if (this.#kept.find(before) !== before) return;
    this.#kept.put(after);
    // What a person did, and the database doesn't have yet, gives way to nothing.
    const isRedrawn = this.#unshared.get(messageKey(after))?.isRedrawn ?? true;
    this.#tell({ message: after, card: after, isRedrawn });
  }

  remove(message: MessageId): void {
    if (this.#kept.remove(message)) this.#tell({ message, isRedrawn: false });
  }

  /** Tells what isn't told yet. */
  async close(): Promise<void> {
    await this.#worker.stop();
    if (this.#unshared.size === 0) return;
    await this.#share().catch((error) => this.#log.warn('cardsNotKept', { error }));
  }

  #tell(change: Unshared<View>): void {
    const key = messageKey(change.message);
    // No text of the database has this character, and no message of Teams'.
    if (key.includes('\0')) return;
    // The last to be touched is the last to be told.
    this.#unshared.delete(key);
    this.#unshared.set(key, change);
    this.#shareSoon(0);
  }

  #hears(seq: number, readInMs: number): void {
    this.#heard = Math.max(this.#heard, seq);
    if (seq > this.#seen) this.#shareSoon(readInMs);
  }

  #shareSoon(inMs: number): void {
    this.#worker.schedule('cards', inMs, async () => {
      // Its own writes are notified too.
      if (this.#unshared.size > 0 || this.#heard > this.#seen) await this.#share();
    });
  }

  /** Tells what was changed here, and takes what was changed elsewhere. */
  async #share(): Promise<void> {
    const [told, heard] = [this.#unshared, this.#heard];
    this.#unshared = new Map();
    this.#heard = 0;
    try {
      this.#take(await this.#exchange([...told]), told);
    } catch (error) {
      this.#heard = Math.max(this.#heard, heard);
      // Told again where nothing newer is, unless the database doesn't take it at all.
      if (error instanceof DatabaseAway) {
        const untold = [...told].filter(([key]) => !this.#unshared.has(key));
        this.#unshared = new Map([...untold, ...this.#unshared]);
      }
      throw error;
    }
    if (this.#unshared.size > 0) this.#shareSoon(0);
  }

  #exchange(told: readonly (readonly [key: string, Unshared<View>])[]): Promise<readonly CardRow[]> {
    return this.#database.query<CardRow>({
      name: 'share cards',
      text: 'select * from gatehouse.share_cards($1, $2, $3, $4, $5)',
      values: [
        this.#seen,
        told.map(([, { message }]) => message.conversationId),
        told.map(([, { message }]) => message.activityId),
        told.map(([, { card }]) => card && docOf(card)),
        told.map(([key, { isRedrawn }]) => (isRedrawn ? (this.#seqs.get(key) ?? 0) : null)),
      ],
    });
  }

  #take(rows: readonly CardRow[], told: ReadonlyMap<string, Unshared<View>>): void {
    const head = Number(rows[0]?.head ?? 0);
    if (head < this.#seen) {
      // A backup was restored.
      this.#seen = 0;
      this.#seqs.clear();
      this.#hears(Number.POSITIVE_INFINITY, 0);
      return;
    }
    const changed = { put: [] as PostedCard<View>[], removed: [] as MessageId[] };
    const found = new Set<string>();
    for (const { conversation_id: conversationId, activity_id: activityId, seq, doc } of rows) {
      if (conversationId === null || activityId === null) continue;
      const message = { conversationId, activityId };
      const key = messageKey(message);
      found.add(key);
      const isOurs = told.has(key) && Number(seq) === head;
      const isNew = Number(seq) !== this.#seqs.get(key);
      if (doc === null) this.#seqs.delete(key);
      else this.#seqs.set(key, Number(seq));
      if (!isOurs && isNew) this.#takeOne(message, doc, changed);
    }
    for (const [key, { message, isRedrawn }] of told) {
      // Of a card whose trace is gone, too.
      if (isRedrawn && !found.has(key)) this.#takeOne(message, null, changed);
    }
    this.#seen = head;
    if (changed.put.length + changed.removed.length > 0) this.changedElsewhere.emit(changed);
  }

  #takeOne(
    message: MessageId,
    doc: string | null,
    changed: { readonly put: PostedCard<View>[]; readonly removed: MessageId[] },
  ): void {
    const key = messageKey(message);
    const ours = this.#unshared.get(key);
    // What was done here since is written after it.
    if (ours && !ours.isRedrawn) return;
    this.#unshared.delete(key);
    const card = doc === null ? undefined : this.#cardOf(message, doc);
    if (card) {
      this.#kept.put(card);
      changed.put.push(card);
    } else if (this.#kept.remove(message)) changed.removed.push(message);
  }

  /** `undefined`: another version's, which shows what we can't draw. */
  #cardOf(message: MessageId, doc: string): PostedCard<View> | undefined {
    try {
      const { view, ...rest } = JSON.parse(doc);
      return { ...message, view: this.#viewFrom(view), ...rest };
    } catch (error) {
      this.#log.warn('cardsNotRead', { file: messageKey(message), error });
      return undefined;
    }
  }
}

function docOf<View>({ conversationId: _, activityId: __, ...shown }: PostedCard<View>): string {
  return JSON.stringify(shown);
}

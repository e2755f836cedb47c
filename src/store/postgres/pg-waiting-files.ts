// Files that wait behind links, or are offered, for whichever replica is asked for them.
import { z } from 'zod';
import { roles } from '../../domain/tenant/commands.js';
import {
  handedTypes,
  type LinkedFile,
  type Links,
  type OfferedFile,
  type Offers,
  openings,
  type TakenOffer,
} from '../../operations/ports/handed-files.js';
import { type LinkBounds, linkBounds, mostOffers } from '../records/waiting-files.js';
import type { Database } from './database.js';

const linkedShape = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  file: z.object({
    name: z.string(),
    contentType: z.enum(Object.values(handedTypes)),
    tenantId: z.string().exactOptional(),
    leastRole: z.enum(roles).exactOptional(),
    what: z.enum(openings),
    subject: z.string().exactOptional(),
  }),
});

interface FileRow {
  readonly doc: string;
  readonly bytes: Buffer;
}

/** Keeps the contract of `Links` among all replicas on a database. */
export class PgLinks implements Links {
  readonly #database: Pick<Database, 'query'>;
  readonly #bounds: LinkBounds;

  constructor(database: Pick<Database, 'query'>, bounds: LinkBounds = linkBounds) {
    this.#database = database;
    this.#bounds = bounds;
  }

  async make(tokenHash: string, linked: LinkedFile, lastsSeconds: number): Promise<void> {
    const { bytes } = linked.file;
    const { most, mostBytes } = this.#bounds;
    await this.#database.query({
      name: 'make link',
      text: 'select gatehouse.make_link($1, $2, $3, $4, $5, $6)',
      values: [tokenHash, lastsSeconds, docOf(linked), Buffer.from(bytes), most, mostBytes],
    });
  }

  // Whatever is asked for, nothing stays of those that are over; no token has this hash.
  async prune(): Promise<void> {
    await this.find('');
  }

  async find(tokenHash: string): Promise<LinkedFile | undefined> {
    const [row] = await this.#database.query<FileRow>({
      name: 'find link',
      text: 'select doc, bytes from gatehouse.find_link($1)',
      values: [tokenHash],
    });
    return row && linkedIn(row);
  }
}

/** Keeps the contract of `Offers` among all replicas on a database. */
export class PgOffers implements Offers {
  readonly #database: Pick<Database, 'query'>;

  constructor(database: Pick<Database, 'query'>) {
    this.#database = database;
  }

  async put(id: string, offer: OfferedFile, lastsMs: number): Promise<void> {
    const { person, conversationId, file } = offer;
    await this.#database.query({
      name: 'put offer',
      text: 'select gatehouse.put_offer($1, $2, $3, $4, $5, $6, $7)',
      values: [id, lastsMs, person.id, conversationId, docOf(offer), Buffer.from(file.bytes), mostOffers],
    });
  }

  // As with links; no offer has this id.
  async prune(): Promise<void> {
    await this.take('', { personId: '', conversationId: '' });
  }

  async take(id: string, { personId, conversationId }: Parameters<Offers['take']>[1]): Promise<TakenOffer | undefined> {
    // No text of the database has this character, and no offer of ours; an answer may have anything.
    if (`${id}${personId}${conversationId}`.includes('\0')) return undefined;
    const [row] = await this.#database.query<FileRow & { readonly left_ms: number }>({
      name: 'take offer',
      text: 'select doc, bytes, left_ms from gatehouse.take_offer($1, $2, $3)',
      values: [id, personId, conversationId],
    });
    return row && { ...linkedIn(row), conversationId, leftMs: row.left_ms };
  }
}

function docOf({ person: { id, name }, file: { bytes: _, ...file } }: LinkedFile): string {
  return JSON.stringify({ person: { id, name }, file });
}

function linkedIn({ doc, bytes }: FileRow): LinkedFile {
  const { person, file } = linkedShape.parse(JSON.parse(doc));
  return { person, file: { ...file, bytes } };
}

// A database that everything is moved out of.
import { ConfigError } from '../../domain/errors.js';
import type { KeptCard, MoveSource, NamedBytes } from '../records/moving.js';
import { load } from './changes.js';
import { holdDatabase, type OwnedDatabase } from './owned.js';
import type { OwnerAddress } from './owner.js';
import { auditLines } from './pg-audit.js';

/**
 * Opens a database, which no bot uses meanwhile. `target`: where it's moved to; moving it there again may be tried.
 * @throws ConfigError when it was moved elsewhere, or can't be used; StoreError when a bot uses it or it doesn't answer.
 */
export async function openDatabaseSource(owner: OwnerAddress, target: string): Promise<MoveSource> {
  const database = await holdDatabase(owner);
  try {
    return await sourceOf(database, target);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function sourceOf(database: OwnedDatabase, target: string): Promise<MoveSource> {
  const { place } = database;
  const [moved] = await database.query<{ place: string }>({ text: 'select place from gatehouse.moved' });
  if (moved && moved.place !== target)
    throw new ConfigError(`everything in ${place} was moved to ${moved.place} already`, 'Move it from there.');
  const contents = await load(database);
  if (contents.sequence === 0) throw new ConfigError(`there’s nothing to move in ${place}`, 'Check DATABASE_URL.');
  const [head] = await database.query<{ lines: string; hash: string }>({
    text: 'select lines, hash from gatehouse.head',
  });
  if (head) contents.audit = { lines: Number(head.lines), hash: head.hash };
  return {
    place,
    contents,
    auditLines: () => auditLines(database),
    cards: await cardsIn(database),
    certificates: () => certificatesIn(database),
    tokens: { tokens: await encrypted(database, 'tokens'), signIn: await encrypted(database, 'sign-in') },
    markMoved: (to) => markMoved(database, to),
    close: () => database.close(),
  };
}

async function markMoved(database: OwnedDatabase, to: string): Promise<void> {
  await database.query({
    text: `insert into gatehouse.moved (place) values ($1)
      on conflict (only_one) do update set place = excluded.place, at = excluded.at`,
    values: [to],
  });
  await database.query({
    text: `create or replace trigger moved before update on gatehouse.head
      for each statement execute function gatehouse.refuse_moved()`,
  });
  await database.commit();
}

async function cardsIn(database: OwnedDatabase): Promise<readonly KeptCard[]> {
  const rows = await database.query<{ conversation_id: string; activity_id: string; doc: string }>({
    text: `select conversation_id, activity_id, doc::text from gatehouse.card where not doc is null order by seq, place`,
  });
  return rows.map(({ conversation_id: conversationId, activity_id: activityId, doc }) => ({
    conversationId,
    activityId,
    ...JSON.parse(doc),
  }));
}

async function* certificatesIn(database: OwnedDatabase): AsyncGenerator<NamedBytes> {
  const names = await database.query<{ name: string }>({
    text: 'select name from gatehouse.certificate_file order by name',
  });
  for (const { name } of names)
    yield* await database.query<NamedBytes>({
      text: 'select name, bytes from gatehouse.certificate_file where name = $1',
      values: [name],
    });
}

async function encrypted(database: OwnedDatabase, name: string): Promise<Uint8Array | undefined> {
  const [row] = await database.query<{ bytes: Buffer }>({
    text: 'select bytes from gatehouse.encrypted where name = $1',
    values: [name],
  });
  return row?.bytes;
}

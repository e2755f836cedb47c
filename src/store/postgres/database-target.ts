// A database that everything is moved into, by one transaction: all of it or nothing.
import { ConfigError, StoreError } from '../../domain/errors.js';
import { entryIn } from '../records/audit-chain.js';
import { checkAudit } from '../records/audit-check.js';
import { rowKinds } from '../records/contents.js';
import type { KeptCard, MoveSource, MoveTarget, NamedBytes } from '../records/moving.js';
import { sha256 } from '../records/sha256.js';
import { holdDatabase, type OwnedDatabase } from './owned.js';
import type { OwnerAddress } from './owner.js';
import { auditLines } from './pg-audit.js';

/**
 * Opens a database that is ready for this version.
 * @throws ConfigError when something is in it, or it can't be used; StoreError when it doesn't answer.
 */
export async function openDatabaseTarget(owner: OwnerAddress): Promise<MoveTarget> {
  const database = await holdDatabase(owner);
  const { place } = database;
  const [found] = await database.query<{ is_empty: boolean }>({ text: isEmpty });
  if (!found?.is_empty) {
    await database.close();
    throw new ConfigError(
      `${place} isn’t empty`,
      'Name another database, or empty this one: as its owner, run drop schema gatehouse cascade; then run npm run store:migrate. If moving into it was interrupted, all is still where it was moved from.',
    );
  }
  return {
    place,
    async fill(source, beforeLast) {
      await fill(database, source);
      await beforeLast();
      await database.commit();
    },
    close: () => database.close(),
  };
}

const isEmpty = `select seq = 0 and lines = 0
    and not exists (select from gatehouse.entry) and not exists (select from gatehouse.audit)
    and not exists (select from gatehouse.card) and not exists (select from gatehouse.encrypted)
    and not exists (select from gatehouse.certificate_file) and not exists (select from gatehouse.moved) as is_empty
  from gatehouse.head`;

async function fill(database: OwnedDatabase, source: MoveSource): Promise<void> {
  await writeRows(database, source);
  await writeAudit(database, source);
  await writeCards(database, source.cards);
  for await (const file of source.certificates()) await keepCertificate(database, file);
  const { tokens, signIn } = source.tokens;
  for (const [name, bytes] of [
    ['tokens', tokens],
    ['sign-in', signIn],
  ] as const)
    if (bytes)
      await database.query({
        text: 'insert into gatehouse.encrypted (name, version, bytes) values ($1, 1, $2)',
        values: [name, Buffer.from(bytes)],
      });
}

// As one commit, which has the number of the last one where they come from.
async function writeRows(database: OwnedDatabase, { contents }: MoveSource): Promise<void> {
  let place = 0;
  for (const kind of rowKinds) {
    for (const rows of slicesOf<readonly [id: string, row: object]>(contents[kind])) {
      await database.query({
        text: `insert into gatehouse.entry (kind, id, seq, place, doc)
          select $1, id, $2, $3 + nth, doc::json from unnest($4::text[], $5::text[]) with ordinality as row (id, doc, nth)`,
        values: [kind, contents.sequence, place, rows.map(([id]) => id), rows.map(([, row]) => JSON.stringify(row))],
      });
      place += rows.length;
    }
  }
  await database.query({ text: 'update gatehouse.head set seq = $1', values: [contents.sequence] });
}

async function writeAudit(database: OwnedDatabase, { contents, auditLines: lines }: MoveSource): Promise<void> {
  let line = 0;
  for await (const slice of gathered(lines())) {
    const texts = slice.map((bytes) => bytes.toString('utf8'));
    await database.query({
      text: `insert into gatehouse.audit (line, tenant_id, text)
        select $1 + nth, tenant_id, text from unnest($2::text[], $3::text[]) with ordinality as row (tenant_id, text, nth)`,
      values: [line, texts.map((text) => entryIn(text)?.tenantId ?? null), texts],
    });
    line += slice.length;
  }
  const { audit } = contents;
  const check = await checkAudit(auditLines(database), audit ? [audit] : []);
  if ('brokenAt' in check || check.lines !== (audit?.lines ?? 0)) throw notAsItWas('the audit log');
  await database.query({
    text: 'update gatehouse.head set lines = $1, hash = $2',
    values: [check.lines, check.hash],
  });
}

async function writeCards(database: OwnedDatabase, cards: readonly KeptCard[]): Promise<void> {
  let place = 0;
  for (const slice of slicesOf(cards)) {
    await database.query({
      text: `insert into gatehouse.card (conversation_id, activity_id, seq, place, doc)
        select conversation_id, activity_id, 1, $1 + nth, doc::json
        from unnest($2::text[], $3::text[], $4::text[]) with ordinality as row (conversation_id, activity_id, doc, nth)`,
      values: [
        place,
        slice.map(({ conversationId }) => conversationId),
        slice.map(({ activityId }) => activityId),
        slice.map(({ conversationId: _, activityId: __, ...shown }) => JSON.stringify(shown)),
      ],
    });
    place += slice.length;
  }
  if (place > 0) await database.query({ text: 'update gatehouse.card_head set seq = 1' });
}

async function keepCertificate(database: OwnedDatabase, { name, bytes }: NamedBytes): Promise<void> {
  const [kept] = await database.query<{ hash: string }>({
    text: `insert into gatehouse.certificate_file (name, bytes) values ($1, $2)
      returning encode(sha256(bytes), 'hex') as hash`,
    values: [name, Buffer.from(bytes)],
  });
  if (kept?.hash !== sha256(bytes)) throw notAsItWas(name);
}

const together = 1000;

function* slicesOf<T>(items: Iterable<T>): Generator<readonly T[]> {
  let slice: T[] = [];
  for (const item of items) {
    slice.push(item);
    if (slice.length < together) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

async function* gathered(lines: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[]> {
  let slice: Buffer[] = [];
  for await (const line of lines) {
    slice.push(line);
    if (slice.length < together) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

function notAsItWas(name: string): StoreError {
  return new StoreError(
    `${name} didn’t arrive as it was`,
    'Nothing was moved. Check that the database’s encoding is UTF8.',
  );
}

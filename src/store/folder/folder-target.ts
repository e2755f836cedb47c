// A data folder that everything is moved into.
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfigError, StoreError } from '../../domain/errors.js';
import { replaceFile } from '../../runtime/replace-file.js';
import { checkAudit } from '../records/audit-check.js';
import { chainEndShape } from '../records/contents.js';
import type { MoveSource, MoveTarget, NamedBytes } from '../records/moving.js';
import { sha256 } from '../records/sha256.js';
import { auditFileName } from './audit-file.js';
import { cardsFileName } from './card-store.js';
import { CertificateFolder } from './certificate-folder.js';
import { inDataFolder } from './data-folder.js';
import { DurableFile } from './durable-file.js';
import { EndMark } from './end-mark.js';
import { lockFolder } from './folder-lock.js';
import { Journal, journalFileName } from './journal.js';
import { wholeLines } from './lines.js';
import { isSignificant, stateFileName } from './open-state.js';
import { TokenFolder } from './token-folder.js';
import { WholeFile } from './whole-file.js';

/**
 * Opens a folder, which is made if it's absent, for this process alone.
 * @throws ConfigError when something is in it; StoreError when it's in use.
 */
export async function openFolderTarget(folder: string): Promise<MoveTarget> {
  const place = resolve(folder);
  return inDataFolder(folder, async () => {
    const release = await lockFolder(folder, () => undefined);
    const [found] = (await readdir(folder)).filter(isSignificant);
    if (found !== undefined) {
      await release();
      throw new ConfigError(
        `${place} isn’t empty: it has ${found}`,
        'Empty it, or set DATA_DIR to another folder. If moving into it was interrupted, empty it and move again: all is still where it was moved from.',
      );
    }
    return { place, fill: (source, beforeLast) => fill(folder, source, beforeLast), close: release };
  });
}

// Without its journal, no bot starts on a folder.
async function fill(folder: string, source: MoveSource, beforeLast: () => Promise<void>): Promise<void> {
  const { contents, cards, tokens } = source;
  for await (const file of source.certificates()) await keepCertificate(folder, file);
  await writeAudit(folder, source);
  const cardsFile = new DurableFile<typeof cards>(
    join(folder, cardsFileName),
    (kept) => JSON.stringify({ cards: kept }),
    () => [],
  );
  await cardsFile.write(cards);
  const places = new TokenFolder(folder);
  if (tokens.tokens) await places.tokens.write(tokens.tokens);
  if (tokens.signIn) await places.signIn.write(tokens.signIn);
  const whole = new WholeFile(join(folder, stateFileName));
  const generation = randomUUID();
  await whole.write({ ...contents, generation });
  await beforeLast();
  await Journal.open(join(folder, journalFileName), { ...contents, generation, hash: whole.hash });
}

async function keepCertificate(folder: string, { name, bytes }: NamedBytes): Promise<void> {
  const store = new CertificateFolder(folder);
  await store.keep(name, bytes);
  const kept = await store.read(name);
  if (!kept || sha256(kept) !== sha256(bytes)) throw notAsItWas(name);
}

async function writeAudit(folder: string, { contents, auditLines }: MoveSource): Promise<void> {
  const path = join(folder, auditFileName);
  await replaceFile(path, async (file) => {
    for await (const piece of joined(auditLines())) await file.appendFile(piece);
  });
  const { audit } = contents;
  const check = await checkAudit(wholeLines(path), audit ? [audit] : []);
  if ('brokenAt' in check || check.lines !== (audit?.lines ?? 0)) throw notAsItWas(auditFileName);
  await new EndMark(path, chainEndShape).begin(check);
}

const lineBreak = Buffer.from('\n');
const linesTogether = 500;

async function* joined(lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let piece: Buffer[] = [];
  for await (const line of lines) {
    piece.push(line, lineBreak);
    if (piece.length < linesTogether * 2) continue;
    yield Buffer.concat(piece);
    piece = [];
  }
  yield Buffer.concat(piece);
}

function notAsItWas(name: string): StoreError {
  return new StoreError(`${name} didn’t arrive as it was`, 'Check the disk, empty the folder and move again.');
}

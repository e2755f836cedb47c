// A data folder that everything is moved out of.
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError, StoreError } from '../../domain/errors.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { besideSuffix } from '../../runtime/replace-file.js';
import type { KeptCard, MoveSource, NamedBytes } from '../records/moving.js';
import { AuditFile, auditFileName } from './audit-file.js';
import { cardsFileName } from './card-store.js';
import { CertificateFolder, certificatesFolderName } from './certificate-folder.js';
import { inDataFolder } from './data-folder.js';
import { DurableFile } from './durable-file.js';
import { lockFolder } from './folder-lock.js';
import { wholeLines } from './lines.js';
import { markFolderMoved, movedTo } from './moved-marker.js';
import { openState } from './open-state.js';
import { TokenFolder } from './token-folder.js';

const cardsShape = z.object({ cards: z.array(z.looseObject({ conversationId: z.string(), activityId: z.string() })) });

/** What opening it needs. */
export interface FolderSourceDeps {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Opens a folder, which no bot uses meanwhile. `target`: where it's moved to; moving it there again may be tried.
 * @throws ConfigError when there's nothing in it, or it was moved elsewhere; StoreError when it's in use or damaged.
 */
export async function openFolderSource(folder: string, target: string, deps: FolderSourceDeps): Promise<MoveSource> {
  const place = resolve(folder);
  if (!(await isThere(folder))) throw nothingIn(place);
  return inDataFolder(folder, async () => {
    let lost: Error | undefined;
    const release = await lockFolder(folder, (error) => {
      lost = error;
    });
    try {
      const source = await read(folder, place, target, deps);
      return {
        ...source,
        async markMoved(to) {
          if (lost) throw new StoreError(`${place} was taken away`, 'Nothing was moved.', { cause: lost });
          await markFolderMoved(folder, to, deps.clock.now());
        },
        close: release,
      };
    } catch (error) {
      await release();
      throw error;
    }
  });
}

async function read(folder: string, place: string, target: string, { clock, log }: FolderSourceDeps) {
  const moved = await movedTo(folder);
  if (moved && moved.to !== target)
    throw new ConfigError(
      `everything in ${place} was moved to ${moved.to} on ${moved.at} already`,
      'Move it from there.',
    );
  const { contents } = await openState(folder);
  if (contents.sequence === 0) throw nothingIn(place);
  const log_ = join(folder, auditFileName);
  if ((contents.audit?.lines ?? 0) > 0 && !(await isThere(log_)))
    throw new StoreError(`the audit log ${log_} is gone`, 'Restore it from a backup, then move.');
  await AuditFile.open(folder, { clock, log, known: contents.audit });
  const places = new TokenFolder(folder);
  const [tokens, signIn] = await Promise.all([places.tokens.read(), places.signIn.read()]);
  const cards = await cardsIn(folder);
  return {
    place,
    contents,
    cards,
    tokens: { tokens, signIn },
    auditLines: () => wholeLines(log_),
    certificates: () => certificatesIn(folder),
  };
}

/** Cards that can't be read are left behind, as a bot does. */
async function cardsIn(folder: string): Promise<readonly KeptCard[]> {
  const cardsOf = (json: unknown): readonly KeptCard[] =>
    cardsShape.parse(Array.isArray(json) ? { cards: json } : json).cards;
  const file = new DurableFile(join(folder, cardsFileName), () => '', cardsOf);
  return (await file.read().catch(() => [])) ?? [];
}

async function* certificatesIn(folder: string): AsyncGenerator<NamedBytes> {
  const names = await readdir(join(folder, certificatesFolderName)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const store = new CertificateFolder(folder);
  for (const name of names.filter((each) => !each.endsWith(besideSuffix)).sort()) {
    const bytes = await store.read(name);
    if (bytes) yield { name, bytes };
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function nothingIn(place: string): ConfigError {
  return new ConfigError(`there’s nothing to move in ${place}`, 'Set DATA_DIR to the data folder.');
}

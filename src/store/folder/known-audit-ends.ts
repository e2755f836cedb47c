// The ends of the audit log that the data folder remembers. Can be read beside a running bot.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ChainEnd } from '../records/audit-chain.js';
import { chainEndShape } from '../records/contents.js';
import { EndMark } from './end-mark.js';
import { withoutHash } from './hashed-json.js';
import { journalFileName } from './journal.js';
import { stateFileName } from './open-state.js';

const rememberedIn = z.looseObject({ audit: chainEndShape.optional() });

/**
 * The ends that the mark beside an audit log and the store remember. Of the store's, only the newest counts: the log may
 * have been begun anew since an older one. Read them before the log, which may grow meanwhile. An end counts whatever the
 * schema and the rows beside it are. What can't be read is left out here; the next start says what is wrong with it.
 */
export async function knownAuditEnds(log: string): Promise<readonly ChainEnd[]> {
  const folder = dirname(log);
  const marked = await new EndMark(log, chainEndShape).read().catch(() => undefined);
  const journal = await readFile(join(folder, journalFileName), 'latin1').catch(() => '');
  const lines = journal.split('\n').map((line) => Buffer.from(line, 'latin1'));
  const whole = await readFile(join(folder, stateFileName)).catch(() => Buffer.alloc(0));
  const stored = [whole, ...lines].map(endIn).filter((end) => end !== undefined);
  return [marked, stored.at(-1)].filter((end) => end !== undefined);
}

function endIn(bytes: Buffer): ChainEnd | undefined {
  try {
    return rememberedIn.parse(JSON.parse(withoutHash(bytes).json)).audit;
  } catch {
    return undefined;
  }
}

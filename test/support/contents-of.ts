// Reads what a data folder has saved, whether a bot uses it or not.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journalFileName, Replay } from '../../src/store/folder/journal.js';
import { stateFileName } from '../../src/store/folder/open-state.js';
import { WholeFile } from '../../src/store/folder/whole-file.js';
import { type Contents, emptyContents, rowKinds } from '../../src/store/records/contents.js';
import type { TestDatabase } from './postgres.js';

/** What's saved in a folder; nothing before the first write. */
export async function contentsOf(folder: string): Promise<Contents> {
  // In this order: the whole file may be ahead of the lines that were read before it, but not behind them.
  const lines = await readFile(join(folder, journalFileName), 'utf8').catch(() => '');
  const contents = await new WholeFile(join(folder, stateFileName)).read();
  if (contents === null) return emptyContents();
  const replay = new Replay(contents);
  // What follows the last line break was never acknowledged.
  for (const line of lines.split('\n').slice(0, -1)) {
    const why = replay.take(Buffer.from(line));
    if (why !== undefined) throw new Error(`${journalFileName}: ${why}`);
  }
  return contents;
}

/** What's saved in a database. */
export async function contentsInDatabase({ sql }: TestDatabase): Promise<Contents> {
  const contents = emptyContents();
  const rows = await sql('select kind, id, doc from gatehouse.entry where doc is not null');
  for (const { kind, id, doc } of rows as readonly { kind: string; id: string; doc: never }[]) {
    const known = rowKinds.find((each) => each === kind);
    if (known) contents[known].set(id, doc);
  }
  return contents;
}

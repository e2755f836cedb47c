// What has a data folder been told to keep, whether a bot uses it or not?
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Contents, contentsFrom, emptyContents } from '../../src/store/contents.js';
import { journalFileName, replay } from '../../src/store/journal.js';
import { stateFileName } from '../../src/store/open-state.js';

/** What is saved in a folder; nothing before the first write. */
export async function contentsOf(folder: string): Promise<Contents> {
  // In this order: the whole file may be ahead of the lines that were read before it, but must not be behind them.
  const lines = await readFile(join(folder, journalFileName), 'utf8').catch(() => '');
  const text = await readFile(join(folder, stateFileName), 'utf8').catch(() => undefined);
  if (text === undefined) return emptyContents();
  const contents = contentsFrom(JSON.parse(text));
  replay(lines, contents);
  return contents;
}

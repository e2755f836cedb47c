// The files of tokens, and the tests' own places, keep the contract.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenFolder } from '../../src/store/folder/token-folder.js';
import { memoryTokenPlaces } from '../support/memory-token-places.js';
import { tokenPlacesContract } from './token-places-contract.js';

tokenPlacesContract('files in the data folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-token-places-'));
  const both = [new TokenFolder(folder), new TokenFolder(folder)] as const;
  // A command beside the bot asks nobody: whichever of the two writes last, its tokens are good.
  return { both, exclusive: [both[0]], end: () => rm(folder, { recursive: true, force: true }) };
});

tokenPlacesContract('places in memory', async () => {
  const [one, other] = memoryTokenPlaces(2);
  if (!one || !other) throw new Error('there are two');
  return { both: [one, other], exclusive: [one, other], end: async () => undefined };
});

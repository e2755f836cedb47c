// Opens what an operator's command takes of the data, wherever the settings say.
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { folderBeside } from './folder/folder-beside.js';
import type { DataPlace } from './open-data.js';
import type { DataBeside } from './records/data-beside.js';

/**
 * Opens it, beside a running bot or without one.
 * @throws ConfigError when a database can't be used; StoreError when it doesn't answer.
 */
export async function openBeside(
  { dataDir, databaseUrl }: Pick<DataPlace, 'dataDir' | 'databaseUrl'>,
  deps: { readonly clock: Clock; readonly log: Log },
): Promise<DataBeside> {
  if (databaseUrl === undefined) return folderBeside(dataDir);
  const { databaseBeside } = await import('./postgres/database-beside.js');
  return databaseBeside(databaseUrl, deps);
}

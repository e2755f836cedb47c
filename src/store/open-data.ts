// Opens everything that a running bot keeps, wherever the settings say.
import { openFolder } from './folder/open-folder.js';
import type { DataDeps, OpenData } from './records/open-data.js';

/** Where the data is: in a database, or else in a folder. */
export interface DataPlace {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** Connections to the database at most, beside the one for locks. Absent: as many as it takes by itself. */
  readonly databasePool?: number;
}

/**
 * Opens it: a folder for this process alone, a database beside other replicas.
 * @throws StoreError; ConfigError when a database can't be used.
 */
export async function openData<View>(place: DataPlace, deps: DataDeps<View>): Promise<OpenData<View>> {
  const { dataDir, databaseUrl: url, databasePool: poolSize } = place;
  if (url === undefined) return openFolder(dataDir, deps);
  // What speaks to PostgreSQL is loaded only here.
  const { openDatabase } = await import('./postgres/open-database.js');
  return openDatabase({ url, ...(poolSize !== undefined && { poolSize }) }, deps);
}

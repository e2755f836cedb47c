// Opens everything that a running bot keeps, wherever the settings say.
import { openFolder } from './folder/open-folder.js';
import type { DataDeps, OpenData } from './records/open-data.js';

/** Where the data is. */
export interface DataPlace {
  readonly dataDir: string;
}

/**
 * Opens it, for this process alone.
 * @throws StoreError
 */
export function openData<View>({ dataDir }: DataPlace, deps: DataDeps<View>): Promise<OpenData<View>> {
  return openFolder(dataDir, deps);
}

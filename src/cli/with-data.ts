// How a command has the data that the settings name, wherever it is.
import { systemClock } from '../runtime/clock.js';
import { noLog } from '../runtime/no-log.js';
import { openBeside } from '../store/open-beside.js';
import type { DataPlace } from '../store/open-data.js';
import type { DataBeside } from '../store/records/data-beside.js';

/** Where a command finds the data. */
export type CommandPlace = Pick<DataPlace, 'dataDir' | 'databaseUrl'>;

/** Where the data is, by the variables alone: for commands that take no other setting. */
export function dataPlaceIn({ DATA_DIR, DATABASE_URL }: NodeJS.ProcessEnv): CommandPlace {
  return { dataDir: DATA_DIR?.trim() || './data', databaseUrl: DATABASE_URL?.trim() || undefined };
}

/** Does work with the data, and lets go of it. */
export async function withData<T>(place: CommandPlace, work: (data: DataBeside) => Promise<T>): Promise<T> {
  const data = await openBeside(place, { clock: systemClock, log: noLog });
  try {
    return await work(data);
  } finally {
    await data.close();
  }
}

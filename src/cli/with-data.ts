// How a command has the data that the settings name, wherever it is.
import { type DataBeside, openBeside } from '../store/open-beside.js';
import type { DataPlace } from '../store/open-data.js';

/** Where the data is, by the variables alone: for commands that take no other setting. */
export function dataPlaceIn({ DATA_DIR }: NodeJS.ProcessEnv): DataPlace {
  return { dataDir: DATA_DIR?.trim() || './data' };
}

/** Does work with the data, and lets go of it. */
export async function withData<T>(place: DataPlace, work: (data: DataBeside) => Promise<T>): Promise<T> {
  const data = await openBeside(place);
  try {
    return await work(data);
  } finally {
    await data.close();
  }
}

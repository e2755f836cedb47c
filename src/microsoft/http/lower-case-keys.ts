// How are Partner Center's answers and events read, whose names are in capitals here and in small letters there?
import { z } from 'zod';

/** An object with all of its names in small letters, so that their case is not counted on. */
export const lowerCaseKeys = z
  .record(z.string(), z.unknown())
  .transform((body) => Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value])));

// The query language: what people type for its keys and values.
import { englishNames } from '../../../domain/query/query-names.js';

const { statuses: _, ...names } = englishNames;

/** Of several words for one thing the first is written, and all are understood. */
export const query = { names };

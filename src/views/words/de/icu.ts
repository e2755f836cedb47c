// Messages with plurals and choices, by the rules of German.
import { messagesIn } from '../messages.js';

/** A message of this language from an ICU pattern. */
export const icu = messagesIn('de');

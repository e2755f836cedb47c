// Messages with plurals and choices, by the rules of Japanese.
import { messagesIn } from '../messages.js';

/** A message of this language from an ICU pattern. */
export const icu = messagesIn('ja');

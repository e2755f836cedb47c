// The catalogue for tests that fill its messages themselves, with plain strings.
import { de as german } from '../../src/views/words/de/index.js';
import { type Catalogue, en as english } from '../../src/views/words/en/index.js';

/** English, whose texts have no kind. */
export const en = english as unknown as Catalogue;

/** German, whose texts have no kind. */
export const de = german as unknown as Catalogue;

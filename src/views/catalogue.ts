// The catalogue of all texts that people read, by language.
import { en } from './words/en/index.js';

/** Every text of one language. English is the source: what it has, every language has. */
export type Words = typeof en;

/** The languages of the chat, as BCP 47 tags. */
export type Language = 'en';

const catalogues: Readonly<Record<Language, Words>> = { en };

/** The texts of a language. */
export function wordsIn(language: Language): Words {
  return catalogues[language];
}

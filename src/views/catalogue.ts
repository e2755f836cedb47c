// The catalogue of all texts that people read, by language.
import { de } from './words/de/index.js';
import { type Catalogue, en } from './words/en/index.js';
import { es } from './words/es/index.js';
import { fr } from './words/fr/index.js';
import type { WithKinds } from './words/text-types.js';

/** The texts of a language, as views and replies are given them: each with its kind. */
export type Words = WithKinds<Catalogue>;

/** The languages of the chat, by their BCP 47 tags, each with one entry. */
const catalogues = { en, de, fr, es } satisfies Readonly<Record<string, Words>>;

/** A language of the chat, as a BCP 47 tag. */
export type Language = keyof typeof catalogues;

/** Every language of the chat; English, the source, first. */
export const languages = Object.keys(catalogues) as readonly Language[];

/** The texts of a language. */
export function wordsIn(language: Language): Words {
  return catalogues[language];
}

/** The language of the chat for a BCP 47 tag such as `de-AT`; English for any other, and where there's none. */
export function languageOf(locale: string | undefined): Language {
  return knownLanguage(locale) ?? 'en';
}

/** The same, also for a locale of POSIX such as `de_AT.UTF-8`; `undefined` for a language that the chat doesn't have. */
export function knownLanguage(locale: string | undefined): Language | undefined {
  const [primary = ''] = (locale ?? '').toLowerCase().split(/[-_.@]/);
  return languages.find((each) => each === primary);
}

// The catalogue of all texts that people read, by language.
import { createRequire } from 'node:module';
import { type Catalogue, en } from './words/en/index.js';
import type { WithKinds } from './words/text-types.js';

/** The texts of a language, as views and replies are given them: each with its kind. */
export type Words = WithKinds<Catalogue>;

const require = createRequire(import.meta.url);

/**
 * The languages of the chat, by their BCP 47 tags, each with one entry. The source is there from the start; any other is read
 * where it's first asked for, in one go, so that no answer comes in another language for want of it.
 */
const catalogues = {
  en: () => en,
  de: () => (require('./words/de/index.js') as typeof import('./words/de/index.js')).de,
  fr: () => (require('./words/fr/index.js') as typeof import('./words/fr/index.js')).fr,
  es: () => (require('./words/es/index.js') as typeof import('./words/es/index.js')).es,
} satisfies Readonly<Record<string, () => Words>>;

/** A language of the chat, as a BCP 47 tag. */
export type Language = keyof typeof catalogues;

/** Every language of the chat; English, the source, first. */
export const languages = Object.keys(catalogues) as readonly Language[];

/** The texts of a language. */
export function wordsIn(language: Language): Words {
  return catalogues[language]();
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

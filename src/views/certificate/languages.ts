// The words of the exit certificate in each of its languages, and how it writes dates and lists.
import type { MessageLanguage } from '../../domain/message-languages.js';
import type { Instant } from '../../domain/time.js';
import { longDate } from '../words/dates.js';
import { certificate as de } from '../words/de/certificate.js';
import { type CertificateWords, certificate as en } from '../words/en/certificate.js';
import { certificate as es } from '../words/es/certificate.js';
import { certificate as fr } from '../words/fr/certificate.js';
import { certificate as it } from '../words/it/certificate.js';
import { certificate as ja } from '../words/ja/certificate.js';
import { certificate as nl } from '../words/nl/certificate.js';
import { certificate as ptBr } from '../words/pt-BR/certificate.js';

const catalogues: Readonly<Record<MessageLanguage, CertificateWords>> = { en, de, fr, es, it, nl, 'pt-BR': ptBr, ja };

/** A language, and a certificate's words in it. */
export interface CertificateSpeech {
  readonly language: MessageLanguage;
  readonly words: CertificateWords;
}

/** The words of a certificate in a language. */
export function certificateIn(language: MessageLanguage): CertificateSpeech {
  return { language, words: catalogues[language] };
}

/** A day and a time of day, such as "22 November 2026, 10:01 UTC". */
export function timeWords(instant: Instant, { language, words }: CertificateSpeech): string {
  const time = instant.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length);
  return words.time({ day: longDate(instant, language), time });
}

/** Texts in one sentence; of many, the first `most` and how many more there are. */
export function listed(
  texts: readonly string[],
  { list, more }: Pick<CertificateWords, 'list' | 'more'>,
  most = texts.length,
): string {
  const shown = texts.slice(0, most);
  const line = shown.length === 0 ? '' : shown.reduce((earlier, next) => list({ earlier, next }));
  return shown.length === texts.length ? line : more({ list: line, count: texts.length - shown.length });
}

/** Sentences as one paragraph. */
export function paragraph(sentences: readonly string[], words: Pick<CertificateWords, 'sentences'>): string {
  return sentences.length === 0 ? '' : sentences.reduce((first, second) => words.sentences({ first, second }));
}

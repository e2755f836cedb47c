// What the doctor is asked for: a checkup in a language, or how to use it.

import { parseArgs } from 'node:util';
import type { Environment } from '../config/settings-reader.js';
import { knownLanguage, type Language, languageOf, languages, wordsIn } from '../views/catalogue.js';
import { bare, joined, literal, phrase } from '../views/render/text.js';
import type { Text } from '../views/words/text-types.js';

/** What the doctor is asked for. */
export interface DoctorRequest {
  /** The language in which it answers. */
  readonly language: Language;
  /** `usage`: only how to use the doctor; `mistake`: that too, after why the arguments aren't taken. Absent: a checkup. */
  readonly usage?: string;
  readonly mistake?: string;
}

const options = { language: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/** Reads the arguments. The doctor speaks the language of `--language`, else the terminal's, else English. */
export function readDoctorRequest(args: readonly string[], environment: Environment): DoctorRequest {
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const asked = typeof values.language === 'string' ? knownLanguage(values.language) : undefined;
  const language = asked ?? languageOfTerminal(environment);
  const usage = doctorUsage(language);
  if (values.help === true) return { language, usage };
  const words = wordsIn(language).doctor;
  for (const token of tokens) {
    if (token.kind === 'option-terminator' || (token.kind === 'option' && token.name in options)) continue;
    const argument = token.kind === 'option' ? token.rawName : token.value;
    return { language, usage, mistake: words.unknownArgument({ argument: literal(argument) }) };
  }
  if (values.language !== undefined && asked === undefined)
    return { language, usage, mistake: words.unknownLanguage({ languages: namesOf(languages) }) };
  return { language };
}

/** How to use the doctor. */
export function doctorUsage(language: Language): string {
  const { checks, speaks, changesNothing, byTerminal, settings } = wordsIn(language).doctor;
  const others = namesOf(languages.filter((each) => each !== language));
  return [
    `npm run doctor                       ${checks}`,
    `npm run doctor -- --language CODE    ${speaks({ languages: others })}`,
    '',
    changesNothing,
    byTerminal,
    '',
    settings,
  ].join('\n');
}

// The first that says something counts, even where it says a language that the doctor doesn't speak, such as C.
// @see https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html#tag_08_02 (checked 2026-11-29)
function languageOfTerminal({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  return languageOf([LC_ALL, LC_MESSAGES, LANG].find((locale) => locale !== undefined && locale !== ''));
}

function namesOf(spoken: readonly Language[]): Text {
  const names = spoken.map((each) => phrase`${bare(each)} (${wordsIn(each).language.name})`);
  return joined(names, ', ');
}

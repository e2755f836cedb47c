// The words of a setting that's wrong, and of a start that failed because of one.
import { type ExpectedError, FileError, MicrosoftError, OperatorError, SettingsError } from '../../domain/errors.js';
import type { Fault, FaultArguments, FaultCode, SettingFault, SettingProblem } from '../../domain/setting-fault.js';
import type { Words } from '../catalogue.js';
import { joined, literal } from '../render/text.js';
import { fill } from '../words/messages.js';
import type { Filled, Literal, Text } from '../words/text-types.js';
import { problemWords } from './problem-words.js';

// A path may be long; what was given is cut already.
const mostCharacters = 300;

/** What is wrong with a setting, as a sentence without its full stop. */
export function settingWords({ name, file, fault }: SettingProblem, words: Words): Literal {
  const what = faultWords(fault, words);
  const setting = literal(name, mostCharacters);
  if (file === undefined) return joined([setting, what]);
  return words.settings.inFile({ name: setting, file: literal(file, mostCharacters), fault: what });
}

/** What to do about a setting that's wrong; `undefined`: no more than what its fault says. */
export function settingCure({ code }: SettingFault, { settings: { cures } }: Words): Text | undefined {
  const cure = cureOf[code];
  return cure && cures[cure];
}

const cureOf: Readonly<Partial<Record<SettingFault['code'], keyof Words['settings']['cures']>>> = {
  tokensOfOtherKey: 'tokensOfOtherKey',
  tokensDamaged: 'tokensDamaged',
  noCertificate: 'certificate',
  keyEncrypted: 'certificate',
  noPrivateKey: 'certificate',
  certificateDamaged: 'certificate',
  keyOfOtherCertificate: 'certificate',
  keyNotRsa: 'certificate',
  templateHasErrors: 'template',
  noTemplates: 'template',
  notTemplateName: 'template',
  noDefaultTemplate: 'template',
  roleListHasErrors: 'roleList',
  folderUnusable: 'folder',
};

/** An expected failure for a terminal, line by line: what failed, then why and what to do about it. */
export function failureWords(error: ExpectedError, words: Words): readonly string[] {
  const { message } = error;
  if (error instanceof MicrosoftError) {
    const { cause, cure } = problemWords(error.problem, 'check', words);
    return [message, `${cause} ${cure}`];
  }
  if (error instanceof SettingsError) {
    const { invalid, seeExample } = words.settings;
    return [invalid, ...error.problems.map((problem) => `- ${settingWords(problem, words)}`), seeExample];
  }
  if (error instanceof FileError) {
    const cure = settingCure(error.fault, words);
    const sentence = settingWords({ name: error.file, fault: error.fault }, words);
    const what = 'lines' in error.fault ? sentence.replaceAll(' · ', '\n   ') : sentence;
    return [what, ...(cure === undefined ? [] : [cure])];
  }
  const remedy = error instanceof OperatorError ? error.remedy : '';
  return [message, ...(remedy === '' ? [] : [remedy])];
}

function faultWords(fault: SettingFault, words: Words): Literal {
  const { settings } = words;
  if (!('lines' in fault)) return said(fault, settings.faults);
  const lines = fault.lines.map(({ line, at, fault: wrong }) =>
    settings.line({ line, at: literal(at) || settings.wholeFile, fault: said(wrong, settings.faults) }),
  );
  return settings.faults.hasErrors({ lines: joined(lines, ' · ') });
}

type FaultMessages<C extends FaultCode = FaultCode> = {
  readonly [K in C]: Text | ((args: Filled<FaultArguments[K], Literal>) => Literal);
};

function said<C extends FaultCode>({ code, args }: Fault<C>, messages: FaultMessages<C>): Literal {
  return fill(messages[code], shown(args));
}

// What operators wrote is foreign text.
function shown<Args extends object>(args: Args): Filled<Args, Literal> {
  const entries = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' ? literal(value, mostCharacters) : value,
  ]);
  return Object.fromEntries(entries) as Filled<Args, Literal>;
}

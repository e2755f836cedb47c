// The partner's own texts for the message to a customer: a file, and one beside it for each further language.
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { FileError } from '../domain/errors.js';
import {
  type MessageLanguage,
  messageLanguages,
  messagePlaceholders,
  type OwnMessages,
} from '../domain/message-languages.js';
import { bareFault, type Fault, fault } from '../domain/setting-fault.js';

// With everything filled in, and twice on the card, it still is one that Teams takes.
const mostCharacters = 3000;
const mostBytes = 6000;
const mostRepeats = 2;
const known: readonly string[] = messagePlaceholders;
const placeholders = known.map((name) => `{${name}}`).join(' ');

/**
 * Reads the file that is named, such as `message.txt`, for English, and for the other languages those beside it, such as
 * `message.de.txt`. Any of them may be absent, but not all.
 * @throws FileError that says which file is wrong, and why.
 */
export function readOwnMessages(path: string): OwnMessages {
  const { dir, name, ext } = parse(path);
  const fileFor = (language: MessageLanguage) => (language === 'en' ? path : `${dir || '.'}/${name}.${language}${ext}`);
  const there = messageLanguages.filter((language) => existsSync(fileFor(language)));
  if (there.length === 0) throw new FileError(path, fault('messageAbsent', { example: fileFor('de') }));
  return new Map(there.map((language) => [language, readText(fileFor(language))]));
}

function readText(file: string): string {
  const text = decoded(file).replaceAll('\r\n', '\n').trim();
  const wrong = faultOf(text);
  if (wrong !== undefined) throw new FileError(file, wrong);
  return text;
}

// Drops the mark that editors on Windows put at the start.
function decoded(file: string): string {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(file, bareFault('messageNotText'));
  }
}

function faultOf(text: string): Fault | undefined {
  const { length } = [...text];
  if (length > mostCharacters) return fault('messageTooLong', { length, most: mostCharacters });
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) return fault('messageTooManyBytes', { bytes, most: mostBytes });
  const repeated = known.find((name) => text.split(`{${name}}`).length - 1 > mostRepeats);
  if (repeated !== undefined) return fault('messageRepeats', { placeholder: `{${repeated}}` });
  if (/[^\P{Cc}\n\t]/u.test(text) || /<[a-z!/][^<>]*>/i.test(text)) return bareFault('messageHasMarkup');
  if (!text.includes('{link}')) return fault('messageLacksLink', { placeholder: '{link}' });
  const filled = text.replaceAll(/\{(\w+)\}/g, (all, name: string) => (known.includes(name) ? '' : all));
  const [unknown] = filled.match(/\{[^{}\n]{0,40}\}?|\}/) ?? [];
  return unknown === undefined ? undefined : fault('messageHasUnknown', { given: unknown, placeholders });
}

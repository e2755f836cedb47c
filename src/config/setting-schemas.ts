// The shapes that a setting can have, from its text without white space around it. A text that a schema doesn't take has a
// fault, which never repeats a secret.

import { statSync } from 'node:fs';
import { z } from 'zod';
import { FileError } from '../domain/errors.js';
import { guidPattern } from '../domain/guid.js';
import { bareFault, type Fault, fault, type GivenText, type SettingFault } from '../domain/setting-fault.js';
import { databaseUrlIn } from '../runtime/database-url.js';
import { isLoopback, parsedUrl } from '../runtime/loopback.js';

const guidLength = 36;
const longestShown = 60;

/** Text of any kind. */
export const text = z.string();

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  fitting(
    (text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
    (text) => fault('notWhole', { least, most, given: shownText(text) }),
  ).transform(Number);

/** The highest port there is. */
export const lastPort = 65_535;

/** A port; 0: any that is free. Two settings never name the same one. */
export const port = whole(0, lastPort);

/** Numbers of days, from 1 to so many, separated by commas; the largest first, each once. */
export const daysUpTo = (most: number) =>
  made((text, wrong): readonly number[] => {
    const given = text.split(',').map((each) => each.trim());
    const bad = given.find((each) => !/^[1-9]\d*$/.test(each) || Number(each) > most);
    if (bad !== undefined) return wrong(fault('notWhole', { least: 1, most, given: shownText(bad) }));
    return [...new Set(given.map(Number))].sort((a, b) => b - a);
  });

/** One of a few words, spelled exactly. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  made((text, wrong): T[number] => {
    const word = words.find((each) => each === text);
    return word ?? wrong(fault('notOneOf', { choices: words.join(', '), given: shownText(text) }));
  });

/** Of which kind the bot's registration is. */
export const botType = oneOf(['SingleTenant', 'MultiTenant', 'UserAssignedMsi']);

/** Yes or no. */
export const yesOrNo = oneOf(['true', 'false']).transform((word) => word === 'true');

/** A base address without a slash at the end: https, or http on this machine. */
export const url = address(
  'notHttpsOrLoopback',
  ({ protocol, hostname }) => protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)),
);

/** A base address that Teams takes: https everywhere. */
export const httpsUrl = address('notHttps', ({ protocol }) => protocol === 'https:');

/** A base address of something in our own network, which plain http may lead to. */
export const plainUrl = address('notHttp', ({ protocol }) => /^https?:$/.test(protocol));

/** The address of a PostgreSQL database, on another machine only where its certificate is checked. */
export const databaseUrl = made((text, wrong): string => {
  const found = databaseUrlIn(text);
  return 'code' in found ? wrong(found) : text;
});

/** An id of Entra's, in lower case. `code` says of what. */
export const id = (code: IdFault) => idLike(guidPattern, code);

/** A managed identity: its client id, or `system` for the machine's own. */
export const managedIdentity = idLike(new RegExp(`^system$|${guidPattern.source}`), 'notManagedIdentity');

/** Something secret in one piece. */
export const token = fitting(
  (text) => !/[\s\p{Cc}]/u.test(text),
  () => bareFault('notOneWord'),
);

/** The value of a client secret. */
export const secret = fitting(
  (text) => !guidPattern.test(text.toLowerCase()),
  () => bareFault('secretIsId'),
).pipe(token);

/** 32 bytes in base64. */
export const key = fitting(
  (text) => /^[\w+/-]{43}=?$/.test(text),
  () => bareFault('notKey'),
).transform((text) => Buffer.from(text, 'base64'));

/** A secret as Standard Webhooks has it: `whsec_` and 24 to 64 bytes in base64. */
export const webhookSecret = fitting(
  (text) => /^whsec_(?:[\w+/-]{4}){8,21}[\w+/=-]{0,4}$/.test(text),
  () => bareFault('notWebhookSecret'),
);

/** Whole addresses of other machines, https, separated by commas. They may have secrets in them, which a fault never repeats. */
export const httpsAddresses = made((text, wrong): readonly string[] => {
  const addresses = text.split(',').map((each) => parsedUrl(each.trim()));
  const isWhole = (url: URL | undefined): url is URL =>
    url?.protocol === 'https:' && url.username + url.password + url.hash === '';
  return addresses.every(isWhole) ? addresses.map(({ href }) => href) : wrong(bareFault('notHttpsAddresses'));
});

/** Words in one line, for people to read. */
export const line = (most: number) =>
  fitting(
    (text) => text.length <= most && !/\p{Cc}/u.test(text),
    (text) => fault('notLine', { most, ...told(text) }),
  );

/** The name or address of a machine, without brackets. */
export const host = z
  .string()
  .transform((text) => text.replace(/^\[(.*)\]$/, '$1'))
  .pipe(
    fitting(
      (text) => /^[\w.-]+$/.test(text) || /^[\da-f:.]+(?:%\w+)?$/i.test(text),
      (text) => fault('notHost', { given: shownText(text) }),
    ),
  );

/** Names or addresses of machines, separated by commas. */
export const hosts = made((text, wrong): readonly string[] => {
  const all = text.split(',').map((each) => each.trim().replace(/^\[(.*)\]$/, '$1'));
  const bad = all.find((each) => !/^[\w.-]+$/.test(each) && !/^[\da-f:.]+$/i.test(each));
  return bad === undefined ? all : wrong(fault('notHost', { given: shownText(bad) }));
});

/** The path of a folder, there or not. */
export const folder = fitting(
  (text) => !isFile(text),
  (text) => fault('notFolder', { given: shownText(text) }),
);

/** The path of a file, for which stands what `read` makes of it; what `read` throws is the file's fault. */
export const file = <T>(read: (path: string) => T) =>
  made((path, wrong): T => {
    try {
      return read(path);
    } catch (error) {
      return error instanceof FileError ? wrong(error.fault, error.file) : wrong(unreadable(error), path);
    }
  });

/** Entra object ids of people, and of groups with `group:` before them, separated by commas; in lower case. */
export const people = z.string().transform((text) => {
  const ids = text.split(',').map((id) => id.trim().toLowerCase());
  return ids.filter((id) => id !== '');
});

/** What is wrong with an id of `people`; `undefined`: nothing. On the sandbox the ids of people are of any kind. */
export function faultOfPerson(id: string, isSandbox: boolean): Fault | undefined {
  const group = /^group:(.*)$/.exec(id)?.[1];
  if (group !== undefined) return guidPattern.test(group) ? undefined : fault('notGroupId', { given: shownText(id) });
  // Anything else would name no one, without a word.
  return isSandbox || guidPattern.test(id) ? undefined : fault('notPersonId', { given: shownText(id) });
}

/** OpenTelemetry's exporters of traces, separated by commas. */
export const otelExporters = made((text, wrong) => {
  const unknown = text.split(',').find((each) => !exporters.includes(each.trim()));
  if (unknown === undefined) return text;
  return wrong(fault('notExporter', { given: shownText(unknown.trim()), choices: exporters.join(', ') }));
});
const exporters = ['otlp', 'console', 'zipkin', 'none'];

/** Yes or no as OpenTelemetry spells it, in any case. */
export const otelFlag = z.string().toLowerCase().pipe(yesOrNo);

type IdFault = 'notBotAppId' | 'notBotTenantId' | 'notPartnerTenantId' | 'notPartnerAppId';

function idLike(pattern: RegExp, code: IdFault | 'notManagedIdentity') {
  return z
    .string()
    .toLowerCase()
    .pipe(
      fitting(
        (text) => pattern.test(text),
        (text) => fault(code, told(text)),
      ),
    );
}

/** A schema that makes a value of a text, or says what is wrong with it, or with the file that it names. */
export function made<T>(make: (text: string, wrong: (fault: SettingFault, file?: string) => never) => T) {
  return z.string().transform((text, context) =>
    make(text, (fault, file) => {
      context.addIssue({ code: 'custom', params: { fault, file } });
      return z.NEVER;
    }),
  );
}

function fitting(fits: (text: string) => boolean, faultOf: (text: string) => Fault) {
  return made((text, wrong): string => (fits(text) ? text : wrong(faultOf(text))));
}

function address(code: 'notHttps' | 'notHttpsOrLoopback' | 'notHttp', isAllowed: (url: URL) => boolean) {
  return made((text, wrong): string => {
    const parsed = parsedUrl(text);
    if (parsed === undefined || !isAllowed(parsed)) return wrong(fault(code, { given: shownText(withoutLogin(text)) }));
    // What names a person or a key doesn't belong in a base address, and would get into the log with it.
    const { username, password, search, hash, origin } = parsed;
    if (username + password + search + hash !== '') return wrong(fault('addressHasMore', { example: origin }));
    return text.replace(/\/+$/, '');
  });
}

// What isn't an address may have a password in it all the same, with any sign but white space.
function withoutLogin(text: string): string {
  return text.replace(/^([a-z]+:\/\/)?\S*@/i, '$1…@');
}

/** As much of a text as helps to recognise it, in one line. */
export function shownText(text: string): string {
  const line = text.replaceAll(/\p{Cc}/gu, ' ');
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}

// What is longer than an id may be a secret that was put into the wrong place.
function told(text: string): GivenText {
  const { length } = text;
  return length > guidLength ? { length } : { given: shownText(text), length };
}

function isFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    // It isn't there, or can't be looked at before it is used.
    return false;
  }
}

/** Why a file can't be read. @throws what is no answer of the system's: a bug of ours */
export function unreadable(error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  // Anything without a code is a bug of ours.
  if (code === undefined) throw error;
  return code === 'ENOENT' ? bareFault('fileAbsent') : fault('fileUnreadable', { answer: code });
}

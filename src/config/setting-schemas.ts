// The shapes that a setting can have, from its text without white space around it. What a schema says of a text that it
// doesn't take follows the setting's name in a sentence, and never repeats a secret.

import { statSync } from 'node:fs';
import { z } from 'zod';
import { ExpectedError } from '../domain/errors.js';
import { guidPattern } from '../domain/guid.js';
import { isLoopback, parsedUrl } from '../runtime/loopback.js';

const guidLength = 36;
const longestShown = 60;

/** Text of any kind. */
export const text = z.string();

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  fitting(
    (text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
    (text) => `must be a whole number from ${least} to ${most}, not “${shown(text)}”`,
  ).transform(Number);

/** The highest port there is. */
export const lastPort = 65_535;

/** A port; 0: any that is free. Two settings never name the same one. */
export const port = whole(0, lastPort);

/** One of a few words, spelled exactly. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: ({ input }) => `must be one of ${words.join(', ')}, not “${shown(String(input))}”` });

/** Of which kind the bot's registration is. */
export const botType = oneOf(['SingleTenant', 'MultiTenant', 'UserAssignedMsi']);

/** Yes or no. */
export const yesOrNo = oneOf(['true', 'false']).transform((word) => word === 'true');

/** A base address without a slash at the end: https, or http on this machine. */
export const url = address(
  'an https address, or an http address on loopback',
  ({ protocol, hostname }) => protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)),
);

/** A base address of something in our own network, which plain http may lead to. */
export const plainUrl = address('an http or https address', ({ protocol }) => /^https?:$/.test(protocol));

/** An id of Entra's, in lower case. `what` names it, and `where` tells where it's shown. */
export const guid = (what: string, where: string) => idLike(guidPattern, what, where);

/** The id of an application. `what` names it. */
export const appId = (what: string) => guid(what, 'Find it in Entra on the app registration’s overview');

/** A managed identity: its client id, or `system` for the machine's own. */
export const managedIdentity = idLike(
  new RegExp(`^system$|${guidPattern.source}`),
  'the client ID of a managed identity',
  'Find it in Azure on the identity’s overview, or use `system` for the machine’s own identity',
);

/** Something secret in one piece. */
export const token = fitting(
  (text) => !/[\s\p{Cc}]/u.test(text),
  () => 'contains spaces or line breaks. Copy it again',
);

/** The value of a client secret. */
export const secret = fitting(
  (text) => !guidPattern.test(text.toLowerCase()),
  () => 'is an ID (a GUID). Use the secret’s value instead, which Entra shows only once, when you create it',
).pipe(token);

/** 32 bytes in base64. */
export const key = fitting(
  (text) => /^[\w+/-]{43}=?$/.test(text),
  () => 'must be 32 bytes in base64; create one with `openssl rand -base64 32`',
).transform((text) => Buffer.from(text, 'base64'));

/** Words in one line, for people to read. */
export const line = (longest: number) =>
  fitting(
    (text) => text.length <= longest && !/\p{Cc}/u.test(text),
    (text) => `must be one line of at most ${longest} characters, ${tellOf(text)}`,
  );

/** The name or address of a machine, without brackets. */
export const host = z
  .string()
  .transform((text) => text.replace(/^\[(.*)\]$/, '$1'))
  .pipe(
    fitting(
      (text) => /^[\w.-]+$/.test(text) || /^[\da-f:.]+(?:%\w+)?$/i.test(text),
      (text) => `must be an address or a host name, such as 127.0.0.1, not “${shown(text)}”`,
    ),
  );

/** The path of a folder, there or not. */
export const folder = fitting(
  (text) => !isFile(text),
  (text) => `must be a folder, and “${shown(text)}” isn’t one`,
);

/** The path of a file, for which stands what `read` makes of it; what `read` throws is the setting's problem. */
export const file = <T>(read: (path: string) => T) =>
  z.string().transform((path, context) => {
    try {
      return read(path);
    } catch (error) {
      context.addIssue(error instanceof ExpectedError ? error.message : `can’t be read (${codeOf(error)})`);
      return z.NEVER;
    }
  });

/** Entra object ids of people, and of groups with `group:` before them, separated by commas; in lower case. */
export const people = z.string().transform((text) => {
  const ids = text.split(',').map((id) => id.trim().toLowerCase());
  return ids.filter((id) => id !== '');
});

/** What is wrong with an id of `people`; `undefined`: nothing. On the sandbox the ids of people are of any kind. */
export function problemOfPerson(id: string, isSandbox: boolean): string | undefined {
  const group = /^group:(.*)$/.exec(id)?.[1];
  if (group !== undefined)
    return guidPattern.test(group)
      ? undefined
      : `contains “${shown(id)}”: “group:” must be followed by a group’s object ID`;
  if (isSandbox || guidPattern.test(id)) return undefined;
  // Anything else would name no one, without a word.
  return `contains “${shown(id)}”, which isn’t an object ID. Find it in Entra under Users, on the person’s page`;
}

/** OpenTelemetry's exporters of traces, separated by commas. */
export const otelExporters = z.string().superRefine((text, context) => {
  const wrong = text.split(',').find((each) => !exporters.includes(each.trim()));
  if (wrong !== undefined) context.addIssue(`contains “${wrong.trim()}”: use ${exporters.join(', ')}`);
});
const exporters = ['otlp', 'console', 'zipkin', 'none'];

/** Yes or no as OpenTelemetry spells it, in any case. */
export const otelFlag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false'], { error: ({ input }) => `must be true or false, not “${input}”` }))
  .transform((word) => word === 'true');

function idLike(pattern: RegExp, what: string, where: string) {
  return z
    .string()
    .toLowerCase()
    .regex(pattern, { error: ({ input }) => `must be ${what}, a GUID, ${tellOf(String(input))}. ${where}` });
}

function fitting(fits: (text: string) => boolean, problem: (text: string) => string) {
  return z.string().refine(fits, { error: ({ input }) => problem(String(input)), abort: true });
}

function address(what: string, isAllowed: (url: URL) => boolean) {
  return fitting(
    (text) => {
      const parsed = parsedUrl(text);
      return parsed !== undefined && isAllowed(parsed);
    },
    (text) => `must be ${what}, not “${shown(text.replace(/\/\/[^/]*@/, '//…@'))}”`,
  )
    .refine(
      (text) => {
        // What names a person or a key doesn't belong in a base address, and would get into the log with it.
        const { username, password, search, hash } = new URL(text);
        return username + password + search + hash === '';
      },
      {
        error: ({ input }) =>
          `must be an address without a user name, “?” or “#”, such as ${new URL(String(input)).origin}`,
      },
    )
    .transform((text) => text.replace(/\/+$/, ''));
}

/** As much of a text as helps to recognise it, in one line. */
function shown(text: string): string {
  const line = text.replaceAll(/\p{Cc}/gu, ' ');
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}

// What is longer than an id may be a secret that was put into the wrong place.
function tellOf(text: string): string {
  return text.length > guidLength ? `and has ${text.length} characters` : `not “${shown(text)}”`;
}

function isFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    // It isn't there, or can't be looked at before it is used.
    return false;
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT' ? 'ENOENT: no such file' : code;
}

// Reads variables of the environment, each by its shape, so that everything that is wrong is told at once.
import { statSync } from 'node:fs';
import { ConfigError, ExpectedError } from '../domain/errors.js';
import { isLoopback, parsedUrl } from '../runtime/loopback.js';

/** What is wrong with a variable. */
export interface SettingProblem {
  readonly name: string;
  /** What follows the name in a sentence. Never a secret. */
  readonly what: string;
}

/** What a port may be; 0: any that is free. */
export const portBounds = { least: 0, most: 65_535 } as const;

/** Where the id of an application stands, for messages. */
export const appIdStands = 'Entra shows it on the app registration’s overview';

/** Reads variables and notes what is wrong with them. A value that is wrong reads as if it were not there. */
export class EnvironmentReader {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #problems: SettingProblem[] = [];

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  /** Whether the variable says anything. */
  has(name: string): boolean {
    return this.text(name) !== undefined;
  }

  /** The value without white space around it; `undefined` when there is none. */
  text(name: string): string | undefined {
    const value = this.#environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  /** A value that has to be there. Secrets are never repeated in a message. */
  needed(name: string, why: string): string {
    const value = this.text(name);
    if (value === undefined) this.wrong(name, `is missing: ${why}`);
    return value ?? '';
  }

  /** Stands in for a value that has to be there; one that is there and wrong has been noted already. */
  missing(name: string, why: string): string {
    return this.has(name) ? '' : this.needed(name, why);
  }

  /** A whole number within bounds. */
  number(name: string, { least, most }: { readonly least: number; readonly most: number }): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    return this.wrong(name, `must be a whole number from ${least} to ${most}, not “${shown(value)}”`);
  }

  /** One of a few words, spelt exactly. */
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const chosen = choices.find((choice) => choice === value);
    return chosen ?? this.wrong(name, `must be one of ${choices.join(', ')}, not “${shown(value)}”`);
  }

  /**
   * A base address without a slash at the end: https, or http on this machine. `mayBePlain`: http anywhere, for what
   * stands in one network with us.
   */
  url(name: string, { mayBePlain = false }: { readonly mayBePlain?: boolean } = {}): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const url = parsedUrl(value);
    const isPlain = url?.protocol === 'http:' && (mayBePlain || isLoopback(url.hostname));
    if (url === undefined || !(url.protocol === 'https:' || isPlain)) {
      const wanted = mayBePlain ? 'an http or https address' : 'an https address, or an http address on loopback';
      return this.wrong(name, `must be ${wanted}, not “${shown(value.replace(/\/\/[^/]*@/, '//…@'))}”`);
    }
    // What a person or a key would be named by does not belong in a base address, and would get into the log with it.
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
      return this.wrong(name, `must be an address without user name, “?” or “#”, such as ${url.origin}`);
    return value.replace(/\/+$/, '');
  }

  /** An id of Entra's in lower case. `what` names it, and `where` says where it stands. */
  guid(name: string, what: string, where: string): string | undefined {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined || guid.test(value)) return value;
    return this.wrong(name, `must be ${what}, a GUID, ${saidOf(value)}. ${where}`);
  }

  /** A secret of Entra's. It is never repeated. */
  secret(name: string): string | undefined {
    const isId = guid.test(this.text(name)?.toLowerCase() ?? '');
    if (!isId) return this.token(name);
    return this.wrong(name, 'is an id (a GUID). Put the secret’s value there, which Entra shows once, when it is made');
  }

  /** Something secret in one piece. It is never repeated. */
  token(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || !/[\s\p{Cc}]/u.test(value)) return value;
    return this.wrong(name, 'has spaces or line breaks in it. Copy it once more');
  }

  /** Words in one line, for people to read. */
  line(name: string, most: number): string | undefined {
    const value = this.text(name);
    if (value === undefined || (value.length <= most && !/\p{Cc}/u.test(value))) return value;
    return this.wrong(name, `must be one line of ${most} characters at most, ${saidOf(value)}`);
  }

  /** The name or address of a machine, without brackets. */
  host(name: string): string | undefined {
    const value = this.text(name)?.replace(/^\[(.*)\]$/, '$1');
    if (value === undefined || /^[\w.-]+$/.test(value) || /^[\da-f:.]+(?:%\w+)?$/i.test(value)) return value;
    return this.wrong(name, `must be an address or a host name, such as 127.0.0.1, not “${shown(value)}”`);
  }

  /** The path of a folder, there or not. */
  folder(name: string): string | undefined {
    const value = this.text(name);
    return value !== undefined && isFile(value)
      ? this.wrong(name, `must be a folder, and “${shown(value)}” is not one`)
      : value;
  }

  /** 32 bytes in base64. */
  key(name: string, why: string): Buffer {
    const value = this.needed(name, why);
    const key = Buffer.from(value, 'base64');
    if (value !== '' && !/^[\w+/-]{43}=?$/.test(value))
      this.wrong(name, 'must be 32 bytes in base64; `openssl rand -base64 32` makes one');
    return key;
  }

  /** Entra object ids of people, and of groups with `group:` before them, separated by commas, in lower case. */
  ids(name: string, { mayBeAnything }: { readonly mayBeAnything: boolean }): readonly string[] {
    const all = (this.text(name) ?? '').split(',').map((id) => id.trim().toLowerCase());
    const ids = all.filter((id) => id !== '');
    for (const id of ids) {
      const group = /^group:(.*)$/.exec(id)?.[1];
      if (group !== undefined && !guid.test(group))
        this.wrong(name, `has “${shown(id)}”: after “group:” comes a group’s object id`);
      // Anything else would name nobody, without a word.
      if (group === undefined && !mayBeAnything && !guid.test(id))
        this.wrong(name, `has “${shown(id)}”, which is no object id: Entra shows it under Users, on the person’s page`);
    }
    return ids;
  }

  /** The result of reading something else, whose failure counts as this variable's. */
  attempt<T>(name: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      return this.wrong(name, error instanceof ExpectedError ? error.message : `cannot be read (${codeOf(error)})`);
    }
  }

  /** Notes that a variable is wrong. */
  wrong(name: string, what: string): undefined {
    this.#problems.push({ name, what });
  }

  /** Everything that was wrong so far. */
  get problems(): readonly SettingProblem[] {
    return this.#problems;
  }
}

/** The error for settings that are wrong, naming all of them. */
export function settingsError(problems: readonly SettingProblem[]): ConfigError {
  const list = problems.map(({ name, what }) => `- ${name} ${what}`).join('\n');
  return new ConfigError(`the settings are wrong:\n${list}`, 'Every setting is explained in .env.example.');
}

const mostShown = 60;

/** As much of a value as helps to recognise it. */
function shown(value: string): string {
  const line = value.replaceAll(/\p{Cc}/gu, ' ');
  return line.length > mostShown ? `${line.slice(0, mostShown)}…` : line;
}

const guidLength = 36;

// What is longer than an id may be a secret that was put into the wrong place.
function saidOf(value: string): string {
  return value.length > guidLength ? `and has ${value.length} characters` : `not “${shown(value)}”`;
}

function isFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    // It is not there, or nothing can be said of it before it is used.
    return false;
  }
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT' ? 'ENOENT: there is no such file' : code;
}

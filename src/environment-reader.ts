// How is a variable of the environment read, so that everything that is wrong is told at once?
import { ConfigError, ExpectedError } from './domain/errors.js';
import { isLoopback, parsedUrl } from './loopback.js';

/** What is wrong with a variable. */
export interface SettingProblem {
  readonly name: string;
  /** What follows the name in a sentence. Never a secret. */
  readonly what: string;
}

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

  /** A whole number within bounds. */
  number(name: string, { least, most }: { readonly least: number; readonly most: number }): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    return this.wrong(name, `must be a whole number from ${least} to ${most}, not “${value}”`);
  }

  /** One of a few words, spelt exactly. */
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const chosen = choices.find((choice) => choice === value);
    return chosen ?? this.wrong(name, `must be one of ${choices.join(', ')}, not “${value}”`);
  }

  /** A base address without a slash at the end: https, or http on this machine. */
  url(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const url = parsedUrl(value);
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname)))
      return value.replace(/\/+$/, '');
    return this.wrong(name, 'must be an https address, or an http address on loopback');
  }

  /** 32 bytes in base64. */
  key(name: string, why: string): Buffer {
    const value = this.needed(name, why);
    const key = Buffer.from(value, 'base64');
    if (value !== '' && key.length !== 32)
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
        this.wrong(name, `has “${id}”: after “group:” comes a group’s object id`);
      // Anything else would name nobody, without a word.
      if (group === undefined && !mayBeAnything && !guid.test(id))
        this.wrong(name, `has “${id}”, which is no object id: Entra shows it under Users, on the person’s page`);
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

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT' ? 'ENOENT: there is no such file' : code;
}

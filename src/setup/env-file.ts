// The file .env: what it says, and how something is added to it. Lines that are there are never changed.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from '../domain/errors.js';
import { replaceOrTell } from './replace-or-tell.js';

/** A file of settings, readable for its owner only from the first line that's added. */
export class EnvFile {
  readonly path: string;

  /** The file, or the one that a link of this name leads to; it needn't exist. */
  constructor(path: string) {
    this.path = existsSync(path) ? realpathSync(path) : path;
  }

  /** The lines as they are now. */
  get text(): string {
    return existsSync(this.path) ? readFileSync(this.path, 'utf8') : '';
  }

  /** What it sets. An empty value counts as none. */
  get settings(): Readonly<Record<string, string>> {
    const set = Object.entries(parseEnv(this.text)).flatMap(([name, value]) =>
      value?.trim() ? [[name, value.trim()] as const] : [],
    );
    return Object.fromEntries(set);
  }

  /**
   * Adds settings that have no value yet, all or none of them, and comments before them.
   * @returns the names that were added.
   * @throws ConfigError where the file can't be written; it's as it was then.
   */
  async add(settings: Readonly<Record<string, string>>, comments: readonly string[] = []): Promise<readonly string[]> {
    const present = this.settings;
    const missing = Object.entries(settings).filter(([name]) => present[name] === undefined);
    const added = [
      ...comments.map((comment) => `# ${comment}`),
      ...missing.map(([name, value]) => `${name}=${written(value)}`),
    ];
    if (added.length === 0) return [];
    const before = this.text;
    const gap = before === '' || before.endsWith('\n') ? '' : '\n';
    await replaceOrTell(this.path, `${before}${gap}${added.join('\n')}\n`);
    return missing.map(([name]) => name);
  }
}

// Values that Microsoft makes need no quotes, which Docker wouldn't take off.
function written(value: string): string {
  if (/^[\w./:@+,=~() -]*$/.test(value) && parseEnv(`A=${value}`).A === value) return value;
  const quote = [`'`, '"', '`'].find((each) => !value.includes(each));
  if (quote && !/\p{Cc}/u.test(value)) return `${quote}${value}${quote}`;
  throw new ConfigError('a value contains characters that .env can’t hold', 'Set it in the environment instead.');
}

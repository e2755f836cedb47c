// How a command reads its environment, prints lines and ends in a terminal.
import { existsSync } from 'node:fs';
import { ExpectedError } from '../domain/errors.js';
import { wordsIn } from '../views/catalogue.js';
import { failureWords } from '../views/explain/setting-words.js';

/** The environment's variables, and those of `.env` where there is such a file. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** Prints lines to standard output. */
export function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Runs a command. An expected failure is printed in words and ends the process with 1; only a bug shows its stack. */
export async function run(command: () => Promise<void> | void): Promise<void> {
  // What reads the output, such as head, may have read enough.
  process.stdout.on('error', (error) => {
    if (!('code' in error && error.code === 'EPIPE')) throw error;
    process.exit();
  });
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`❌ ${inWords(error)}\n`);
  }
}

function inWords(error: unknown): string {
  if (error instanceof ExpectedError) return failureWords(error, wordsIn('en')).join('\n');
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' && 'path' in error) return `Can’t find ${String(error.path)}.`;
  return code === '' ? (error.stack ?? error.message) : error.message;
}

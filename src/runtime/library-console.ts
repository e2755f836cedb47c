// What libraries write to the console.
import type { Log } from './log.js';

const mostCharacters = 100;

/**
 * Has errors and warnings that libraries write to the console become lines of the log. Strangers can cause some: the Bot
 * Framework's SDK writes why it refuses a token, with a stack or with Microsoft's keys.
 */
export function consoleInto(log: Pick<Log, 'info'>, console: Pick<Console, 'error' | 'warn'>): void {
  const write = (...said: readonly unknown[]) => {
    const error = said.find((each) => each instanceof Error);
    log.info('libraryWrote', error ? { error } : { text: said.map(textOf).join(' ').slice(0, mostCharacters) });
  };
  console.error = write;
  console.warn = write;
}

// An object may hold a token, and may not be text at all.
function textOf(said: unknown): string {
  return typeof said === 'string' ? said : typeof said;
}

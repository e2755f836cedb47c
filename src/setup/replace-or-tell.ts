// Replaces a file of the operator's, and says in words when that fails.
import { ConfigError } from '../domain/errors.js';
import { NotReplaced, replaceFile } from '../runtime/replace-file.js';

/**
 * Replaces a file, all or nothing. `mode`: who may read it; absent: its owner only.
 * @throws ConfigError where it can't be written; it's as it was then.
 */
export async function replaceOrTell(path: string, text: string, mode?: number): Promise<void> {
  try {
    await replaceFile(path, text, mode);
  } catch (cause) {
    if (!(cause instanceof NotReplaced)) throw cause;
    const why = cause.cause instanceof Error ? cause.cause.message : String(cause.cause);
    throw new ConfigError(
      `${path} couldn’t be written: ${why}`,
      'Make sure that you may write in this folder and that the disk isn’t full, then run the same command again.',
      { cause },
    );
  }
}

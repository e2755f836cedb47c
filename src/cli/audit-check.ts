// What is said of an audit log that is checked.
import { existsSync } from 'node:fs';
import { StoreError } from '../domain/errors.js';
import { entryIn } from '../store/audit-chain.js';
import { begunAnew, checkAudit, linesOf } from '../store/audit-file.js';
import { knownAuditEnds } from '../store/known-audit-ends.js';

/**
 * Checks a log, against what the data folder around it remembers of it.
 * @returns what to say of one that is whole.
 * @throws StoreError that says what is wrong.
 */
export async function verifyAudit(path: string): Promise<readonly string[]> {
  const known = await knownAuditEnds(path);
  const remembered = Math.max(0, ...known.map(({ lines }) => lines));
  if (!existsSync(path)) {
    throw remembered > 0
      ? new StoreError(
          `The audit log ${path} is gone. It had ${remembered} lines or more.`,
          'Put back a copy. Without one, Gatehouse begins a new log at its next start, whose first line says so.',
        )
      : new StoreError(`There is no audit log at ${path}.`, 'DATA_DIR tells where the data folder is.');
  }
  const check = await checkAudit(path, known);
  if ('brokenAt' in check) {
    throw new StoreError(
      `${path}: line ${check.brokenAt} is not as it was written: ${check.why}.`,
      'It or the one before was changed, put in or taken out, or the log is another one. docs/run-it.md says what to do.',
    );
  }
  if (check.lines === 0) return [`${path}: nothing has been written down yet.`];
  return [
    `${path}: ${check.lines} lines, each following from the one before.`,
    ...(await beginning(path)),
    remembered > 0
      ? `Gatehouse remembers ${remembered} of them.`
      : 'Nothing here remembers how many there were, so lines that are missing at the end cannot be told.',
    `Hash of the last line: ${check.hash}`,
    'Note it down somewhere else: whoever can change the whole folder could write it all anew.',
  ];
}

/** A warning where the log took the place of one that had gone. */
async function beginning(path: string): Promise<readonly string[]> {
  for await (const text of linesOf(path)) {
    const entry = entryIn(text);
    return entry?.what === begunAnew ? [`⚠️ It was begun on ${entry.at}, because ${entry.why}.`] : [];
  }
  return [];
}

// The result of checking an audit log, in words.
import { existsSync } from 'node:fs';
import { StoreError } from '../domain/errors.js';
import { begunAnew, checkAudit, linesOf } from '../store/folder/audit-file.js';
import { knownAuditEnds } from '../store/folder/known-audit-ends.js';
import { entryIn } from '../store/records/audit-chain.js';

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
          'Restore it from a backup. Without one, Gatehouse starts a new log at its next start, whose first line says so.',
        )
      : new StoreError(`There’s no audit log at ${path}.`, 'Set DATA_DIR to the data folder.');
  }
  const check = await checkAudit(path, known);
  if ('brokenAt' in check) {
    throw new StoreError(
      `${path}: line ${check.brokenAt} isn’t as Gatehouse wrote it: ${check.why}.`,
      'This line or the one before was changed, added or removed, or it’s another log. For what to do, see docs/4-running.md.',
    );
  }
  if (check.lines === 0) return [`${path}: no entries yet.`];
  return [
    `${path}: ${check.lines} lines, an unbroken chain.`,
    ...(await beginning(path)),
    remembered > 0
      ? `Gatehouse’s own records confirm ${remembered} of them.`
      : 'There’s no record of how many lines there were, so lines missing at the end can’t be detected.',
    `Hash of the last line: ${check.hash}`,
    'Keep a copy of it elsewhere: anyone who can change the whole folder could rewrite the whole log.',
  ];
}

/** A warning where the log took the place of one that had gone. */
async function beginning(path: string): Promise<readonly string[]> {
  for await (const text of linesOf(path)) {
    const entry = entryIn(text);
    return entry?.what === begunAnew ? [`⚠️ This log was started on ${entry.at}, because ${entry.why}.`] : [];
  }
  return [];
}

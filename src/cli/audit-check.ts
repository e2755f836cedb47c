// The result of checking an audit log, in words, and the log itself as text.
import { StoreError } from '../domain/errors.js';
import { begunAnew, entryIn } from '../store/records/audit-chain.js';
import { type AuditToCheck, checkAudit } from '../store/records/audit-check.js';

/**
 * Checks a log, against what is known of it where it's kept.
 * @returns what to say of one that is whole.
 * @throws StoreError that says what is wrong.
 */
export async function verifyAudit(audit: AuditToCheck): Promise<readonly string[]> {
  const { place } = audit;
  const known = await audit.knownEnds();
  const remembered = Math.max(0, ...known.map(({ lines }) => lines));
  if (!(await audit.isThere())) {
    throw remembered > 0
      ? new StoreError(
          `The audit log ${place} is gone. It had ${remembered} lines or more.`,
          'Restore it from a backup. Without one, Gatehouse starts a new log at its next start, whose first line says so.',
        )
      : new StoreError(`There’s no audit log at ${place}.`, 'Set DATA_DIR to the data folder.');
  }
  const check = await checkAudit(audit.lines(), known);
  if ('brokenAt' in check) {
    throw new StoreError(
      `${place}: line ${check.brokenAt} isn’t as Gatehouse wrote it: ${check.why}.`,
      'This line or the one before was changed, added or removed, or it’s another log. For what to do, see docs/4-running.md.',
    );
  }
  if (check.lines === 0) return [`${place}: no entries yet.`];
  return [
    `${place}: ${check.lines} lines, an unbroken chain.`,
    ...(await beginning(audit)),
    remembered > 0
      ? `Gatehouse’s own records confirm ${remembered} of them.`
      : 'There’s no record of how many lines there were, so lines missing at the end can’t be detected.',
    `Hash of the last line: ${check.hash}`,
    'Keep a copy of it elsewhere: anyone who can change everything in that place could rewrite the whole log.',
  ];
}

/**
 * Writes a log as text, line by line as it is, and checks it afterwards: one that isn't whole is written too.
 * @returns what to say of one that is whole.
 * @throws StoreError that says what is wrong.
 */
export async function exportAudit(
  audit: AuditToCheck,
  write: (text: AsyncIterable<Buffer>) => Promise<void>,
): Promise<readonly string[]> {
  if (await audit.isThere()) await write(textOf(audit.lines()));
  return verifyAudit(audit);
}

const lineBreak = Buffer.from('\n');
// Many lines are one write.
const pieceBytes = 256 * 1024;

async function* textOf(lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let piece: Buffer[] = [];
  let bytes = 0;
  for await (const line of lines) {
    piece.push(line, lineBreak);
    bytes += line.length + 1;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(piece);
    [piece, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(piece);
}

/** A warning where the log took the place of one that had gone. */
async function beginning(audit: AuditToCheck): Promise<readonly string[]> {
  for await (const line of audit.lines()) {
    const entry = entryIn(line.toString('utf8'));
    return entry?.what === begunAnew ? [`⚠️ This log was started on ${entry.at}, because ${entry.why}.`] : [];
  }
  return [];
}

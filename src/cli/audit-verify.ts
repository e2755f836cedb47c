// Has nobody changed the audit log? Run by `npm run audit:verify`, beside a running bot or without one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../domain/errors.js';
import { auditFileName, checkAudit } from '../store/audit-file.js';
import { environment, run, say } from './terminal.js';

await run(async () => {
  const path = join(environment().DATA_DIR?.trim() || './data', auditFileName);
  if (!existsSync(path)) {
    throw new StoreError(`There is no audit log at ${path}.`, 'DATA_DIR tells where the data folder is.');
  }
  const check = await checkAudit(path);
  if ('brokenAt' in check) {
    throw new StoreError(
      `${path}: line ${check.brokenAt} does not follow from the one before.`,
      'It or that one was changed, put in or taken out.',
    );
  }
  if (check.lines === 0) return say(`${path}: nothing has been written down yet.`);
  say(
    `${path}: ${check.lines} lines, each following from the one before.`,
    `Hash of the last line: ${check.hash}`,
    'Note it down: a log that is cut off at its end can only be told by its last line.',
  );
});

// Has nobody changed the audit log? Run by `npm run audit:verify`, beside a running bot or without one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { auditFileName, checkAudit } from '../store/audit-file.js';

if (existsSync('.env')) process.loadEnvFile('.env');
const path = join(process.env.DATA_DIR?.trim() || './data', auditFileName);

if (!existsSync(path)) {
  process.stderr.write(`There is no audit log at ${path}. DATA_DIR tells where the data folder is.\n`);
  process.exitCode = 1;
} else {
  const check = await checkAudit(path);
  if ('brokenAt' in check) {
    process.stderr.write(
      `${path}: line ${check.brokenAt} does not follow from the one before. It or that one was changed, put in or taken out.\n`,
    );
    process.exitCode = 1;
  } else {
    process.stdout.write(
      `${path}: ${check.lines} lines, each following from the one before.\nHash of the last line: ${check.hash}\nNote it down: a log that is cut off at its end can only be told by its last line.\n`,
    );
  }
}

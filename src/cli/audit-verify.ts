// Checks that the audit log hasn't been changed. Run by `npm run audit:verify`, beside a running bot or without one.
import { join } from 'node:path';
import { auditFileName } from '../store/folder/audit-file.js';
import { verifyAudit } from './audit-check.js';
import { environment, run, say } from './terminal.js';
import { toldUsage } from './usage.js';

if (!toldUsage('audit:verify')) await run(verify);

async function verify(): Promise<void> {
  const { DATA_DIR } = environment();
  say(...(await verifyAudit(join(DATA_DIR?.trim() || './data', auditFileName))));
}

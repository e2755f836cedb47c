// Checks that nobody has changed the audit log. Run by `npm run audit:verify`, beside a running bot or without one.
import { join } from 'node:path';
import { auditFileName } from '../store/audit-file.js';
import { verifyAudit } from './audit-check.js';
import { environment, run, say } from './terminal.js';

await run(async () => {
  const { DATA_DIR } = environment();
  say(...(await verifyAudit(join(DATA_DIR?.trim() || './data', auditFileName))));
});

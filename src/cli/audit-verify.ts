// Checks that the audit log hasn't been changed. Run by `npm run audit:verify`, beside a running bot or without one.
import { verifyAudit } from './audit-check.js';
import { environment, run, say } from './terminal.js';
import { toldUsage } from './usage.js';
import { dataPlaceIn, withData } from './with-data.js';

if (!toldUsage('audit:verify')) await run(verify);

async function verify(): Promise<void> {
  say(...(await withData(dataPlaceIn(environment()), ({ audit }) => verifyAudit(audit))));
}

// Says that the database was restored from a backup. Run by `npm run store:restored`, after pg_restore.
import { ownerDatabase } from './owner-database.js';
import { environment, run, say } from './terminal.js';
import { toldUsage } from './usage.js';

if (!toldUsage('store:restored')) await run(storeRestored);

async function storeRestored(): Promise<void> {
  const owner = ownerDatabase(environment());
  const { beginNewHistory } = await import('../store/postgres/restored.js');
  await beginNewHistory(owner);
  say('Running replicas read everything again. To check the audit log, run npm run audit:verify.');
}

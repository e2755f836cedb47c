// Tells replicas that the database was restored from a backup, so that what they remember may be newer than what is kept.
import { asOwner, type OwnerAddress } from './owner.js';

/**
 * Gives what is kept a new history, which running replicas read anew.
 * @throws ConfigError when the owner isn't let in; StoreError when the database doesn't answer.
 */
export async function beginNewHistory(owner: OwnerAddress): Promise<void> {
  await asOwner(owner, async (client) => {
    // No version that was given before the backup was restored comes again. They're told whatever number they have read last.
    await client.query(
      `update gatehouse.head set generation = gen_random_uuid(), seq = seq + 1000000000;
      select pg_notify('gatehouse', 'Infinity'), pg_notify('gatehouse_cards', 'Infinity')`,
    );
  });
}

// What has happened before somebody sees the sandbox for the first time?
import type { Perform } from '../operations/commands/perform.js';

/**
 * Enables the tenants that the sandbox's partner is said to have onboarded already, as a click would: whatever state
 * each of them is in follows from what the sandbox holds, so that the first list has every status in it.
 */
export async function playDemoOnboarding(tenantIds: readonly string[], perform: Perform): Promise<void> {
  const by = { id: '', name: 'the sandbox' };
  await Promise.all(
    tenantIds.map((tenantId) => perform({ tenantId, command: { do: 'enable', by, conversationId: '' } })),
  );
}

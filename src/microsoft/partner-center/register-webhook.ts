// How does the partner's one registration become ours, without taking it from another product by accident?
import { Refused } from '../../domain/errors.js';
import { isSameAddress } from '../../domain/same-address.js';
import type { Registration, Wanted, Webhooks } from './webhooks.js';

/**
 * Every event that says something about a tenant.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhook-events (checked 2026-11-22)
 */
export const wantedEvents: readonly string[] = [
  'test-created',
  'granular-admin-relationship-approved',
  'granular-admin-relationship-activated',
  'granular-admin-relationship-terminated',
  'granular-admin-relationship-expired',
  'granular-admin-access-assignment-created',
  'granular-admin-access-assignment-activated',
  'granular-admin-access-assignment-updated',
  'granular-admin-access-assignment-deleted',
  'dap-admin-relationship-approved',
  'dap-admin-relationship-terminated',
  'dap-admin-relationship-terminated-by-microsoft',
  'reseller-relationship-accepted-by-customer',
  'subscription-updated',
];

/** What came of it. */
export type Claim =
  /** `replaced`: what was there before, ours or another's. Absent: nothing was. */
  | { readonly registered: Wanted; readonly replaced?: Registration | undefined }
  /** Another product has it, and nothing was changed. */
  | { readonly heldBy: Registration };

/**
 * Registers an address for every event that we want and Microsoft offers. The registration of another address is replaced
 * only with `takeOver`.
 * @throws MicrosoftError
 */
export async function registerWebhook(webhooks: Webhooks, url: string, takeOver = false): Promise<Claim> {
  const offered = await webhooks.offeredEvents();
  const wanted = { url, events: wantedEvents.filter((name) => offered.includes(name)) };
  const held = await webhooks.registration();
  if (held === undefined && (await isMade(webhooks, wanted))) return { registered: wanted };
  // Somebody came between our look and our registering: it is theirs as much as one that was there before.
  const holder = held ?? (await webhooks.registration());
  if (holder && !takeOver && !isSameAddress(holder.url, url)) return { heldBy: holder };
  await webhooks.update(wanted);
  return { registered: wanted, replaced: holder };
}

/** False when there is a registration already. */
async function isMade(webhooks: Webhooks, wanted: Wanted): Promise<boolean> {
  try {
    await webhooks.register(wanted);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.problem.reason === 'nameTaken') return false;
    throw error;
  }
}

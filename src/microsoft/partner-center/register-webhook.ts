// Registers our address for the partner's events, without taking the registration from another product by accident.
import { Refused } from '../../domain/errors.js';
import { isSameAddress } from '../../domain/same-address.js';
import type { Registration, WantedRegistration, Webhooks } from './webhooks.js';

/**
 * Every event that concerns a tenant.
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

/** The result. */
export type Claim =
  /** `replaced`: the registration that was there before, ours or another's. Absent: there was none. */
  | { readonly registered: WantedRegistration; readonly replaced?: Registration | undefined }
  /** Another product holds it, and nothing was changed. */
  | { readonly heldBy: Registration };

/**
 * Registers an address for every wanted event that Microsoft offers. A registration of another address is replaced only with
 * `takeOver`.
 * @throws MicrosoftError
 */
export async function registerWebhook(webhooks: Webhooks, url: string, takeOver = false): Promise<Claim> {
  const offered = await webhooks.offeredEvents();
  const wanted = { url, events: wantedEvents.filter((name) => offered.includes(name)) };
  const held = await webhooks.registration();
  if (held === undefined && (await isMade(webhooks, wanted))) return { registered: wanted };
  // One that was made between our read and our call counts like one that was there before.
  const holder = held ?? (await webhooks.registration());
  if (holder && !takeOver && !isSameAddress(holder.url, url)) return { heldBy: holder };
  await webhooks.update(wanted);
  return { registered: wanted, replaced: holder };
}

/** False when there's a registration already. */
async function isMade(webhooks: Webhooks, wanted: WantedRegistration): Promise<boolean> {
  try {
    await webhooks.register(wanted);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.problem.reason === 'nameTaken') return false;
    throw error;
  }
}

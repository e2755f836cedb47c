// How is delegated admin (DAP) removed, so that it is really gone?

import type { Reservation } from '../domain/delegated-admin.js';
import { isRefusal } from '../domain/errors.js';
import type { Means } from './means.js';
import type { Microsoft } from './ports.js';
import type { Record } from './record.js';

/** What to know before asking somebody whether they mean it. */
export interface RemovalCheck {
  readonly granted: boolean;
  /** Each one has to be cancelled first. */
  readonly reservations: readonly Reservation[];
}

/**
 * Reads from Microsoft whether there is something to remove and whether something stands in the way.
 * @throws MicrosoftError
 */
export async function checkRemoval(microsoft: Microsoft, tenantId: string): Promise<RemovalCheck> {
  const [granted, reservations] = await Promise.all([
    microsoft.delegatedAdmin(tenantId),
    microsoft.reservations(tenantId),
  ]);
  return { granted, reservations };
}

/**
 * Takes a removal that somebody asked for one step on: check again and send it once, then read until it shows. It
 * counts as removed only when Microsoft says so on a later reading, which may take minutes.
 * @throws MicrosoftError when nothing is known about what became of it; it is then tried again under the same id.
 */
export async function advanceRemoval({ microsoft, clock, log }: Means, record: Record): Promise<void> {
  const { tenantId, delegatedAdmin } = record.tenant;
  const { removal } = delegatedAdmin;
  if (!removal) return;
  try {
    if (removal.sentAt === undefined) {
      const { granted, reservations } = await checkRemoval(microsoft, tenantId);
      if (granted && reservations.length > 0) {
        record.add([
          { type: 'delegatedAdminRemovalRefused', refusal: { why: 'reservations', at: clock.now(), reservations } },
        ]);
        return;
      }
      if (granted) await microsoft.removeDelegatedAdmin(tenantId, removal.requestId);
      record.add([{ type: 'delegatedAdminRemovalSent' }]);
      await record.save();
      log.info('delegatedAdminRemovalSent', { tenantId, requestId: removal.requestId, already: !granted });
    }
    if (!(await microsoft.delegatedAdmin(tenantId))) record.add([{ type: 'delegatedAdminRemoved' }]);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { problem } = error;
    record.add([{ type: 'delegatedAdminRemovalRefused', refusal: { why: 'microsoft', at: clock.now(), problem } }]);
  }
}

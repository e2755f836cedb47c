// Removes delegated admin (DAP), until it's proved to be gone.
import {
  confirmationPatienceSeconds,
  type DelegatedAdminRefusal,
  type DelegatedAdminRemoval,
} from '../../domain/access/delegated-admin.js';
import { isRefusal, MicrosoftError } from '../../domain/errors.js';
import { type Instant, secondsSince } from '../../domain/time.js';
import type { Dependencies, LockedDependencies } from '../dependencies.js';
import { readRemovalCheck } from '../reads/delegated-admin.js';
import type { Recording } from '../recording/recording.js';

/**
 * Takes a requested removal one step on: checks again and sends it once, then reads until it shows. It counts as removed
 * only when a later reading says so, which may take minutes.
 * @throws MicrosoftError when its outcome isn't known; it's then tried again under the same id.
 */
export async function advanceRemoval(deps: LockedDependencies, recording: Recording): Promise<void> {
  const { removal } = recording.tenant.delegatedAdmin;
  if (!removal) return;
  if (removal.sentAt === undefined && !(await send(deps, recording, removal))) return;
  await confirm(deps, recording, removal.sentAt ?? deps.clock.now());
}

/** Whether there's now something to confirm. */
async function send(deps: LockedDependencies, recording: Recording, removal: DelegatedAdminRemoval): Promise<boolean> {
  const { writes, clock, log } = deps;
  const { tenantId } = recording.tenant;
  const { requestId } = removal;
  const refuse = (refusal: DelegatedAdminRefusal) => {
    log.warn('delegatedAdminRemovalRefused', { tenantId, refusal });
    recording.add([{ type: 'delegatedAdminRemovalRefused', refusal }]);
    return false;
  };
  try {
    const { granted, reservations } = await readRemovalCheck(deps, tenantId);
    if (granted && reservations.length > 0) return refuse({ why: 'reservations', at: clock.now(), reservations });
    if (granted) await writes.customers.removeDelegatedAdmin(tenantId, requestId);
    recording.add([{ type: 'delegatedAdminRemovalSent', ...(granted && { requestId }) }]);
    // What Microsoft has accepted must not be sent again, whatever comes next.
    await recording.save();
    log.info('delegatedAdminRemovalSent', { tenantId, requestId, already: !granted });
    return true;
  } catch (error) {
    if (!(error instanceof MicrosoftError)) throw error;
    const { problem } = error;
    if (isRefusal(error)) return refuse({ why: 'microsoft', at: clock.now(), problem });
    recording.add([{ type: 'delegatedAdminRemovalTried', problem }]);
    throw error;
  }
}

// Microsoft has the removal by now, so a reading that fails says nothing about it, not even one that is refused.
async function confirm({ microsoft, clock }: Dependencies, recording: Recording, sentAt: Instant): Promise<void> {
  const { tenantId } = recording.tenant;
  const isOverdue = secondsSince(sentAt, clock.now()) >= confirmationPatienceSeconds;
  try {
    if (!(await microsoft.customers.hasDelegatedAdmin(tenantId)))
      return recording.add([{ type: 'delegatedAdminRemoved' }]);
  } catch (error) {
    if (!isOverdue || !(error instanceof MicrosoftError)) throw error;
  }
  if (!isOverdue) return;
  recording.add([{ type: 'delegatedAdminRemovalRefused', refusal: { why: 'unconfirmed', at: clock.now() } }]);
}

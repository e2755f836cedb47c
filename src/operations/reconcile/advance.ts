// Advances one tenant: reads Microsoft, decides, carries out, saves. Clicks, timers and events all end here.

import { knownCoverage } from '../../domain/access/coverage.js';
import { endToTell } from '../../domain/access/expiry-warnings.js';
import type { Observation } from '../../domain/access/observation.js';
import type { Relationship } from '../../domain/access/relationship.js';
import { retryOf, type Tried } from '../../domain/access/retry.js';
import { isRefusal, MicrosoftError, Throttled } from '../../domain/errors.js';
import { driftToTell } from '../../domain/onboarding/drift-to-tell.js';
import { settle } from '../../domain/onboarding/settle.js';
import { isStillRepeated } from '../../domain/problem.js';
import { lapsedBy } from '../../domain/tenant/lapsed.js';
import { isInPartnerCenter, type Tenant } from '../../domain/tenant/tenant.js';
import { nudgeDue } from '../../domain/tenant/waiting-request.js';
import type { Dependencies, LockedDependencies } from '../dependencies.js';
import { advanceOffboarding } from '../offboarding/advance-offboarding.js';
import { isWithoutPartnerCenter } from '../ports/progress.js';
import { templateOf } from '../ports/templates.js';
import { Recording } from '../recording/recording.js';
import { observe } from './observe.js';
import { advanceRemoval } from './remove-delegated-admin.js';
import { carryOutSteps, endLeftSteps, putOff, type WithTemplate } from './take-steps.js';

const readTried: Tried = { step: 'read' };
// An observation is dropped when the tenant changed meanwhile, which lasts only as long as people click.
const mostReadings = 3;

/**
 * Takes a tenant as far as it can go now. `listed` are its relationships, if they have just been read.
 * @throws MicrosoftError when Microsoft can't be asked; what was found and done until then is saved.
 * @throws StoreError
 */
export async function advance(deps: Dependencies, tenantId: string, listed?: readonly Relationship[]): Promise<void> {
  const { store, locks } = deps;
  for (let readings = 1; readings <= mostReadings; readings += 1) {
    const tenant = store.tenant(tenantId);
    if (!tenant) return;
    const before = store.rowVersion('tenants', tenantId);
    store.mustWrite();
    // For all of it: what was read says nothing of a template that is taken up meanwhile.
    const template = templateOf(deps, tenant);
    // Outside of the lock, so that reading Microsoft keeps no click waiting.
    const seen = await observeTenant({ ...deps, template }, tenant, readings === 1 ? listed : undefined);
    const isDone = await locks.run(tenantId, async (lock) => {
      if (!store.isCurrent(before)) return false;
      // Who asked may have ended while this was read, before it saved what came of it.
      if (await endLeftSteps(deps, tenant)) return false;
      await carryOn({ ...deps, template, writes: deps.writesUnder(lock) }, tenant, seen);
      return true;
    });
    if (isDone) return;
  }
}

type Seen = Observation | { readonly failed: MicrosoftError } | undefined;

async function observeTenant(
  deps: Dependencies & WithTemplate,
  tenant: Tenant,
  listed: readonly Relationship[] | undefined,
): Promise<Seen> {
  const { tenantId, onboarding } = tenant;
  if (!onboarding) return undefined;
  try {
    return await observe(deps.microsoft, deps.template, {
      tenantId,
      onboarding,
      listed,
      isInPartnerCenter: isInPartnerCenter(tenant) && !isWithoutPartnerCenter(deps.store.progress('reconcile')),
    });
  } catch (error) {
    if (error instanceof MicrosoftError) return { failed: error };
    throw error;
  }
}

async function carryOn(deps: LockedDependencies & WithTemplate, tenant: Tenant, seen: Seen): Promise<void> {
  const recording = new Recording(tenant, deps);
  const failures: MicrosoftError[] = [];
  try {
    if (seen && 'failed' in seen) {
      recordFailure(deps, recording, seen.failed);
      if (!isRefusal(seen.failed)) failures.push(seen.failed);
    } else if (seen) {
      const throttled = await carryOutSteps(deps, recording, seen);
      if (throttled) failures.push(throttled);
      settleNow(deps, recording);
      // Only what has just been read is known to be unanswered.
      remind(deps, recording);
    }
    warnOfEnd(deps, recording);
    recording.add(lapsedBy(deps.clock.now(), recording.tenant, deps.ownershipDays));
    // None of these waits for another that fails.
    for (const part of [advanceRemoval, advanceOffboarding]) {
      const failure = await failureOf(part(deps, recording));
      if (failure) failures.push(failure);
    }
  } finally {
    await recording.save();
  }
  const failure = failures.find((each) => each instanceof Throttled) ?? failures[0];
  if (failure) throw failure;
}

async function failureOf(work: Promise<void>): Promise<MicrosoftError | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof MicrosoftError) return error;
    throw error;
  }
}

/**
 * A failed read says nothing about the tenant. Where people wait for one, the card says why it failed and when the next one
 * is; after Revalidate the answer says so too, at once if the failure won't pass.
 */
function recordFailure(deps: Dependencies & WithTemplate, recording: Recording, error: MicrosoftError): void {
  const { status, onboarding } = recording.tenant;
  if (!onboarding) return;
  const { problem } = error;
  const { wanted, revalidation, nextName: relationshipName = '' } = onboarding;
  const isWaitedFor = wanted || status === 'awaitingMicrosoft' || retryOf(onboarding.retries, readTried) !== undefined;
  const isPutOff = isWaitedFor && putOff(deps, recording, readTried, error);
  if (wanted && !isPutOff) {
    recording.add([{ type: 'stepRefused', refusal: { step: 'createRelationship', problem, relationshipName } }]);
    settleNow(deps, recording);
  } else if (!revalidation) {
    settleNow(deps, recording);
  } else if (!isStillRepeated(problem, revalidation.at, deps.clock.now())) {
    recording.add([{ type: 'checkFailed', problem }]);
  }
}

/** What is known of an end is told in time also while nothing can be read. */
function warnOfEnd(deps: Dependencies & WithTemplate, recording: Recording): void {
  const { clock, expiryWarningDays: thresholds, template } = deps;
  const { onboarding, offboarding } = recording.tenant;
  if (!onboarding || offboarding) return;
  const watched = { coverage: knownCoverage(onboarding), told: onboarding.toldEnds, thresholds };
  const end = endToTell(watched, clock.now());
  if (end) recording.add([{ type: 'coverageEnding', ...end }]);
  recording.add(driftToTell(recording.tenant, template, { now: clock.now(), withEnd: end !== undefined }));
}

function remind({ clock, nudgeDays }: Dependencies, recording: Recording): void {
  const due = nudgeDue(recording.tenant, clock.now(), nudgeDays);
  if (due !== undefined) recording.add([{ type: 'requestNudged', due }]);
}

function settleNow({ template, clock }: Dependencies & WithTemplate, recording: Recording): void {
  const { onboarding } = recording.tenant;
  if (onboarding) recording.add(settle(recording.tenant, onboarding, template, clock.now()));
}

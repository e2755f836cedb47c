// Advances one tenant: reads Microsoft, decides, carries out, saves. Clicks, timers and events all end here.

import type { AccessTemplate } from '../../domain/access/access-template.js';
import { knownCoverage } from '../../domain/access/coverage.js';
import { endToTell } from '../../domain/access/expiry-warnings.js';
import type { Observation } from '../../domain/access/observation.js';
import type { Relationship } from '../../domain/access/relationship.js';
import { afterFailure, isFinal, retryOf, type Tried } from '../../domain/access/retry.js';
import { CloudUnavailable, isRefusal, MicrosoftError, Throttled } from '../../domain/errors.js';
import { driftToTell } from '../../domain/onboarding/drift-to-tell.js';
import { repairsDue } from '../../domain/onboarding/repairs-due.js';
import { settle } from '../../domain/onboarding/settle.js';
import { nextStep, retriesOver, type Step, triedBy } from '../../domain/onboarding/steps.js';
import { isStillRepeated } from '../../domain/problem.js';
import { lapsedBy } from '../../domain/tenant/lapsed.js';
import { isInPartnerCenter, type Tenant } from '../../domain/tenant/tenant.js';
import { nudgeDue } from '../../domain/tenant/waiting-request.js';
import { retryAfterMs } from '../../runtime/back-off.js';
import type { Dependencies, LockedDependencies } from '../dependencies.js';
import { advanceOffboarding } from '../offboarding/advance-offboarding.js';
import { isWithoutPartnerCenter } from '../ports/progress.js';
import { templateOf } from '../ports/templates.js';
import { Recording } from '../recording/recording.js';
import { executeStep } from './execute-step.js';
import { observe } from './observe.js';
import { advanceRemoval } from './remove-delegated-admin.js';
import { takeReading } from './take-reading.js';

// Two calls without any answer have held the tenant's lock for twenty seconds; the next run goes on.
const mostSilences = 2;
const readTried: Tried = { step: 'read' };
// More than any tenant needs: create, lock, and one assignment for each group of a large template.
const mostSteps = 50;
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
      // Who had the lock meanwhile may have asked Microsoft for something and ended before it was saved.
      if (lock.wasWaitedFor && readings < mostReadings) return false;
      await carryOn({ ...deps, template, writes: deps.writesUnder(lock) }, tenant, seen);
      return true;
    });
    if (isDone) return;
  }
}

/** With the tenant's own template. */
interface WithTemplate {
  readonly template: AccessTemplate;
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
 * Takes every step that is due. One that fails is put off and holds up no other. Resolves to Microsoft's 429, which holds up
 * all of them.
 */
async function carryOutSteps(
  deps: LockedDependencies & WithTemplate,
  recording: Recording,
  seen: Observation,
): Promise<Throttled | undefined> {
  const { template, clock } = deps;
  let silences = 0;
  for (let count = 0; count < mostSteps; count += 1) {
    if (count === 0) {
      takeReading(deps, recording, seen);
      await beginRepairs(deps, recording);
    }
    const { tenant } = recording;
    // What an offboarding removes isn't built up any more.
    if (!tenant.onboarding || tenant.offboarding) return undefined;
    const step = nextStep(tenant, tenant.onboarding, template, clock.now());
    if (!step) break;
    const failure = await takeStep(deps, recording, step);
    // Saved after each step: what Microsoft has done must survive a crash in the next one.
    await recording.save();
    if (failure instanceof Throttled) return failure;
    if (failure instanceof CloudUnavailable && failure.problem.requestId === undefined) silences += 1;
    if (silences === mostSilences) return undefined;
  }
  const { tenant } = recording;
  const over = tenant.onboarding ? retriesOver(tenant, tenant.onboarding, template, clock.now()) : [];
  if (over.length > 0) recording.add([{ type: 'retriesOver', tried: over }]);
  return undefined;
}

// Saved before anything is begun, so that none is begun more often than is kept, whatever crashes.
async function beginRepairs({ template, clock }: Dependencies & WithTemplate, recording: Recording): Promise<void> {
  const due = repairsDue(recording.tenant, template, clock.now());
  if (due.length === 0) return;
  recording.add(due);
  await recording.save();
}

/** Takes a step; resolves to why it failed. */
async function takeStep(
  deps: LockedDependencies,
  recording: Recording,
  step: Step,
): Promise<MicrosoftError | undefined> {
  const { log } = deps;
  const { tenantId } = recording.tenant;
  try {
    const factData = await executeStep(deps, step, tenantId);
    log.info('step', { tenantId, do: step.do, came: factData.type });
    recording.add([factData]);
    return undefined;
  } catch (error) {
    if (!(error instanceof MicrosoftError)) throw error;
    const { problem } = error;
    if (!putOff(deps, recording, triedBy(step), error)) {
      log.warn('stepRefused', { tenantId, ...triedBy(step), error });
      recording.add([{ type: 'stepRefused', refusal: { ...triedBy(step), problem } }]);
    }
    return error;
  }
}

/** Records when a step is tried again; `false`: Microsoft's answer is final, and it isn't. */
function putOff({ clock, log }: Dependencies, recording: Recording, tried: Tried, error: MicrosoftError): boolean {
  const { tenantId, onboarding } = recording.tenant;
  const { problem } = error;
  const now = clock.now();
  const known = retryOf(onboarding?.retries, tried);
  if (isFinal(tried, problem, known, now)) return false;
  const retry = afterFailure(known, { tried, problem, retryAfterSeconds: retryAfterMs(error) / 1000 }, now);
  log.warn('stepPutOff', { tenantId, ...tried, tries: retry.tries, since: retry.since, nextAt: retry.nextAt, error });
  recording.add([{ type: 'stepPutOff', retry }]);
  return true;
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

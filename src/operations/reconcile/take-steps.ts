// Takes the steps of a tenant that are due by what was read.
import type { AccessTemplate } from '../../domain/access/access-template.js';
import type { Observation } from '../../domain/access/observation.js';
import { afterFailure, isFinal, retryOf, type Tried } from '../../domain/access/retry.js';
import { CloudUnavailable, MicrosoftError, Throttled } from '../../domain/errors.js';
import { repairsDue } from '../../domain/onboarding/repairs-due.js';
import { nextStep, retriesOver, type Step, triedBy } from '../../domain/onboarding/steps.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { retryAfterMs } from '../../runtime/back-off.js';
import type { Dependencies, LockedDependencies } from '../dependencies.js';
import { Recording } from '../recording/recording.js';
import { executeStep } from './execute-step.js';
import { takeReading } from './take-reading.js';

// Two calls without any answer have held the tenant's lock for twenty seconds; the next run goes on.
const mostSilences = 2;
// More than any tenant needs: create, lock, and one assignment for each group of a large template.
const mostSteps = 50;

/** With the tenant's own template. */
export interface WithTemplate {
  readonly template: AccessTemplate;
}

/**
 * Takes every step that is due. One that fails is put off and holds up no other. Resolves to Microsoft's 429, which holds up
 * all of them.
 */
export async function carryOutSteps(
  deps: LockedDependencies & WithTemplate,
  recording: Recording,
  seen: Observation,
): Promise<Throttled | undefined> {
  takeReading(deps, recording, seen);
  await beginRepairs(deps, recording);
  const throttled = await takeSteps(deps, recording);
  if (recording.tenant.onboarding?.hasBegunSteps) recording.add([{ type: 'stepsOver' }]);
  return throttled;
}

/**
 * Ends the steps of one who had the lock before and lost it, or ended, while it took them. Resolves to whether there were any:
 * then what Microsoft did may be newer than what was read before, though nothing of it was saved.
 * @throws StoreError
 */
export async function endLeftSteps(deps: Dependencies, tenant: Tenant): Promise<boolean> {
  if (!tenant.onboarding?.hasBegunSteps) return false;
  const recording = new Recording(tenant, deps);
  recording.add([{ type: 'stepsOver' }]);
  await recording.save();
  return true;
}

async function takeSteps(
  deps: LockedDependencies & WithTemplate,
  recording: Recording,
): Promise<Throttled | undefined> {
  const { template, clock } = deps;
  let silences = 0;
  for (let count = 0; count < mostSteps; count += 1) {
    const { tenant } = recording;
    // What an offboarding removes isn't built up any more.
    if (!tenant.onboarding || tenant.offboarding) return undefined;
    const step = nextStep(tenant, tenant.onboarding, template, clock.now());
    if (!step) break;
    if (count === 0) await beginSteps(recording);
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

// Saved before Microsoft is asked, and until what came of it is.
async function beginSteps(recording: Recording): Promise<void> {
  recording.add([{ type: 'stepsBegun' }]);
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
export function putOff(
  { clock, log }: Dependencies,
  recording: Recording,
  tried: Tried,
  error: MicrosoftError,
): boolean {
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

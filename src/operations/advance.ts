// What happens at Microsoft for a tenant, whoever or whatever gave rise to it: a click, a timer, an event?
import { isRefusal, MicrosoftError } from '../domain/errors.js';
import type { Observation } from '../domain/observation.js';
import { isStillRepeated, passes } from '../domain/problem.js';
import { readObservation } from '../domain/read.js';
import type { Relationship } from '../domain/relationship.js';
import { settle } from '../domain/settle.js';
import { nextStep } from '../domain/steps.js';
import type { Tenant } from '../domain/tenant.js';
import { carryOut } from './carry-out.js';
import { advanceExit } from './exit/advance-exit.js';
import type { Means } from './means.js';
import { observe } from './observe.js';
import { Recording } from './recording.js';
import { advanceRemoval } from './remove-delegated-admin.js';

/**
 * Takes a tenant as far as it can go now. `listed` are its relationships, where a sweep has just read them.
 * @throws MicrosoftError when Microsoft could not be asked; what was found and done until then is saved.
 * @throws StoreError
 */
export type Advance = (tenantId: string, listed?: readonly Relationship[]) => Promise<void>;

// More than any tenant needs: create, lock, and one assignment for each group of a large template.
const mostSteps = 50;
// A look is thrown away when the tenant changed while it was made; that can only go on for as long as people click.
const mostLooks = 3;

/** Look, decide, carry out, evolve, save; over and over until only waiting is left. */
export function advancer(means: Means): Advance {
  const { store, turns } = means;
  return async (tenantId, listed) => {
    for (let look = 1; look <= mostLooks; look += 1) {
      const before = store.tenant(tenantId);
      if (!before) return;
      // Looking takes Microsoft's time, so it is done while others may still be served.
      const seen = await lookAt(means, before, look === 1 ? listed : undefined);
      const isDone = await turns.run(tenantId, async () => {
        if (store.tenant(tenantId) !== before) return false;
        await carryOn(means, before, seen);
        return true;
      });
      if (isDone) return;
    }
  };
}

type Seen = Observation | { readonly failed: MicrosoftError } | undefined;

async function lookAt(means: Means, tenant: Tenant, listed: readonly Relationship[] | undefined): Promise<Seen> {
  const { tenantId, onboarding } = tenant;
  if (!onboarding) return undefined;
  try {
    return await observe(means.microsoft, means.template, { tenantId, onboarding, listed });
  } catch (error) {
    if (error instanceof MicrosoftError) return { failed: error };
    throw error;
  }
}

async function carryOn(means: Means, tenant: Tenant, seen: Seen): Promise<void> {
  const recording = new Recording(tenant, means);
  let failure: MicrosoftError | undefined;
  try {
    failure = seen && ('failed' in seen ? seen.failed : await carryOutSteps(means, recording, seen));
    if (failure) noteFailure(means, recording, failure);
    else settleNow(means, recording);
    await advanceRemoval(means, recording);
    await advanceExit(means, recording);
  } finally {
    await recording.save();
  }
  if (failure && !isRefusal(failure)) throw failure;
}

/** Resolves to why a step came to nothing, when nothing is known about what became of it. */
async function carryOutSteps(
  means: Means,
  recording: Recording,
  seen: Observation,
): Promise<MicrosoftError | undefined> {
  const { microsoft, template, log } = means;
  const { tenantId } = recording.tenant;
  for (let count = 0; count < mostSteps; count += 1) {
    const { onboarding } = recording.tenant;
    if (!onboarding) return undefined;
    if (count === 0) recording.add(readObservation(tenantId, onboarding, seen, template));
    // What is about to be taken away is not built up any more.
    if (recording.tenant.exit) return undefined;
    const step = nextStep(recording.tenant, recording.tenant.onboarding ?? onboarding, template);
    if (!step) return undefined;
    try {
      const happening = await carryOut(microsoft, step, tenantId);
      log.info('step', { tenantId, do: step.do, came: happening?.type ?? 'notPossibleNow' });
      if (!happening) return undefined;
      recording.add([happening]);
    } catch (error) {
      if (error instanceof MicrosoftError) return error;
      throw error;
    }
    // What Microsoft has done must not be forgotten, whatever comes next.
    await recording.save();
  }
  return undefined;
}

/**
 * A failure that may pass changes nothing but the time that has gone by. Somebody who has just asked hears of it, and
 * at once of one that will not pass.
 */
function noteFailure(means: Means, recording: Recording, { problem }: MicrosoftError): void {
  const { onboarding } = recording.tenant;
  if (!onboarding) return;
  const { wanted, revalidation, nextName: relationshipName = '' } = onboarding;
  if (wanted && !passes(problem)) {
    recording.add([{ type: 'stepRefused', refusal: { step: 'request', problem, relationshipName } }]);
    settleNow(means, recording);
  } else if (!revalidation) {
    settleNow(means, recording);
  } else if (!isStillRepeated(problem, revalidation.at, means.clock.now())) {
    recording.add([{ type: 'lookFailed', problem }]);
  }
}

function settleNow({ template, clock }: Means, recording: Recording): void {
  const { onboarding } = recording.tenant;
  if (onboarding) recording.add(settle(recording.tenant, onboarding, template, clock.now()));
}

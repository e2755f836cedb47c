// How is a step carried out at Microsoft, and which fact comes of it?
import { isRefusal, type MicrosoftError, Refused } from '../domain/errors.js';
import type { Happening } from '../domain/facts.js';
import type { Step } from '../domain/steps.js';
import type { Microsoft } from './ports.js';

/**
 * The fact that a step leads to, a refusal being one; `undefined` when Microsoft is not ready for it, so that a later
 * look will choose it again.
 * @throws MicrosoftError when nothing is known about what became of the step.
 */
export async function carryOut(microsoft: Microsoft, step: Step, tenantId: string): Promise<Happening | undefined> {
  try {
    return await attempt(microsoft, step);
  } catch (error) {
    if (error instanceof Refused && error.problem.reason === 'notPossibleNow') return undefined;
    if (!isRefusal(error)) throw error;
    return (
      (await recognised(microsoft, step, tenantId, error)) ?? { type: 'stepRefused', refusal: refusalOf(step, error) }
    );
  }
}

async function attempt(microsoft: Microsoft, step: Step): Promise<Happening | undefined> {
  switch (step.do) {
    case 'createRelationship': {
      const { value: relationship, requestId } = await microsoft.createRelationship(step);
      return { type: 'relationshipCreated', relationship, requestId };
    }
    case 'lockForApproval': {
      const { requestId } = await microsoft.lockForApproval(step);
      return { type: 'relationshipLocked', requestId };
    }
    case 'assignAccess': {
      const { value: assignment, requestId } = await microsoft.assignAccess(step);
      return { type: 'accessAssigned', assignment, requestId };
    }
    case 'widenAssignment': {
      const { requestId } = await microsoft.widenAssignment(step);
      return { type: 'assignmentWidened', etag: step.etag, requestId };
    }
    case 'removeAssignment': {
      const { requestId } = await microsoft.removeAssignment(step);
      return { type: 'assignmentRemoved', assignmentId: step.assignmentId, groupId: step.groupId, requestId };
    }
    default:
      return step satisfies never;
  }
}

// "Name taken" may mean that an earlier try of ours got through though its answer did not, and was not listed yet.
async function recognised(
  microsoft: Microsoft,
  step: Step,
  tenantId: string,
  error: MicrosoftError,
): Promise<Happening | undefined> {
  if (step.do !== 'createRelationship' || error.problem.reason !== 'nameTaken') return undefined;
  const relationships = await microsoft.relationshipsOf(tenantId);
  const relationship = relationships.find(({ displayName }) => displayName === step.displayName);
  return relationship && { type: 'relationshipCreated', relationship };
}

function refusalOf(step: Step, { problem }: MicrosoftError) {
  return step.do === 'createRelationship' || step.do === 'lockForApproval'
    ? { step: 'request' as const, problem, relationshipName: step.displayName }
    : { step: 'assign' as const, groupId: step.groupId, problem };
}

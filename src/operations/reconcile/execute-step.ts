// Carries out one step at Microsoft and gives the fact that it leads to.

import { MicrosoftError } from '../../domain/errors.js';
import type { Step } from '../../domain/onboarding/steps.js';
import type { FactData } from '../../domain/tenant/facts.js';
import type { LockedDependencies } from '../dependencies.js';
import type { RelationshipWrites } from '../ports/microsoft-writes.js';

/**
 * The fact that a step leads to.
 * @throws MicrosoftError when Microsoft refused it, or when its outcome isn't known.
 */
export async function executeStep(deps: Writing, step: Step, tenantId: string): Promise<FactData> {
  try {
    return await attempt(deps.writes.relationships, step);
  } catch (error) {
    const found = await recognised(deps, step, tenantId, error);
    if (found) return found;
    throw error;
  }
}

type Writing = Pick<LockedDependencies, 'microsoft' | 'writes'>;

async function attempt(relationships: RelationshipWrites, step: Step): Promise<FactData> {
  switch (step.do) {
    case 'createRelationship': {
      const { value: relationship, requestId } = await relationships.create(step);
      return { type: 'relationshipCreated', relationship, requestId };
    }
    case 'lockForApproval': {
      const { requestId } = await relationships.lockForApproval(step);
      return { type: 'relationshipLocked', requestId };
    }
    case 'assignAccess': {
      const { value: assignment, requestId } = await relationships.assignAccess(step);
      return { type: 'accessAssigned', assignment, requestId };
    }
    case 'widenAssignment': {
      const { requestId } = await relationships.widenAssignment(step);
      return { type: 'assignmentWidened', etag: step.etag, requestId };
    }
    case 'removeAssignment': {
      const { requestId } = await relationships.removeAssignment(step);
      return { type: 'assignmentRemoved', assignmentId: step.assignmentId, groupId: step.groupId, requestId };
    }
    case 'setAutoExtend': {
      const { requestId } = await relationships.setAutoExtend(step);
      return { type: 'coverageExtensionSent', requestId };
    }
    case 'removeGlobalAdministrator': {
      const { value: operation, requestId } = await relationships.removeGlobalAdministrator(step);
      return { type: 'coverageRemovalSent', operation, requestId };
    }
    case 'createSuccessor': {
      const { value: relationship, requestId } = await relationships.create({ ...step, do: 'createRelationship' });
      return { type: 'coverageSuccessorCreated', relationship, requestId };
    }
    case 'lockSuccessor': {
      const { requestId } = await relationships.lockForApproval({ ...step, do: 'lockForApproval' });
      return { type: 'coverageSuccessorLocked', requestId };
    }
    case 'endEarlier': {
      const { requestId } = await relationships.terminate(step.relationshipId);
      return { type: 'earlierEndSent', requestId };
    }
    default:
      return step satisfies never;
  }
}

// "Name taken" may mean that an earlier try of ours succeeded, its answer was lost, and it wasn't listed yet.
async function recognised(
  { microsoft }: Writing,
  step: Step,
  tenantId: string,
  error: unknown,
): Promise<FactData | undefined> {
  const isCreation = step.do === 'createRelationship' || step.do === 'createSuccessor';
  if (!isCreation || !(error instanceof MicrosoftError) || error.problem.reason !== 'nameTaken') return undefined;
  const listed = await microsoft.relationships.listFor(tenantId);
  const relationship = listed.find(({ displayName }) => displayName === step.displayName);
  if (!relationship) return undefined;
  const type = step.do === 'createSuccessor' ? 'coverageSuccessorCreated' : 'relationshipCreated';
  return { type, relationship };
}

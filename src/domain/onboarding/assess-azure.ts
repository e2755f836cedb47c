// Whether the partner reaches Azure in a tenant, as a finding.

import type { PartAssessment } from '../access/limitation.js';
import type { AzureKnowledge } from '../access/observation.js';
import { isStillRepeated } from '../problem.js';
import type { Instant } from '../time.js';

/**
 * A failed check never says "missing", and where no one can be asked nothing is missing: the card says so. For a passing reason it's repeated for a while before people are told that it failed.
 */
export function assessAzure(azure: AzureKnowledge | undefined, now: Instant): PartAssessment {
  switch (azure) {
    case undefined:
      return 'waiting';
    case 'active':
    case 'notAsked':
      return 'inPlace';
    case 'notActive':
      return [{ code: 'azurePlanNotActive' }];
    case 'none':
      return [{ code: 'noAzurePlan' }];
    case 'notReseller':
      return [{ code: 'notReseller' }];
    default:
      if (isStillRepeated(azure.failed, azure.since, now)) return 'waiting';
      return [{ code: 'couldNotCheck', what: 'azurePlan', problem: azure.failed }];
  }
}

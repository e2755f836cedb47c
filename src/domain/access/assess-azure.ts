// Whether the partner reaches Azure in a tenant, as a finding.

import { isStillRepeated } from '../health/problem.js';
import type { Instant } from '../time.js';
import type { PartAssessment } from './limitation.js';
import type { AzureKnowledge } from './observation.js';

/**
 * A failed check never says "missing". For a passing reason it's repeated for a while before people are told that it failed.
 */
export function assessAzure(azure: AzureKnowledge | undefined, now: Instant): PartAssessment {
  switch (azure) {
    case undefined:
      return 'waiting';
    case 'active':
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

// Takes in what was read of a tenant at Microsoft, and what it says of what is under way there.
import type { AccessTemplate } from '../../domain/access/access-template.js';
import type { Observation } from '../../domain/access/observation.js';
import { followKeeping } from '../../domain/onboarding/keeping-steps.js';
import { followEnding, readObservation } from '../../domain/onboarding/read-observation.js';
import type { Clock } from '../../runtime/clock.js';
import type { Recording } from '../recording/recording.js';

/** Records the facts of a reading. */
export function takeReading(
  { template, clock }: { readonly template: AccessTemplate; readonly clock: Clock },
  recording: Recording,
  seen: Observation,
): void {
  const { tenantId, onboarding } = recording.tenant;
  if (!onboarding) return;
  recording.add(readObservation(tenantId, onboarding, seen, template));
  for (const follow of [followKeeping, followEnding]) {
    const { onboarding: read } = recording.tenant;
    if (read) recording.add(follow(read, seen, clock.now()));
  }
}

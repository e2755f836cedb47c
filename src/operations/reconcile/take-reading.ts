// Takes in what was read of a tenant at Microsoft, and what it says of what is under way there.
import type { AccessTemplate } from '../../domain/access/access-template.js';
import type { Observation } from '../../domain/access/observation.js';
import { followKeeping } from '../../domain/onboarding/keeping-steps.js';
import { followEnding, readObservation } from '../../domain/onboarding/read-observation.js';
import type { SecondAdminRules } from '../../domain/second-admin.js';
import type { Clock } from '../../runtime/clock.js';
import type { Recording } from '../recording/recording.js';

/** What that takes besides. */
interface ReadingDeps {
  readonly template: AccessTemplate;
  readonly clock: Clock;
  readonly secondAdmin: SecondAdminRules;
}

/** Records the facts of a reading. */
export function takeReading(
  { template, clock, secondAdmin }: ReadingDeps,
  recording: Recording,
  seen: Observation,
): void {
  const { tenantId, onboarding, status } = recording.tenant;
  if (!onboarding) return;
  const holding = { holdsPrivileged: secondAdmin.subjects.includes('enable'), wasInPlace: status === 'approved' };
  recording.add(readObservation(tenantId, onboarding, seen, template, holding));
  for (const follow of [followKeeping, followEnding]) {
    const { onboarding: read } = recording.tenant;
    if (read) recording.add(follow(read, seen, clock.now()));
  }
}

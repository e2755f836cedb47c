// What a customer can be told before it's done, since their own alarms see it.
import { knownCoverage, type WayToKeep, waysToKeep } from '../access/coverage.js';
import type { Tenant } from './tenant.js';

/** Access is kept, in one of its ways, or ended by an offboarding. */
export const announcements = [...waysToKeep, 'offboarding'] as const;

/** One of them. */
export type Announcement = WayToKeep | 'offboarding';

/** Whether it can be done to a tenant now, and hasn't been begun. */
export function isAhead(
  announcement: Announcement,
  { onboarding, offboarding }: Pick<Tenant, 'onboarding' | 'offboarding'>,
): boolean {
  if (offboarding) return false;
  if (announcement === 'offboarding') return true;
  return onboarding !== undefined && !onboarding.keeping && knownCoverage(onboarding)?.keep === announcement;
}

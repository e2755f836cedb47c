// How many tenants stand how, and stood, for tests of what shows it.
import { dayOf, type Fleet, type FleetDay } from '../../src/domain/tenant/fleet.js';
import { addDays } from '../../src/domain/time.js';
import { now } from './builders.js';

/** Eight hundred tenants. */
export const aFleet: Fleet = {
  statuses: { issuesFound: 61, needsApproval: 58, awaitingMicrosoft: 9, approved: 562, notConfigured: 110 },
  ends: [7, 12, 9, 14, 31, 22, 18, 11, 16, 20, 13, 19],
  waiting: [21, 15, 14, 8],
  active: 630,
  globalAdministrator: 44,
  approvals: { count: 88, medianDays: 0.75, p90Days: 12 },
};

/** The day so many days ago: each week nine more are Approved. */
export function fleetDayAgo(days: number): FleetDay {
  const less = Math.round((days * 9) / 7);
  const { approved, issuesFound, ...others } = aFleet.statuses;
  return {
    ...aFleet,
    id: dayOf(addDays(now, -days)),
    statuses: { ...others, approved: approved - less, issuesFound: issuesFound + Math.floor(less / 2) },
    enabled: 2,
    offboarded: days % 30 === 0 ? 1 : 0,
  };
}

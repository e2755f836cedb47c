// The shape of how all tenants stood on a day.
import type { ApprovalTimes, FleetDay } from '../../../domain/tenant/fleet.js';
import type { Status } from '../../../domain/tenant/status.js';
import { number, record, text } from './kit.js';

const numbers = number.array();

/** How all tenants stood on a day. */
export const fleetDay = record<FleetDay>({
  id: text,
  statuses: record<Readonly<Record<Status, number>>>({
    issuesFound: number,
    needsApproval: number,
    awaitingMicrosoft: number,
    approved: number,
    notConfigured: number,
  }),
  ends: numbers,
  waiting: numbers,
  active: number,
  globalAdministrator: number,
  approvals: record<ApprovalTimes>({ count: number, medianDays: number, p90Days: number }).optional(),
  enabled: number,
  offboarded: number,
});

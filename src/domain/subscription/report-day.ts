// When the monthly report about all tenants is due.
import type { Instant } from '../time.js';
import { localDay, localTime } from './local-time.js';
import type { NewsSubscription } from './subscription.js';

/** A conversation, as far as its reports go. */
export interface ReportHearer {
  /** The month (YYYY-MM) whose report it got last. Absent: it wants none. */
  readonly reportedFor?: string | undefined;
  readonly subscription?: NewsSubscription | undefined;
}

/** A conversation that wants reports or wants none: the first is that of the next month. */
export function reporting<C extends ReportHearer>(conversation: C, isWanted: boolean, now: Instant): C {
  const { reportedFor = now.slice(0, 'YYYY-MM'.length), ...others } = conversation;
  return { ...others, ...(isWanted && { reportedFor }) } as C;
}

// Not in the night.
const minute = 7 * 60;

/**
 * The month (YYYY-MM) whose report is due to a conversation by now and hasn't come there; `undefined`: none. It's due on the first
 * day of the month from Monday to Friday, at seven by the clocks of its time zone, and stays so until the month is over.
 */
export function dueReport({ reportedFor, subscription }: ReportHearer, now: Instant): string | undefined {
  if (reportedFor === undefined) return undefined;
  const zone = subscription?.zone;
  const day = localDay(now, zone);
  const month = day.slice(0, 'YYYY-MM'.length);
  const first = firstWorkingDay(month);
  const isDue = day > first || (day === first && localTime(now, zone).minute >= minute);
  return reportedFor < month && isDue ? month : undefined;
}

function firstWorkingDay(month: string): string {
  const day = new Date(`${month}-01T00:00:00.000Z`);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

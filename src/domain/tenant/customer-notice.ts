// What a customer can be told before it's done, since their own alarms see it.
import { type WayToKeep, waysToKeep } from '../access/coverage.js';

/** Access is kept, in one of its ways, or ended by an offboarding. */
export const customerNotices = [...waysToKeep, 'offboarding'] as const;

/** One of them. */
export type CustomerNotice = WayToKeep | 'offboarding';

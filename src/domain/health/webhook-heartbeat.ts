// Do Partner Center's events arrive, so that Microsoft need be asked less often?
/** Seconds without any event after which Partner Center is asked for one that means nothing. */
export const quietSeconds = 3600;

/** Seconds within which what was asked for arrives, if at all; Partner Center may be busy. */
export const answerWithinSeconds = 600;

/** Whether events can be relied on: the last one came not long ago, or there has been nothing to tell. Infinity: none has come. */
export function eventsArrive(secondsOfQuiet: number): boolean {
  return secondsOfQuiet < quietSeconds + answerWithinSeconds;
}

// What no event tells must not be noticed too late: a request that Microsoft has cleaned up, a role that is gone.
const slowerBy = 12;
const slowestSeconds = 3600;

/** Seconds between two sweeps: those of the settings, or many more while events tell what happens. */
export function reconcilePaceSeconds(settingSeconds: number, isToldByEvents: boolean): number {
  return isToldByEvents
    ? Math.max(settingSeconds, Math.min(slowestSeconds, slowerBy * settingSeconds))
    : settingSeconds;
}

// Whether Partner Center's events arrive, and how often Microsoft is read accordingly.
/** Seconds without any event after which a test event is requested. */
export const quietSeconds = 3600;

/** Seconds within which a test event arrives, if at all; Partner Center may be busy. */
export const answerWithinSeconds = 600;

/** Whether events arrive: the last one came not long ago, or there has been nothing to tell. Infinity: none has come. */
export function eventsArrive(secondsOfQuiet: number): boolean {
  return secondsOfQuiet < quietSeconds + answerWithinSeconds;
}

// Some changes come with no event and must still be noticed in time: a request that Microsoft removed, a role that's gone.
const slowerBy = 12;
const slowestSeconds = 3600;

/** Seconds between two reconciles: the settings', or up to twelve times as many while events arrive, at most an hour. */
export function reconcilePaceSeconds(settingSeconds: number, isToldByEvents: boolean): number {
  return isToldByEvents
    ? Math.max(settingSeconds, Math.min(slowestSeconds, slowerBy * settingSeconds))
    : settingSeconds;
}

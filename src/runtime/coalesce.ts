// Work that many ask for at the same time, done once more instead of many times.

/**
 * While work is under way for a key, all further calls share one more run, which begins when this one has ended. So each caller
 * sees what was true at its call, or something newer.
 */
export function coalesce(work: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();
  const run = (key: string): Promise<void> => {
    const done = work(key).finally(() => running.delete(key));
    running.set(key, done);
    return done;
  };
  return (key) => {
    const before = running.get(key);
    if (!before) return run(key);
    const planned = next.get(key);
    if (planned) return planned;
    const after = before
      .catch(() => undefined)
      .then(() => {
        next.delete(key);
        return run(key);
      });
    next.set(key, after);
    return after;
  };
}

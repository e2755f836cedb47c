// How is work that many things ask for at the same time done once more and not many times more?

/**
 * While the work is under way for a key, all who ask share one more go, which begins once this one has ended. Whoever asks
 * so sees what was true when they asked, or something newer.
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

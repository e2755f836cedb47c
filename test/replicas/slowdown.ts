// How much slower everything is than on a machine that has nothing else to do.

const workMs = 150;

/** How many times as long as it computes a program takes just now, since others compute as well; 1: no longer. */
export function slowdown(): number {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  for (;;) {
    const { user, system } = process.cpuUsage(before);
    const computedMs = (user + system) / 1000;
    if (computedMs >= workMs) return Math.max(1, (performance.now() - startedAt) / computedMs);
  }
}

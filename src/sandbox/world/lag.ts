// What Microsoft doesn't know yet of its own making.
import type { World } from './world.js';

/** Whether something is younger than the lag of this world; never while there's no lag. */
export function isYounger(world: World, since: string | null): boolean {
  const { lagMs } = world.behaviour;
  return lagMs > 0 && since !== null && Date.parse(world.now()) - Date.parse(since) < lagMs;
}

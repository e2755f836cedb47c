// What does Microsoft not know of itself yet, because it has only just been made?
import type { World } from './world.js';

/** Whether something has been there for less than the lag of this world; never while there is none. */
export function isYounger(world: World, since: string | null): boolean {
  const { lagMs } = world.behaviour;
  return lagMs > 0 && since !== null && Date.parse(world.now()) - Date.parse(since) < lagMs;
}

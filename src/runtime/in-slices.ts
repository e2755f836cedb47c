// Goes through many things without holding up what else the program does.
import { setImmediate as oneTurn } from 'node:timers/promises';

/** As many as take a millisecond or two, for what costs a few microseconds each. */
const usualSize = 250;

// A turn in which others have work to do costs as much as a slice or more, so what is cheap takes few of them.
const longestHoldMs = 5;

/**
 * Slices of these, with a turn of the event loop in between as soon as they have held it for 5 ms. `sliceSize`: fewer, for what
 * costs more.
 */
export async function* inSlices<T>(items: Iterable<T>, sliceSize = usualSize): AsyncGenerator<readonly T[]> {
  let slice: T[] = [];
  let heldSince = performance.now();
  for (const item of items) {
    slice.push(item);
    if (slice.length < sliceSize) continue;
    yield slice;
    slice = [];
    if (performance.now() - heldSince < longestHoldMs) continue;
    await oneTurn();
    heldSince = performance.now();
  }
  if (slice.length > 0) yield slice;
}

// Goes through many things without holding up what else the program does.
import { setImmediate as oneTurn } from 'node:timers/promises';

/** As many as take a millisecond or two, for what costs a few microseconds each. */
const usualSize = 250;

/** Slices of these, each a turn of the event loop after the one before. `sliceSize`: fewer, for what costs more. */
export async function* inSlices<T>(items: Iterable<T>, sliceSize = usualSize): AsyncGenerator<readonly T[]> {
  let slice: T[] = [];
  for (const item of items) {
    slice.push(item);
    if (slice.length < sliceSize) continue;
    yield slice;
    slice = [];
    await oneTurn();
  }
  if (slice.length > 0) yield slice;
}

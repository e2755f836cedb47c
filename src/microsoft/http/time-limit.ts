// How long does a service of Microsoft's get to answer?
import type { Clock } from '../../runtime/clock.js';

const timeoutMs = 10_000;

/** Does work whose signal is aborted when it takes longer than Microsoft is waited for. */
export async function withTimeLimit<T>(clock: Clock, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = new AbortController();
  const cancel = clock.after(timeoutMs, () => limit.abort(new DOMException('no answer in time', 'TimeoutError')));
  try {
    return await work(limit.signal);
  } finally {
    cancel();
  }
}

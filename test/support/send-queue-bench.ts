// A send queue, what goes out of it and when, and what Teams' connector answers.
import assert from 'node:assert/strict';
import { DeliveryError } from '../../src/bot/delivery/messenger.js';
import { SendQueue } from '../../src/bot/delivery/send-queue.js';
import { delivered } from '../../src/bot/delivery/teams-messenger.js';
import { LocalPace } from '../../src/runtime/local-pace.js';
import type { Pace, Urgency } from '../../src/runtime/pace.js';
import { ManualClock } from './manual-clock.js';

/** A way out, and when each request went out, in seconds. */
export function aWayOut({ clock = new ManualClock(), pace }: { clock?: ManualClock; pace?: Pace } = {}) {
  const sendQueue = new SendQueue(clock, pace ?? new LocalPace(clock));
  const reach: string[] = [];
  sendQueue.taken.on((conversationId, wasFailing) => wasFailing && reach.push(`${conversationId} is back`));
  sendQueue.lost.on((conversationId, { why }) => reach.push(`${conversationId} is lost: ${why}`));
  const start = clock.milliseconds;
  const went: { readonly what: string; readonly at: number }[] = [];
  const failures: DeliveryError[] = [];
  /** Sends something; its answer is what `request` comes to, at once unless said otherwise. */
  const send = (
    conversationId: string,
    what = '',
    request: () => Promise<unknown> = async () => undefined,
    urgency: Urgency = 'notice',
  ) =>
    sendQueue
      .send(conversationId, urgency, () => {
        went.push({ what, at: (clock.milliseconds - start) / 1000 });
        return delivered(request);
      })
      .catch((error: unknown) => {
        assert.ok(error instanceof DeliveryError, String(error));
        failures.push(error);
      });
  const answer = (what: string, request?: () => Promise<unknown>) => send('chat', what, request, 'answer');
  return { clock, sendQueue, reach, send, answer, failures, went, times: () => went.map(({ at }) => at) };
}

/** What the connector's client throws when Teams answers so. */
export function answering(status: number, retryAfter?: string, code?: string) {
  const response = { headers: { get: () => retryAfter } };
  return () => Promise.reject(Object.assign(new Error(`${status}`), { statusCode: status, response, code }));
}

/** A request that Teams leaves unanswered. */
export const unanswered = () => new Promise<never>(() => undefined);

// A process that sends as much as it may, as one replica of several: to Teams, Partner Center and Graph of a test.
import { DeliveryError } from '../../src/bot/delivery/messenger.js';
import { SendQueue } from '../../src/bot/delivery/send-queue.js';
import { systemClock } from '../../src/runtime/clock.js';
import type { Urgency } from '../../src/runtime/pace.js';
import { Database } from '../../src/store/postgres/database.js';
import { PgPace } from '../../src/store/postgres/pg-pace.js';
import { aClient } from './a-client.js';
import { noLog } from './test-dependencies.js';

const [number = '', databaseUrl = '', url = ''] = process.argv.slice(2);
const clock = systemClock;
const database = await Database.open({ url: databaseUrl, clock, log: noLog });
const pace = new PgPace({ database, clock, log: noLog });
const sendQueue = new SendQueue(clock, pace);

/** Sends one thing after the other to a conversation. */
async function flood(conversationId: string, urgency: Urgency): Promise<void> {
  for (;;) {
    const error = await sendQueue.send(conversationId, urgency, () => post(conversationId)).catch((thrown) => thrown);
    if (error instanceof DeliveryError) await clock.pause(error.retryAfterMs);
  }
}

async function post(conversationId: string): Promise<void> {
  const response = await fetch(`${url}/teams/${conversationId}`, { method: 'POST' });
  await response.arrayBuffer();
  if (response.ok) return;
  const retryAfterMs = 1000 * Number(response.headers.get('retry-after'));
  throw new DeliveryError('passing', `${response.status}`, { retryAfterMs, isRepeatable: true });
}

/** Calls a service for as long as it lets it, so many at once. */
function calls(name: 'graph' | 'partnerCenter', atOnce: number): void {
  const client = aClient({ name, send: () => fetch(`${url}/${name}`), clock, pace });
  for (let caller = 0; caller < atOnce; caller += 1) void callOn();
  async function callOn(): Promise<void> {
    for (;;) {
      const isRefused = await client.call({ method: 'POST', path: '/a', template: '/a' }).then(
        () => false,
        () => true,
      );
      // What would have to wait longer than a person does isn't sent.
      if (isRefused) await clock.pause(1000);
    }
  }
}

process.once('message', () => {
  for (let chat = 0; chat < 12; chat += 1) void flood(`chat-${number}-${chat}`, chat % 4 === 0 ? 'update' : 'notice');
  void flood('one-for-all', 'answer');
  calls('partnerCenter', 10);
  calls('graph', 1);
});
process.once('disconnect', () => process.exit());
process.send?.('ready');

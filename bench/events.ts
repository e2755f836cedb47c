// From a customer's click to the chat: how long Gatehouse takes for an event, and what it asks Graph for it.
import { Agent, createServer, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { tenantIdOf } from '../src/sandbox/world/generated-customers.js';
import type { Relationship } from '../src/sandbox/world/model.js';
import { message } from './activities.js';
import { Caller } from './caller.js';
import type { Connector } from './connector.js';
import { atMostInAll, type Figure, figureOf } from './figures.js';
import type { Bench } from './parts.js';
import { addressOf, eventGatePort } from './places.js';
import { isOnboarded } from './seed.js';
import type { Stage } from './stage.js';
import { percentile } from './statistics.js';

const aims = { p50: 50, p99: 250 };
const events = { all: 45, quick: 12 };
const warmUp = 5;
const conversationId = 'chat-of-events';
// The pace at which Teams takes messages in one conversation, so that none waits for the one before.
const everyMs = 600;

/** Customers end their relationships one after the other; each is told of in one chat. */
export async function measureEvents({ stage, connector, isQuick }: Bench): Promise<readonly Figure[]> {
  const product = await stage.product({ takesEvents: true });
  await product.reconciled;
  const caller = new Caller(product.url);
  const subscribed = connector.posted(conversationId);
  await caller.send(message(conversationId, '/subscribe'));
  await subscribed;
  const gate = await openGate(`${product.url}/api/partner-center`);
  await stage.control('webhook', { url: gate.url });

  const count = warmUp + (isQuick ? events.quick : events.all);
  const customers = Array.from({ length: stage.tenants }, (_, index) => index + 1)
    .filter(isOnboarded)
    .slice(0, count);
  const relationships = await Promise.all(customers.map((customer) => relationshipOf(stage, customer)));
  const told = timesOfMessages(connector, count);
  await stage.requests();
  for (const { id } of relationships) {
    await stage.control(`relationships/${id}/end`, {});
    await pause(everyMs);
  }
  // Microsoft ends one after the other, and the chat hears of one after the other.
  const toldAt = await told;
  await pause(everyMs);
  const firstAt = gate.firstAt();
  const times = toldAt.map((at, index) => at - (firstAt[index] ?? Number.NaN));
  const reads = (await graphReads(stage)) / gate.count();
  caller.close();
  await gate.close();
  await product.child.stop();

  const { tenants } = stage;
  const measured = times.slice(warmUp);
  const what = 'from event to chat';
  const figure = (name: 'p50' | 'p99', percent: number) =>
    figureOf(
      { what: `${what}: ${name}`, tenants, unit: 'ms' },
      [{ product: percentile(measured, percent), limit: aims[name] }],
      atMostInAll(aims[name], 'ms'),
    );
  return [
    figure('p50', 50),
    figure('p99', 99),
    figureOf(
      { what: 'reads of Graph for an event', tenants, unit: 'calls' },
      [{ product: reads, limit: 1 }],
      atMostInAll(1, 'calls'),
    ),
  ];
}

/** Partner Center's way to the product: notes when an event comes, and hands it on as it is. */
async function openGate(productUrl: string) {
  const agent = new Agent({ keepAlive: true });
  let count = 0;
  const firstAt = new Map<string, number>();
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const at = performance.now();
    const [, id = ''] = /granularAdminRelationships\/([^/"]+)/.exec(Buffer.concat(chunks).toString('utf8')) ?? [];
    count += 1;
    if (!firstAt.has(id)) firstAt.set(id, at);
    const { headers } = incoming;
    const handedOn = request(productUrl, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      response.writeHead(answer.statusCode ?? 502).end();
    });
    handedOn.once('error', () => response.writeHead(502).end());
    handedOn.end(Buffer.concat(chunks));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(eventGatePort, '127.0.0.1', resolve);
  });
  return {
    url: `${addressOf(eventGatePort)}/api/partner-center`,
    /** How many events have come. */
    count: () => count,
    /** When the first event of each relationship came, in their order: the end of one brings several. */
    firstAt: () => [...firstAt.values()],
    close: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function relationshipOf(stage: Stage, customer: number): Promise<Relationship> {
  const url = `${stage.setting('GRAPH_URL')}/sandbox/relationships?tenantId=${tenantIdOf(customer)}`;
  const [relationship] = (await (await fetch(url)).json()) as readonly Relationship[];
  if (!relationship) throw new Error(`customer ${customer} has no relationship`);
  return relationship;
}

/** When the next so many messages come. */
async function timesOfMessages(connector: Connector, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  while (times.length < count) {
    await connector.posted(conversationId);
    times.push(performance.now());
  }
  return times;
}

async function graphReads(stage: Stage): Promise<number> {
  const answer = await fetch(`${stage.setting('GRAPH_URL')}/sandbox/requests`);
  const requests = (await answer.json()) as readonly { readonly method: string; readonly path: string }[];
  return requests.filter(({ method, path }) => method === 'GET' && path.includes('/tenantRelationships/')).length;
}

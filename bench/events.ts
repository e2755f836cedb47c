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
// An end has others before it, such as those of its assignments. They may share a check or not, as it happens, so that reads
// for each of them would say little: with only this one, each end has its own.
const endEvent = 'granular-admin-relationship-terminated';

/** Customers end their relationships one after the other; each is told of in one chat. A second time others do. */
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
  const relationships = await relationshipsToEnd(stage, count);
  const told = timesOfMessages(connector, count);
  await stage.requests();
  for (const { id } of relationships) {
    await stage.control(`relationships/${id}/end`, {});
    await pause(everyMs);
  }
  // Microsoft ends one after the other, and the chat hears of one after the other.
  const toldAt = await told;
  await pause(everyMs);
  const cameAt = gate.cameAt();
  const times = toldAt.map((at, index) => at - (cameAt[index] ?? Number.NaN));
  const reads = (await graphReads(stage)) / cameAt.length;
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

/** Partner Center's way to the product: hands on as it is what tells of an end, and notes when that came. */
async function openGate(productUrl: string) {
  const agent = new Agent({ keepAlive: true });
  const cameAt = new Map<string, number>();
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { EventName: name, ResourceUri: resource } = JSON.parse(body.toString('utf8'));
    if (name !== endEvent) return response.writeHead(200).end();
    if (!cameAt.has(resource)) cameAt.set(resource, performance.now());
    const { headers } = incoming;
    const handedOn = request(productUrl, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      response.writeHead(answer.statusCode ?? 502).end();
    });
    handedOn.once('error', () => response.writeHead(502).end());
    return handedOn.end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(eventGatePort, '127.0.0.1', resolve);
  });
  return {
    url: `${addressOf(eventGatePort)}/api/partner-center`,
    /** When each end was told of, in their order; Partner Center repeats what isn't answered in time. */
    cameAt: () => [...cameAt.values()],
    close: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The first active relationships of onboarded customers. */
async function relationshipsToEnd(stage: Stage, count: number): Promise<readonly Relationship[]> {
  const active: Relationship[] = [];
  for (let customer = 1; active.length < count && customer <= stage.tenants; customer += 1) {
    if (!isOnboarded(customer)) continue;
    const url = `${stage.setting('GRAPH_URL')}/sandbox/relationships?tenantId=${tenantIdOf(customer)}`;
    const [relationship] = (await (await fetch(url)).json()) as readonly Relationship[];
    if (relationship?.status === 'active') active.push(relationship);
  }
  if (active.length < count) throw new Error(`only ${active.length} customers have a relationship to end`);
  return active;
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

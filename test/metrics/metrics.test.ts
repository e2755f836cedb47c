// Metrics say what happened and what's so, to programs on this machine only, and name no one.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { startApp } from '../../src/app/app.js';
import { readConfig } from '../../src/config/config.js';
import { statuses } from '../../src/domain/tenant/status.js';
import { countersIn } from '../../src/metrics/counters.js';
import { type Count, countingLog } from '../../src/metrics/counting-log.js';
import { dutyMetricsIn } from '../../src/metrics/duty-metrics.js';
import { replicaMetricsIn } from '../../src/metrics/replica-metrics.js';
import { allDuties } from '../../src/operations/ports/duties.js';
import { en } from '../../src/views/words/en/index.js';
import { aReplication } from '../support/a-replication.js';
import { textOf } from '../support/card-reading.js';
import { MemoryStore } from '../support/memory-store.js';
import { aWorldForEach, type LogLine, people, tenantIds, type World } from '../support/world.js';

let held: ReturnType<typeof aWorldForEach>;

const silent = { info() {}, warn() {}, error() {} };
const address = () => held.world.app.metricsUrl ?? assert.fail('metrics are not there');

/** Every figure, by its name and labels as they stand in the text. */
async function figures(): Promise<{ readonly text: string; readonly of: (name: string) => number | undefined }> {
  const answer = await fetch(address());
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const values = new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), line.split(' ').at(-1)]));
  return {
    text,
    of(name) {
      const value = values.get(name);
      return value === undefined ? undefined : Number(value);
    },
  };
}

function statusOf(options: Readonly<Partial<Record<'method' | 'path' | 'host' | 'origin', string>>>) {
  return new Promise<number | undefined>((resolve, reject) => {
    const { method = 'GET', path = '/metrics', host = '127.0.0.1', origin } = options;
    request(address(), { method, path, headers: { host, ...(origin && { origin }) } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('metrics', () => {
  held = aWorldForEach({ METRICS_PORT: '0' });

  it('count what people and the clock gave rise to, and show how things stand', async () => {
    const { world, chat } = held;
    const list = await chat.says('/tenants contoso');
    await chat.enables(list);
    await world.passes(10);
    const { of } = await figures();

    assert.equal(of('gatehouse_operations_total{what="enable",outcome="done"}'), onboarded(world));
    assert.equal(of('gatehouse_turns_total{kind="message",outcome="answered"}'), 1);
    assert.equal(of('gatehouse_turns_total{kind="tenant.enable",outcome="answered"}'), 1);
    assert.equal(of('gatehouse_turn_seconds_count{kind="tenant.enable"}'), 1);
    assert.equal(of('gatehouse_turns_total{kind="installationUpdate",outcome="answered"}'), 1);
    const root = '/tenantRelationships/delegatedAdminRelationships';
    const created = `gatehouse_microsoft_calls_total{service="graph",method="POST",path="${root}",status="201"}`;
    const createdInLog = world.log.filter(
      ({ event, fields }) => event === 'microsoft' && fields.path === root && fields.status === 201,
    );
    assert.ok(createdInLog.length > 0);
    assert.equal(of(created), createdInLog.length);
    assert.equal(
      of('gatehouse_steps_total{what="createRelationship",outcome="relationshipCreated"}'),
      createdInLog.length,
    );
    assert.equal(of('gatehouse_reconciles_total{outcome="complete"}'), 1);
    assert.equal(of('gatehouse_reconcile_seconds_count'), 1);
    assert.equal(of('gatehouse_last_reconcile_age_seconds'), 10);
    assert.equal(of('gatehouse_reconciles_failing'), 0);
    assert.equal(of('gatehouse_conversations{state="subscribed"}'), 1);
    assert.equal(of('gatehouse_conversations{state="unreachable"}'), 0);
    assert.ok((of('gatehouse_posted_cards') ?? 0) > 0);
    assert.ok((of('gatehouse_checks_planned') ?? 0) > 0);
    // The names of before, for dashboards that know no others.
    for (const [former, name] of [
      ['sweeps_total{outcome="complete"}', 'reconciles_total{outcome="complete"}'],
      ['sweep_seconds_count', 'reconcile_seconds_count'],
      ['last_sweep_age_seconds', 'last_reconcile_age_seconds'],
      ['sweeps_failing', 'reconciles_failing'],
      ['looks_planned', 'checks_planned'],
      ['looks_under_way', 'checks_under_way'],
    ]) {
      assert.ok(of(`gatehouse_${former}`) !== undefined, former);
      assert.equal(of(`gatehouse_${former}`), of(`gatehouse_${name}`));
    }
    assert.ok((of('process_resident_memory_bytes') ?? 0) > 0);
  });

  it('are all told of in the docs, and nothing else is', async () => {
    const ofReplicas = new Registry();
    replicaMetricsIn(ofReplicas, aReplication());
    dutyMetricsIn(ofReplicas, { duties: allDuties(), store: new MemoryStore(), postedCards: { cards: [] } });
    const text = `${(await figures()).text}\n${await ofReplicas.metrics()}`;
    const there = [...text.matchAll(/^# TYPE (gatehouse_\w+)/gm)].map(([, name]) => name);
    const docs = await readFile(new URL('../../docs/4-running.md', import.meta.url), 'utf8');
    const told = new Set([...docs.matchAll(/gatehouse_\w+/g)].map(([name]) => name));
    assert.deepEqual([...told].sort(), there.sort());
  });

  it('count the tenants of every status as the list does', async () => {
    const { of } = await figures();
    const counts = statuses.map((status) => of(`gatehouse_tenants{status="${status}"}`) ?? assert.fail(status));
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      // One more is a customer by GDAP.
      Object.keys(tenantIds).length + 1,
    );
    for (const [index, status] of statuses.entries()) {
      const list = textOf(await held.chat.says(`/tenants ${en.statuses[status]}`));
      assert.match(list, new RegExp(` of ${counts[index]} tenant`), status);
    }
  });

  it('show what does not work: requests from outside, messages that Teams does not take', async () => {
    const { world } = held;
    await fetch(`${world.app.url}/api/messages`, { method: 'POST', body: 'x' });
    const [relationship] = world.sandbox.controls.relationships(tenantIds.northwind);
    world.sandbox.controls.approve(relationship?.id ?? '');
    world.teams.refusing.set('chat-of-alex', { status: 429 });
    await world.passes(330);
    const failing = await figures();
    assert.equal(failing.of('gatehouse_requests_refused_total{status="400"}'), 1);
    assert.equal(failing.of('gatehouse_log_lines_total{level="info",event="requestRefused"}'), 1);
    assert.ok((failing.of('gatehouse_deliveries_due') ?? 0) > 0);
    assert.ok((failing.of('gatehouse_notifications_total{outcome="delayed"}') ?? 0) > 0);
    world.teams.refusing.clear();
    await world.passes(330);
    const mended = await figures();
    assert.equal(mended.of('gatehouse_deliveries_due'), 0);
    const sent = world.log.filter(({ event }) => event === 'notified').length;
    assert.ok(sent > 0);
    assert.equal(mended.of('gatehouse_notifications_total{outcome="sent"}'), sent);
  });

  it('show what is out of reach: a chat that has blocked the bot, and Microsoft', async () => {
    const { world } = held;
    world.teams.refusing.set('chat-of-alex', { status: 403, code: 'ConversationBlockedByUser' });
    const [relationship] = world.sandbox.controls.relationships(tenantIds.northwind);
    world.sandbox.controls.approve(relationship?.id ?? '');
    world.sandbox.controls.failNext({ path: '/v1/customers', times: 1000 });
    await world.passes(660);
    const { of } = await figures();
    assert.equal(of('gatehouse_conversations{state="unreachable"}'), 1);
    assert.equal(of('gatehouse_conversations{state="subscribed"}'), 0);
    // What is kept for it is nothing to wake anybody for.
    assert.equal(of('gatehouse_deliveries_due'), 0);
    assert.equal(of('gatehouse_reconciles_failing'), 1);
  });

  it('name no tenant and no person, whatever somebody sends', async () => {
    const { world, chat } = held;
    const list = await chat.says('/tenants contoso');
    await chat.enables(list);
    await world.teams.send({
      type: 'invoke',
      name: 'adaptiveCard/action',
      from: people.alex,
      conversation: { id: 'chat-of-alex', conversationType: 'personal' },
      value: { action: { type: 'Action.Execute', verb: 'verb-of-a-stranger', data: {} } },
    });
    await world.passes(60);
    const { text, of } = await figures();
    assert.equal(of('gatehouse_turns_total{kind="other",outcome="answered"}'), 1);
    assert.doesNotMatch(text, /contoso|alex|stranger/i);
    assert.doesNotMatch(text, /[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('are there for GET /metrics by a name of this machine, and for nothing else', async () => {
    assert.equal(await statusOf({}), 200);
    assert.equal(await statusOf({ host: 'localhost:9464' }), 200);
    assert.equal(await statusOf({ path: '/' }), 404);
    assert.equal(await statusOf({ path: '/metrics/' }), 404);
    assert.equal(await statusOf({ method: 'POST' }), 404);
    assert.equal(await statusOf({ host: 'attacker.example' }), 421);
    assert.equal(await statusOf({ host: '127.0.0.1.attacker.example' }), 421);
    assert.equal(await statusOf({ host: 'localhost:9464', origin: 'https://attacker.example' }), 403);
    assert.equal((await fetch(`${held.world.app.url}/metrics`)).status, 404);
    // Another address of this machine, as its address in the network is one; where there is none, nobody is there either.
    await assert.rejects(fetch(address().replace('127.0.0.1', '127.0.0.2')));
    await assert.rejects(fetch(address().replace('127.0.0.1', '[::1]')));
  });

  it('end with the bot', async () => {
    const url = address();
    await held.world.stopBot();
    await assert.rejects(fetch(url));
  });

  it('stop the start when their port is taken, and leave nothing open', async () => {
    const { port } = new URL(address());
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-metrics-'));
    const config = readConfig({ PORT: '0', DATA_DIR: join(folder, 'data'), METRICS_PORT: port });
    const surroundings = { clock: held.world.clock, log: silent, onFatal: assert.fail, nodeVersion: process.version };
    await assert.rejects(startApp(config, surroundings), { code: 'config', remedy: /METRICS_PORT/ });
    await rm(folder, { recursive: true, force: true });
  });
});

describe('metrics that nobody has asked for', () => {
  const world = aWorldForEach();
  it('are nowhere', () => assert.equal(world.world.app.metricsUrl, undefined));
});

describe('what took its time', () => {
  it('is told in seconds, where the log has milliseconds', async () => {
    const registry = new Registry();
    countersIn(registry, [])('info', 'reconciled', {
      customers: 1,
      relationships: 1,
      isComplete: true,
      ms: 1500,
    });
    assert.match(await registry.metrics(), /^gatehouse_reconcile_seconds_sum 1\.5$/m);
  });
});

describe('a counting log', () => {
  it('passes every line on, and counts it', () => {
    const written: unknown[] = [];
    const counted: Parameters<Count>[] = [];
    const write =
      (level: string) =>
      (...line: unknown[]) =>
        void written.push([level, ...line]);
    const log = countingLog(
      { info: write('info'), warn: write('warn'), error: write('error') },
      (...line) => void counted.push(line),
    );
    log.info('answerQueued', { conversationId: 'a' });
    log.warn('refusalNotSent', { error: 'b' });
    log.error('dataFolderLost', { error: 'c' });
    const lines = [
      ['info', 'answerQueued', { conversationId: 'a' }],
      ['warn', 'refusalNotSent', { error: 'b' }],
      ['error', 'dataFolderLost', { error: 'c' }],
    ];
    assert.deepEqual(written, lines);
    assert.deepEqual(counted, lines);
  });
});

/** How often Enable has been carried out, by the sandbox's opening scene as well. */
function onboarded({ log }: World): number {
  const isIt = ({ do: what, refused }: LogLine['fields']) => what === 'enable' && refused === undefined;
  return log.filter(({ event, fields }) => event === 'command' && isIt(fields)).length;
}

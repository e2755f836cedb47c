// A year and more of the sandbox pass in seconds, and Gatehouse lives through them: by its page, and with a test's clock in hand.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, startApp } from '../../src/app/app.js';
import { readConfig } from '../../src/config/config.js';
import { systemClock } from '../../src/runtime/clock.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { en } from '../../src/views/words/en/index.js';
import { textOf } from '../support/card-reading.js';
import { contentsOf } from '../support/contents-of.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, type LogLine, people, tenantIds, World } from '../support/world.js';

const day = 86_400_000;

/** The product with the machine's own clock, as `npm start` starts it. */
class Running {
  readonly folder: string;
  readonly lines: LogLine[] = [];
  #app: App | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  get app(): App {
    assert(this.#app);
    return this.#app;
  }

  get sandbox(): Sandbox {
    assert(this.app.sandbox);
    return this.app.sandbox;
  }

  async start(): Promise<void> {
    const record =
      (level: LogLine['level']) =>
      (event: string, fields: LogLine['fields'] = {}) =>
        void this.lines.push({ level, event, fields });
    const log = { info: record('info'), warn: record('warn'), error: record('error') };
    const settings = { PORT: '0', SANDBOX_PORT: '0', DATA_DIR: join(this.folder, 'data'), RECONCILE_SECONDS: '300' };
    const onFatal = (error: Error) => log.error('fatal', { error });
    this.#app = await startApp(readConfig(settings), { clock: systemClock, log, nodeVersion: 'v24.11.0', onFatal });
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }

  async post(control: string, body: unknown): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    const url = `${this.sandbox.url}/sandbox/${control}`;
    assert((await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).ok);
  }

  /** Resolves when time passes as everywhere again, and nothing is under way. */
  async arrives(): Promise<void> {
    while (this.sandbox.controls.time().until !== null) await pause(50);
    await this.app.idle();
  }

  async tenant(tenantId: string) {
    return (await contentsOf(join(this.folder, 'data'))).tenants.get(tenantId);
  }

  /** What went wrong; steps that the sandbox's stories refuse don't count. */
  get faults(): readonly string[] {
    const isPlayed = ({ event }: LogLine) => ['stepPutOff', 'stepRefused'].includes(event);
    return this.lines.filter((line) => line.level !== 'info' && !isPlayed(line)).map(({ event }) => event);
  }
}

describe('time that the sandbox’s page lets pass', function () {
  this.timeout(240_000);
  let running: Running;
  beforeEach(async () => {
    running = new Running(await mkdtemp(join(tmpdir(), 'gatehouse-time-')));
    await running.start();
    while ((await running.tenant(tenantIds.fabrikam))?.status !== 'approved') await pause(50);
    await running.app.idle();
  });
  afterEach(async () => {
    await running.close();
    await rm(running.folder, { recursive: true });
  });

  it('passes for Gatehouse too, which stays signed in, sees what rolled over and what ended, and goes on after a restart', async () => {
    const before = await running.tenant(tenantIds.fabrikam);
    const start = Date.parse(running.sandbox.controls.time().now);
    await running.post('time/forward', { days: 630, stepDays: 30 });
    await running.arrives();
    await running.post('time/skip', { seconds: 600 });
    await running.arrives();

    const now = Date.parse(running.sandbox.controls.time().now);
    assert(now - start >= 630 * day);
    const fabrikam = await running.tenant(tenantIds.fabrikam);
    assert.equal(fabrikam?.status, 'approved');
    const endsAt = Date.parse(fabrikam?.onboarding?.relationship?.endsAt ?? '');
    assert.equal(endsAt - Date.parse(before?.onboarding?.relationship?.endsAt ?? ''), 180 * day);
    assert.equal((await running.tenant(tenantIds.coho))?.status, 'issuesFound');
    assert.deepEqual(running.faults, []);

    await running.close();
    await running.start();
    await running.post('time/skip', { seconds: 600 });
    await running.arrives();
    const later = Date.parse(running.sandbox.controls.time().now);
    assert(later >= now + 600_000 && later < now + day, 'the sandbox is where it was');
    assert.equal((await running.tenant(tenantIds.fabrikam))?.status, 'approved');
    assert.deepEqual(running.faults, []);
  });
});

describe('days that a test skips', function () {
  this.timeout(240_000);
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(() => world.end());

  it('are lived through one by one, in Gatehouse and at Microsoft', async () => {
    const before = await world.tenant(tenantIds.fabrikam);
    const start = world.clock.milliseconds;
    const ends = new Set<string | undefined>();
    await world.skips(609, { stepDays: 87 });
    for (let days = 0; days < 3; days += 1) {
      await world.skips(1);
      ends.add((await world.tenant(tenantIds.fabrikam)).onboarding?.relationship?.endsAt);
    }
    assert.equal(world.clock.milliseconds - start, 612 * day);
    assert.equal(ends.size, 2, 'it rolled over once, and this was noticed within a day');
    const { status, onboarding } = await world.tenant(tenantIds.fabrikam);
    assert.equal(status, 'approved');
    assert.equal(
      Date.parse(onboarding?.relationship?.endsAt ?? '') - Date.parse(before.onboarding?.relationship?.endsAt ?? ''),
      180 * day,
    );
  });
});

describe('time that is skipped at once', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId });

  onEachStore('leaves the clocks in agreement, the sign-in good and events believed', async () => {
    const { controls } = w.world.sandbox;
    controls.registerWebhook(`${w.world.app.url}/api/partner-center`);
    controls.skipTime(40 * 86_400);
    await w.world.passes(120);
    controls.approve(controls.relationships(tenantIds.northwind)[0]?.id ?? '');
    await w.world.passes(30);
    assert.equal((await w.world.tenant(tenantIds.northwind)).status, 'approved');
    const approved = controls.deliveries().filter(({ event }) => event.endsWith('relationship-approved'));
    assert.deepEqual(
      approved.map(({ state }) => state),
      ['delivered'],
    );
    const { clock, signIn } = en.checkup.titles;
    const fine = textOf((await w.chat.says('/status')).card)
      .split('\n')
      .find((line) => line.startsWith('✅') && line.toLowerCase().includes(clock.toLowerCase()));
    assert(fine?.toLowerCase().includes(signIn.toLowerCase()), 'the clock is right, and so is the sign-in');
  });
});

// Gatehouse goes on answering, telling and checking when its wall clock is set. Microsoft's own clock is right.

import assert from 'node:assert/strict';
import { connectionSettings } from '../../src/sandbox/connection-settings.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';
import type { Chat } from '../support/fake-teams.js';
import { steps } from '../support/steps.js';
import { newsOf } from '../support/wording.js';
import { people, tenantIds, World } from '../support/world.js';

/** The product on a Microsoft that has a clock of its own, which nobody sets. */
class TwoClocks {
  readonly world: World;
  readonly microsoft: Sandbox;
  readonly chat: Chat;
  readonly #template: string;

  private constructor(world: World, microsoft: Sandbox, template: string) {
    this.world = world;
    this.microsoft = microsoft;
    this.#template = template;
    this.chat = world.chat(people.alex, 'chat-of-alex');
  }

  static async start(): Promise<TwoClocks> {
    let clock: World['clock'] | undefined;
    const microsoft = await startSandbox({
      // The product's clock begins at the same moment.
      now: () => new Date(clock?.elapsedMs() ?? Date.parse('2026-11-22T10:00:00.000Z')),
      after: () => () => undefined,
    });
    const { accessTemplate } = microsoft;
    const world = await World.make({
      PARTNER_CLOUD: 'microsoft',
      ALLOW_ANONYMOUS_BOT: 'true',
      ...connectionSettings(microsoft),
      TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
      ADMINS: people.alex.aadObjectId,
    });
    clock = world.clock;
    const template = await world.file('template.json', JSON.stringify(accessTemplate));
    const two = new TwoClocks(world, microsoft, template);
    await two.startsBot();
    await two.chat.installs();
    return two;
  }

  async startsBot(): Promise<void> {
    await this.world.startBot({ ACCESS_TEMPLATE: this.#template });
    await this.world.passes(0);
  }

  /** Enables a customer by clicks. */
  async enables(name: string): Promise<void> {
    await this.chat.enables(await this.chat.says(`/tenants ${name}`));
  }

  /** The customer's administrator approves what waits for them. */
  approves(tenantId: string): void {
    const [waiting] = this.microsoft.controls
      .relationships(tenantId)
      .filter(({ status }) => status === 'approvalPending');
    assert.ok(waiting, 'nothing waits for approval');
    this.microsoft.controls.approve(waiting.id);
  }

  /** How many messages say that access was approved. */
  approvals(): number {
    return this.chat.messages.filter(({ summary }) => summary === newsOf('Contoso Ltd', 'approved')).length;
  }

  /** Calls to Graph and Partner Center, and reconciles, within so many seconds. */
  async countFor(seconds: number): Promise<{ readonly calls: number; readonly reconciles: number }> {
    const reconciles = () => this.world.log.filter(({ event }) => event === 'reconciled').length;
    this.microsoft.controls.clearRequests();
    const before = reconciles();
    await this.world.passes(seconds);
    return { calls: this.microsoft.controls.requests().length, reconciles: reconciles() - before };
  }

  async end(): Promise<void> {
    await this.world.end();
    await this.microsoft.close();
  }
}

/** What is done to the wall clock, and when. */
const ways = steps.flatMap(([name, seconds]) => [
  { name: `steps by ${name} while Gatehouse runs`, seconds, isRunning: true },
  { name: `has stepped by ${name} before Gatehouse starts again`, seconds, isRunning: false },
]);

for (const { name, seconds, isRunning } of ways) {
  describe(`the wall clock ${name}`, function () {
    this.timeout(60_000);
    let two: TwoClocks;
    const step = async () => {
      if (!isRunning) await two.world.stopBot();
      two.world.clock.steps(seconds);
      if (!isRunning) await two.startsBot();
    };

    beforeEach(async () => {
      two = await TwoClocks.start();
    });
    afterEach(() => two.end());

    it('and every message is answered', async () => {
      for (let each = 0; each < 20; each += 1) await two.chat.says('/help');
      await step();
      await two.world.passes(0);
      const before = two.chat.messages.length;
      for (let each = 0; each < 40; each += 1) await two.chat.says('/tenants contoso');
      await two.world.passes(60);
      assert.equal(two.chat.messages.length - before, 40);
      assert.deepEqual(
        two.world.log.filter(({ event }) => event === 'answerNotSent'),
        [],
      );
    });

    it('and what was being waited for is told, in time and once', async () => {
      await two.enables('contoso');
      await two.world.passes(20);
      await step();
      two.approves(tenantIds.contoso);
      // The next reconcile is due by then, whatever became of the pace at which the tenant itself is looked at.
      await two.world.passes(400);
      assert.equal(two.approvals(), 1);
    });

    it('and what is asked for after it goes on at its usual pace', async () => {
      await step();
      await two.enables('contoso');
      await two.world.passes(20);
      two.approves(tenantIds.contoso);
      await two.world.passes(30);
      assert.equal(two.approvals(), 1);
    });

    it('and Microsoft is asked about as often as before, reconciles every five minutes', async () => {
      for (const customer of ['contoso', 'fabrikam', 'woodgrove']) await two.enables(customer);
      await two.world.passes(600);
      const usual = await two.countFor(3600);
      await step();
      // Whatever is looked at anew because of the step.
      await two.world.passes(600);
      const after = await two.countFor(3600);
      assert.ok(Math.abs(after.reconciles - 12) <= 1, `${after.reconciles} sweeps an hour`);
      assert.ok(after.calls <= usual.calls * 1.5, `${after.calls} calls an hour, ${usual.calls} before`);
    });

    it('and a service that asked to be left alone is asked again when it said', async () => {
      two.microsoft.controls.failNext({ path: '/v1', status: 429, retryAfterSeconds: 120, times: 1 });
      await two.world.passes(300);
      await step();
      const { calls } = await two.countFor(300);
      assert.ok(calls > 0);
      await two.world.passes(300);
      const last = two.world.log.findLast(({ event }) => event === 'reconciled' || event === 'notReconciled');
      assert.equal(last?.event, 'reconciled');
    });
  });
}

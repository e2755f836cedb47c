// PostgreSQL stops for a while, and comes back.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Signal } from '../crash/signal.js';
import type { Scene } from '../crash/tenant-story.js';
import { type Pressable, textOf } from '../support/card-reading.js';
import { en } from '../support/filled-by-hand.js';
import { aReplicasBench } from './replicas-bench.js';
import { slowdown } from './slowdown.js';

const awayMs = Number(process.env.REPLICA_AWAY_SECONDS ?? 30) * 1000;
const longestAnswerMs = 6000;
// On a machine that has the time for it.
const longestReturnMs = 5000;
// That many messages wait to be sent when it goes away.
const leastDue = 4;
const shortAwayMs = 8000;
const tenantIds = (numbers: readonly number[]) =>
  numbers.map((n) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const tenants = tenantIds([18, 19, 20, 21, 22]);
const told = tenantIds([23, 24, 25]);

describe('a database that is away', () => {
  const bench = aReplicasBench();
  let met: Pick<Scene, 'chat' | 'message'>;
  before(async () => {
    met = await bench().play.meet();
  });

  it('is named in answer to each click, none of which says that it is done; afterwards all goes on', async () => {
    const { replicas } = bench();
    const { chat, message } = met;
    const saved = async (tenantId: string) => (await replicas.saved.contents()).tenants.get(tenantId);
    const buttons = new Map<string, Pressable>();
    for (const tenantId of tenants) buttons.set(tenantId, await bench().enabling({ chat, message }, tenantId));
    const enable = (tenantId: string) => chat.clicks(message, buttons.get(tenantId) ?? assert.fail());
    const [first = '', ...rest] = tenants;
    assert.match(cardIn(await enable(first)), isDone);

    await replicas.database.crash();
    const crashedAt = performance.now();
    const answers: { readonly ms: number; readonly text: string }[] = [];
    for (let n = 0; performance.now() - crashedAt < awayMs; n += 1) {
      const at = performance.now();
      const text = cardIn(await enable(rest[n % rest.length] ?? ''));
      answers.push({ ms: performance.now() - at, text });
      await pause(300);
    }
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    process.stdout.write(`    ${answers.length} clicks, answered within ${Math.round(slowest)} ms\n`);
    for (const { ms, text } of answers) {
      assert.doesNotMatch(text, isDone);
      assert.ok(
        said.some((words) => text.includes(words)),
        text,
      );
      assert.ok(ms <= longestAnswerMs, `an answer took ${Math.round(ms)} ms`);
    }

    await replicas.database.startAgain();
    const backAt = performance.now();
    while (!isDone.test(cardIn(await enable(rest[0] ?? '')))) await pause(100);
    assertSoon(performance.now() - backAt);
    process.stdout.write(`    a click is done ${Math.round(performance.now() - backAt)} ms after it is back\n`);
    assert.ok((await saved(first))?.onboarding, 'what was acknowledged before is gone');
    for (const tenantId of tenants) {
      const { onboarding } = (await saved(tenantId)) ?? {};
      const card = cardIn(
        await chat.clicks(message, { type: 'Action.Execute', verb: 'tenant.open', data: { tenantId } }),
      );
      assert.equal(isDone.test(card), onboarding !== undefined, card);
    }
  });

  it('holds up no message that was due for longer than five seconds after it is back', async () => {
    const { play, replicas } = bench();
    const { microsoft, teams } = play;
    const { chat, message } = met;
    const deliveries = async () => (await replicas.saved.contents()).deliveries;
    const statusOf = async (tenantId: string) => (await replicas.saved.contents()).tenants.get(tenantId)?.status;
    for (const tenantId of told) await chat.clicks(message, await bench().enabling(met, tenantId));
    for (const tenantId of told) while ((await statusOf(tenantId)) !== 'needsApproval') await pause(50);

    // Teams answers nothing until the database is away, so all that follows waits.
    const isAway = new Signal();
    const holds: NonNullable<typeof teams.meanwhile> = () => {
      teams.meanwhile = holds;
      return isAway.promise;
    };
    teams.meanwhile = holds;
    const waiting = (await microsoft.relationships()).filter(
      ({ customer, status }) => status === 'approvalPending' && told.includes(customer?.tenantId ?? ''),
    );
    for (const { id } of waiting) await microsoft.control(`/relationships/${id}/approve`);
    while ((await deliveries()).size < leastDue) await pause(20);
    const due = [...(await deliveries()).keys()];
    await replicas.database.crash();
    isAway.resolve();
    teams.meanwhile = undefined;
    await pause(shortAwayMs);

    await replicas.database.startAgain();
    const backAt = performance.now();
    const isDue = async () => {
      const left = await deliveries();
      return due.some((id) => left.has(id));
    };
    while (await isDue()) await pause(20);
    assertSoon(performance.now() - backAt);
    process.stdout.write(
      `    ${due.length} messages sent ${Math.round(performance.now() - backAt)} ms after it is back\n`,
    );
  });
});

function assertSoon(ms: number): void {
  const slower = slowdown();
  assert.ok(
    ms <= longestReturnMs * slower,
    `${Math.round(ms)} ms, where everything takes ${slower.toFixed(1)} times as long as it computes`,
  );
}

const isDone = /^Enabled by/m;
const { causes, uncertain } = en.replies.failed;
const said = [causes.database, uncertain, en.replies.stillWorking.title];

function cardIn({ body }: { readonly body: unknown }): string {
  return textOf((body as { readonly value?: unknown }).value);
}

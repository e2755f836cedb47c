// Three replicas flood Teams through one database: nearly as fast as Teams allows, never faster, and people don't wait.
import assert from 'node:assert/strict';
import { aNetwork, BusyTeams } from '../../support/busy-teams.js';
import { paceBench } from '../../support/pace-bench.js';

const replicas = [0, 1, 2];
const longest = (waits: readonly number[]) => Math.max(...waits);

describe('three replicas with more to send than Teams takes', () => {
  let bench: Awaited<ReturnType<typeof paceBench>>;
  let teams: BusyTeams;

  beforeEach(async () => {
    bench = await paceBench();
    const toDatabase = aNetwork(0.5, 4);
    const paces = await Promise.all(replicas.map(() => bench.openFarAway(toDatabase)));
    teams = new BusyTeams(aNetwork(2, 10), bench.clock, paces);
  });
  afterEach(() => bench.end());

  it('use 95 % of what it takes in all and exceed nothing, while people are answered and cards are redrawn', async () => {
    for (const replica of replicas) {
      for (let chat = 0; chat < 20; chat += 1) void teams.flood(`chat-${replica}-${chat}`, 'notice', 50, replica);
      for (let chat = 0; chat < 5; chat += 1) void teams.flood(`cards-${replica}-${chat}`, 'update', 50, replica);
    }
    await bench.livesOn(1000);
    const from = teams.nowMs;
    const waits: Promise<number>[] = [];
    for (let question = 0; question < 6; question += 1) {
      waits.push(teams.send(`chat-${question % 2}-${question}`, 'answer', question % 3));
      await bench.livesOn(500);
    }
    const went = teams.arrivals.filter(({ at }) => at >= from && at < from + 3000);
    assert.ok(went.length >= 0.95 * 150, `${went.length / 3} a second`);
    const updates = went.filter(({ urgency }) => urgency === 'update').length;
    assert.ok(updates >= 4 && updates <= 0.1 * went.length, `${updates} updates`);
    assert.deepEqual(teams.exceeded, []);
    assert.ok(longest(await Promise.all(waits)) < 500);
  });

  it('exceed nothing in a conversation in which all of them answer', async () => {
    for (const replica of replicas) void teams.flood('chat', 'answer', 100, replica);
    await bench.livesOn(32_000);
    assert.deepEqual(teams.exceeded, []);
    const inHalfAMinute = teams.arrivals.filter(({ at }) => at < 30_000).length;
    assert.ok(inHalfAMinute >= 57, `${inHalfAMinute}`);
  });
});

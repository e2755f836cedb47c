// Floods go out nearly as fast as Teams allows and never faster, whatever the network does; and nothing starves meanwhile.
import assert from 'node:assert/strict';
import { aNetwork, BusyTeams } from '../../support/busy-teams.js';

const least = 0.95;
const atOnce = aNetwork(0, 0);
const chats = (count: number, of = 'chat') => Array.from({ length: count }, (_, index) => `${of}-${index}`);
const longest = (waits: readonly number[]) => Math.max(...waits);

/** Fifty notices to each of two hundred conversations. */
function floodAll(teams: BusyTeams): void {
  for (const chat of chats(200)) void teams.flood(chat, 'notice', 50);
}

describe('ten thousand notices to two hundred conversations', function () {
  this.timeout(60_000);

  for (const [what, leastMs, mostMs] of [
    ['takes no time', 0, 0],
    ['takes up to 20 ms each way', 0, 20],
    ['takes a tenth of a second each way', 100, 100],
    ['takes anything up to half a second each way', 0, 500],
  ] as const) {
    it(`never exceed what Teams allows where the network ${what}, with questions in between`, async () => {
      const teams = new BusyTeams(aNetwork(leastMs, mostMs));
      floodAll(teams);
      const waits: Promise<number>[] = [];
      for (let question = 0; question < 85; question += 1) {
        await teams.clock.passes(0.7);
        waits.push(teams.send(`chat-${(question * 7) % 200}`, 'answer'));
      }
      await teams.clock.passes(2);
      assert.deepEqual(teams.exceeded, []);
      // A notice may be on its way there and back when somebody asks in its conversation.
      assert.ok(longest(await Promise.all(waits)) < 3 * mostMs + 600);
      const seconds = 30;
      const went = teams.arrivals.filter(({ at }) => at >= 25_000 && at < 25_000 + seconds * 1000).length;
      // A delay that differs by half a second leaves Teams' own count uncertain by as much.
      if (mostMs < 500) assert.ok(went >= least * 50 * seconds, `${went / seconds} a second`);
    });
  }

  it('leave a slot within a second to each of forty people who ask at once', async () => {
    const teams = new BusyTeams(atOnce);
    floodAll(teams);
    await teams.clock.passes(10);
    const answers = Promise.all(chats(40).map((chat) => teams.send(chat, 'answer')));
    await teams.clock.passes(2);
    assert.ok(longest(await answers) < 1000);
    assert.deepEqual(teams.exceeded, []);
  });

  it('have a card redrawn among them, in one of their conversations as in another', async () => {
    const teams = new BusyTeams(atOnce);
    floodAll(teams);
    await teams.clock.passes(10);
    const updates = Promise.all(['chat-0', 'another'].map((chat) => teams.send(chat, 'update')));
    await teams.clock.passes(3);
    assert.ok(longest(await updates) < 3000);
  });

  it('leave no more than every twentieth slot to thousands of cards that are out of date', async () => {
    const teams = new BusyTeams(atOnce);
    for (const chat of chats(2000, 'other')) void teams.flood(chat, 'update', 10);
    floodAll(teams);
    await teams.clock.passes(30);
    // One slot of twenty is theirs.
    assert.ok(teams.arrived('notice') >= 0.94 * 50 * 30, `${teams.arrived('notice')}`);
    assert.ok(teams.arrived('update') > 50);
  });

  it('are not held up by conversations that do not answer', async () => {
    const teams = new BusyTeams(atOnce);
    const never = () => new Promise<never>(() => undefined);
    for (const chat of chats(5, 'hanging')) teams.sendQueue.send(chat, 'notice', never).catch(() => undefined);
    floodAll(teams);
    await teams.clock.passes(14);
    // Each of the five has its place for as long as Teams may still count it.
    assert.ok(teams.arrived('notice') >= 0.98 * 45 * 14, `${teams.arrived('notice')}`);
  });
});

describe('ten thousand notices to one conversation', function () {
  this.timeout(60_000);
  let teams: BusyTeams;
  beforeEach(() => {
    teams = new BusyTeams(aNetwork(0, 40));
    void teams.flood('chat', 'notice', 10_000);
  });

  it('use up what Teams allows in every half minute, and in an hour', async () => {
    await teams.clock.passes(60);
    assert.ok(teams.arrived('notice') >= least * 120);
    await teams.clock.passes(3540);
    assert.ok(teams.arrived('notice') >= least * 1800);
    await teams.clock.passes(3600);
    assert.ok(teams.arrived('notice') >= least * 3600);
    assert.deepEqual(teams.exceeded, []);
  });

  for (const [when, seconds] of [
    ['at their beginning', 3],
    ['in the first half minute', 20],
    ['in the next', 31],
    ['after an hour', 3700],
  ] as const) {
    it(`let a person who asks six times in a row read each answer within a second, ${when}`, async () => {
      await teams.clock.passes(seconds);
      for (let question = 0; question < 6; question += 1) {
        const answer = teams.send('chat', 'answer');
        await teams.clock.passes(1);
        assert.ok((await answer) < 1000);
      }
      assert.deepEqual(teams.exceeded, []);
    });
  }

  it('leave a card out of date for no more than twenty of them', async () => {
    await teams.clock.passes(40);
    const before = teams.arrived('notice');
    void teams.send('chat', 'update');
    await teams.clock.passes(20);
    const [update] = teams.arrivals.filter(({ urgency }) => urgency === 'update');
    assert.ok(update);
    assert.ok(teams.arrived('notice') - teams.arrived('notice', update.at) - before <= 20);
  });
});

// What a conversation hears by itself and when: chosen on the card of /subscribe, kept in quiet hours, told in digests.

import assert from 'node:assert/strict';
import { headline } from '../../src/views/explain/notices.js';
import { en } from '../../src/views/words/en/index.js';
import { inputsOf, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import type { Chat } from '../support/fake-teams.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const words = en.subscriptions;
const alex = { ...people.alex, localTimezone: 'Europe/Berlin' };
const all = 'lost,leftovers,alarms,ends,issues,offboarding,approved,drift,report';

describe('a conversation', () => {
  const w = aWorldForEach({
    RECONCILE_SECONDS: '3600',
    ADMINS: people.alex.aadObjectId,
    VIEWERS: people.megan.aadObjectId,
  });
  // An hour at once, since what PostgreSQL is asked each second would take hours.
  const waits = (hours: number) => w.world.skips(hours / 24, { stepDays: 1 / 24, restSeconds: 100 });
  const loses = async (tenantId: string) => {
    const { controls } = w.world.sandbox;
    controls.end(controls.relationships(tenantId)[0]?.id ?? '');
    await waits(1);
    return w.world.tenant(tenantId);
  };
  /** A customer approves what was asked for. */
  const approves = async (chat: Chat, name: string, tenantId: string) => {
    await chat.enables(await chat.says(`/tenants ${name}`));
    await w.world.passes(60);
    w.world.sandbox.controls.approve(w.world.sandbox.controls.relationships(tenantId)[0]?.id ?? '');
    await w.world.passes(900);
  };
  /** A customer approves what was asked for before. */
  const approvesWaiting = async () => {
    const { controls } = w.world.sandbox;
    const all = Object.values(tenantIds).flatMap((tenantId) => controls.relationships(tenantId));
    const waiting = all.find(({ status }) => status === 'approvalPending');
    assert.ok(waiting);
    controls.approve(waiting.id);
    await waits(1);
  };
  const heard = (chat: Chat, from: number) => chat.messages.slice(from).map(({ summary }) => summary);
  const chooses = async (chat: Chat, typed: Record<string, unknown>) => {
    const message = await chat.says('/subscribe');
    await chat.presses(message, 'subscription.save', typed);
    return chat.reads(message);
  };

  it('shows what it hears in the time zone of whoever asks, and keeps what is chosen', async () => {
    const chat = w.world.chat(alex, 'alex');
    await chat.installs();
    const card = await chat.says('/subscribe');
    assert.match(JSON.stringify(chat.sees(card)), /"value":"Europe\/Berlin"/);
    const said = await chooses(chat, {
      kinds: 'lost,ends',
      about: 'status:approved',
      quiet: '18-8 Mo-Fr',
      digest: 'mon',
    });
    assert.ok(said.includes(words.saved), said);
    const hears = chat.reads(await chat.says('/subscriptions'));
    assert.ok(hears.includes(words.why.subscription({ kind: words.kinds.lost })), hears);
    assert.ok(hears.includes(words.why.muted({ kind: words.kinds.issues })), hears);
    assert.match(hears, /18:00-08:00 Mon-Fri \(Europe\/Berlin\)/);
    assert.match(hears, /status:approved/);
  });

  it('says what isn’t understood, with what was meant, and saves nothing of it', async () => {
    const chat = w.world.chat(alex, 'alex');
    await chat.installs();
    const said = await chooses(chat, { about: 'statsu:approved', quiet: 'sometimes', digestAt: 'soon', zone: 'Mars' });
    assert.match(said, /status:approved/);
    for (const part of ['sometimes', 'soon', 'Mars', words.notSaved]) assert.ok(said.includes(part), said);
    assert.ok(!chat.reads(await chat.says('/subscriptions')).includes('Mars'));
  });

  it('reads “me” as whoever saves it, and says so', async () => {
    const channel = w.world.chat(alex, 'channel-1', 'channel');
    await channel.installs();
    const said = await chooses(channel, { kinds: 'lost', about: 'owner:me' });
    assert.ok(said.includes(words.meIs({ person: alex.name as never })), said);
    assert.ok(channel.reads(await channel.says('/subscriptions')).includes(`owner:${alex.aadObjectId}`));
  });

  it('gets the monthly report by one choice, on this card and on that of the fleet', async () => {
    const chat = w.world.chat(alex, 'alex');
    await chat.installs();
    const kinds = async () => inputsOf(chat.sees(await chat.says('/subscribe'))).kinds;
    assert.ok(!String(await kinds()).includes('report'));
    const fleet = await chat.says('/fleet');
    await chat.presses(fleet, 'fleet.sendReport');
    assert.ok(String(await kinds()).includes('report'));
    await chooses(chat, { kinds: 'lost' });
    assert.ok(!String(await kinds()).includes('report'));
    await chooses(chat, { kinds: 'lost,report' });
    assert.ok(chat.reads(await chat.says('/fleet')).length > 0);
    await w.chat.says('/subscribe');
    await chat.says('/unsubscribe');
    assert.ok(!String(await kinds()).includes('report'));
  });

  it('is chosen for by operators where others read it too', async () => {
    const channel = w.world.chat(people.megan, 'channel-1', 'channel');
    await channel.installs();
    const said = await chooses(channel, { kinds: 'lost' });
    assert.ok(!said.includes(words.saved), said);
  });

  it('doesn’t hear what it has turned off, but for what became of its own requests', async () => {
    const [chat, team] = [w.world.chat(alex, 'alex'), w.world.chat(people.megan, 'megan')];
    await chat.installs();
    await team.installs();
    await chooses(team, { kinds: 'lost' });
    const [before, teamBefore] = [chat.messages.length, team.messages.length];
    await approves(chat, 'contoso', tenantIds.contoso);
    const approved = headline('approved', await w.world.tenant(tenantIds.contoso), en);
    assert.ok(heard(chat, before).includes(approved));
    assert.ok(!heard(team, teamBefore).includes(approved));
    await loses(tenantIds.contoso);
    assert.ok(heard(team, teamBefore).some((summary) => summary.startsWith('⛔')));
  });

  onEachStore('that is the last one still hears what must be heard, and says so', async () => {
    await w.chat.uninstalls();
    const chat = w.world.chat(alex, 'alex');
    await chat.installs();
    assert.ok(chat.reads(await chat.says('/unsubscribe')).includes(words.lastPlace));
    assert.match(chat.reads(await chat.says('/subscriptions')), /🔒 When access was lost/);
    const before = chat.messages.length;
    const lost = headline('accessLost', await loses(tenantIds.margie), en);
    assert.ok(heard(chat, before).includes(lost));
    assert.ok(heard(chat, before).every((summary) => summary.startsWith('⛔')));
  });

  onEachStore(
    'hears at night what can’t wait, and in the morning the rest as one message, the worst first',
    async () => {
      const chat = w.world.chat(alex, 'alex');
      await chat.installs();
      await chooses(chat, { kinds: all, quiet: '09:00-20:00', zone: 'UTC' });
      const before = chat.messages.length;
      await approves(chat, 'contoso', tenantIds.contoso);
      await approvesWaiting();
      const asked = heard(chat, before).filter((summary) => summary.startsWith('✅'));
      assert.deepEqual(asked, []);
      const lost = headline('accessLost', await loses(tenantIds.margie), en);
      assert.ok(heard(chat, before).includes(lost));
      const atNight = chat.messages.length;
      await w.world.stopBot();
      await w.world.startBot();
      await waits(11);
      const morning = heard(chat, atNight);
      assert.equal(morning.length, 1, morning.join('\n'));
      assert.match(morning[0] ?? '', /^🌅 \d+ things/);
      assert.match(chat.reads(chat.last), /✅ Contoso/);
      await waits(1);
      assert.equal(heard(chat, atNight).length, 1);
    },
  );

  onEachStore('gets a digest of what’s open at its time, once, and none where nothing is open', async () => {
    const [chat, other] = [w.world.chat(alex, 'alex'), w.world.chat(people.megan, 'megan')];
    await chat.installs();
    await other.installs();
    await chooses(chat, { kinds: '', digest: 'daily', digestAt: '12:00', zone: 'UTC' });
    await chooses(other, { kinds: '', about: 'nosuchtenant', digest: 'daily', digestAt: '12:00', zone: 'UTC' });
    const [before, otherBefore] = [chat.messages.length, other.messages.length];
    await waits(24);
    assert.deepEqual(
      heard(chat, before).filter((summary) => summary === words.digest.title),
      [words.digest.title],
    );
    assert.ok(chat.reads(chat.last).includes(en.waiting.matters.issues), chat.reads(chat.last));
    const open = await chat.presses(chat.last, 'waiting.list');
    assert.ok(textOf(open).includes(en.waiting.title));
    await w.world.stopBot();
    await w.world.startBot();
    await waits(23);
    assert.equal(heard(chat, before).filter((summary) => summary === words.digest.title).length, 2);
    assert.ok(!heard(other, otherBefore).includes(words.digest.title));
  });
});

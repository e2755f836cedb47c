// Admins hear in Teams that the sign-in is lost, and Gatehouse goes on reading what it can.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { signInReasons } from '../../src/domain/problem.js';
import { signInWords } from '../../src/views/explain/sign-in-words.js';
import { dateInWords } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import { rangeOn } from '../support/card-reading.js';
import type { Chat } from '../support/fake-teams.js';
import { SignInBench } from '../support/sign-in-bench.js';
import { alarmTitle, signInLost } from '../support/wording.js';
import { people, World } from '../support/world.js';

const [admin, viewer] = [people.alex, people.megan];

describe('a client secret that is about to end', () => {
  let world: World;

  afterEach(() => world.end());

  it('is told to admins at the start, by what Entra says of it, and once', async () => {
    world = await World.start();
    const chat = world.chat(admin, 'of-admin');
    await chat.installs();
    world.sandbox.controls.setConsent({ graph: ['DelegatedAdminRelationship.ReadWrite.All', 'Application.Read.All'] });
    const endsAt = '2026-12-01T10:00:00Z';
    world.sandbox.controls.setSecretEnd(endsAt);
    const titles = [30, 7, 1, 0].map((withinDays) =>
      alarmTitle({ code: 'credentialEnds', kind: 'secret', withinDays, endsAt }),
    );
    const [title = ''] = titles;
    for (let starts = 0; starts < 2; starts += 1) {
      await world.stopBot();
      await world.startBot();
      await world.passes(5);
    }
    assert.deepEqual(
      chat.messages.map(({ summary }) => summary).filter((line) => titles.includes(line)),
      [title],
    );
    const alarm = chat.messages.find(({ summary }) => summary === title);
    assert.ok(alarm);
    for (const part of [dateInWords(endsAt, en), 'PARTNER_CLIENT_SECRET'])
      assert.ok(chat.reads(alarm).includes(part), part);
  });
});

describe('a sign-in that was withdrawn', () => {
  let world: World;
  let chats: { admin: Chat; viewer: Chat; team: Chat };

  beforeEach(async () => {
    world = await World.start({ ADMINS: admin.aadObjectId, VIEWERS: viewer.aadObjectId });
    chats = {
      admin: world.chat(admin, 'of-admin'),
      viewer: world.chat(viewer, 'of-viewer'),
      team: world.chat(admin, 'team', 'channel'),
    };
    for (const chat of Object.values(chats)) await chat.installs();
    await world.passes(20);
  });

  afterEach(() => world.end());

  /** The refresh token is worthless from now on, and the access tokens have run out. */
  const withdraws = async () => {
    world.sandbox.controls.revokeRefreshTokens();
    await world.passes(3700);
  };
  const [isLost, isBack] = [signInLost('signInExpired'), alarmTitle({ code: 'signInBack' })];
  const toldOf = (chat: Chat) =>
    chat.messages.map(({ summary }) => summary).filter((line) => line === isLost || line === isBack);
  const { cure } = signInWords('signInExpired', en);

  it('is told once, in plain words with the cure, to admins only', async () => {
    await withdraws();
    await world.passes(3 * 3600);
    assert.deepEqual(toldOf(chats.admin), [isLost]);
    assert.deepEqual([toldOf(chats.viewer), toldOf(chats.team)], [[], []]);
    const alarm = chats.admin.messages.find(({ summary }) => summary === isLost);
    assert.ok(alarm);
    for (const part of [signInWords('signInExpired', en).cause.replace(/\.$/, ''), 'npm run sign-in'])
      assert.ok(chats.admin.reads(alarm).includes(part), part);
  });

  it('is told as soon as it is noticed, and shows on the list though the application reads everything', async () => {
    world.sandbox.controls.setApplicationPermissions({ graph: ['DelegatedAdminRelationship.Read.All'] });
    world.sandbox.controls.revokeRefreshTokens();
    while (!world.log.some(({ event }) => event === 'signInFailed')) await world.passes(60);
    await world.passes(5);
    assert.equal(toldOf(chats.admin).length, 1);
    assert.ok(chats.admin.reads(await chats.admin.says('/tenants')).includes(cure));
  });

  it('shows on the list, which is answered all the same', async () => {
    await withdraws();
    const list = chats.admin.reads(await chats.admin.says('/tenants'));
    assert.deepEqual(rangeOn(chats.admin.last.card), [1, 10, 18]);
    assert.ok(list.includes(cure));
  });

  it('is over within seconds of a new one, and what could not be read is read, however quiet it is', async () => {
    await withdraws();
    assert.ok(chats.admin.reads(await chats.admin.says('/tenants')).includes(cure));
    const { refreshToken } = world.sandbox.credentials;
    const bench = SignInBench.beside(world.sandbox, join(world.folder, 'data'), world.clock);
    const { isKept } = await bench.signsIn({}, { application: bench.application({ refreshToken }) });
    assert.equal(isKept, true);
    await world.passes(60);
    assert.equal(toldOf(chats.admin).at(-1), isBack);
    assert.ok(!chats.admin.reads(await chats.admin.says('/tenants')).includes(cure));
  });

  it('is told to whoever hears of tenants while no admin has a chat of their own', async () => {
    await chats.admin.uninstalls();
    await withdraws();
    assert.deepEqual([toldOf(chats.viewer).length, toldOf(chats.team).length], [1, 1]);
  });

  it('is not told again by the next process', async () => {
    await withdraws();
    await world.stopBot();
    await world.startBot();
    await world.passes(3600);
    assert.equal(toldOf(chats.admin).filter((line) => line === isLost).length, 1);
  });
});

describe('a sign-in that Microsoft refuses', () => {
  let world: World;
  let chat: Chat;

  beforeEach(async () => {
    world = await World.start({ ADMINS: admin.aadObjectId });
    chat = world.chat(admin, 'of-admin');
    await chat.installs();
    await world.passes(20);
  });

  afterEach(() => world.end());

  const isBack = alarmTitle({ code: 'signInBack' });
  const everyTitle = [isBack, ...signInReasons.map(signInLost)];
  const titles = () => chat.messages.map(({ summary }) => summary).filter((line) => everyTitle.includes(line));
  const tokenRequests = () =>
    world.sandbox.controls.requests().filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;
  const refused = async (number: number) => {
    world.sandbox.controls.refuseSignIn(number);
    // The access tokens of before have run out by then.
    await world.passes(3700);
  };

  for (const [number, reason] of [
    [50057, 'accountDisabled'],
    [53003, 'accessBlocked'],
    [500011, 'serviceMissing'],
    [500014, 'serviceDisabled'],
    [7000222, 'credentialExpired'],
    [7000215, 'credentialRefused'],
    [90210, 'signInRefused'],
  ] as const) {
    it(`with AADSTS${number} raises the alarm with its reason, and works again within seconds of being put right`, async () => {
      await refused(number);
      assert.deepEqual(titles(), [signInLost(reason)]);
      const alarm = chat.messages.find(({ summary }) => summary === signInLost(reason));
      assert.ok(alarm);
      const { cause, cure } = signInWords(reason, en, `AADSTS${number}`);
      for (const part of [cause, cure]) assert.ok(chat.reads(alarm).includes(part), part);
      assert.ok(chat.reads(await chat.says('/tenants')).includes(`AADSTS${number}`));
      world.sandbox.controls.refuseSignIn();
      await world.passes(15);
      assert.equal(titles().at(-1), isBack);
      assert.ok(!chat.reads(await chat.says('/tenants')).includes(cause));
    });
  }

  it('is tried six times a minute for the person and no more, however long it lasts', async () => {
    await refused(50057);
    const before = tokenRequests();
    await world.passes(600);
    const count = tokenRequests() - before;
    assert.ok(count >= 50 && count <= 80, `${count} requests in ten minutes`);
  });

  it('by Graph’s continuous access evaluation is over by itself, and Enable asks instead of remembering', async () => {
    world.sandbox.controls.setBehaviour({ accessEvaluation: 'blocked' });
    await world.passes(900);
    assert.deepEqual(titles(), [signInLost('accessBlocked')]);
    assert.ok(!chat.reads(await chat.says('/status')).includes(signInWords('mfaRequired', en).cause));
    world.sandbox.controls.setBehaviour({ accessEvaluation: 'off' });
    await chat.enables(await chat.says('/tenants contoso'));
    await world.passes(60);
    assert.deepEqual(chat.statuses(await chat.says('/tenants contoso')), ['needsApproval']);
    assert.equal(titles().at(-1), isBack);
    assert.ok(!chat.reads(await chat.says('/tenants')).includes(signInWords('accessBlocked', en).cure));
  });
});

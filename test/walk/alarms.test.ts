// Admins hear in Teams that the sign-in is lost, and Gatehouse goes on reading what it can.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Chat } from '../support/fake-teams.js';
import { SignInBench } from '../support/sign-in-bench.js';
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
    world.sandbox.controls.setSecretEnd('2026-12-01T10:00:00Z');
    for (let starts = 0; starts < 2; starts += 1) {
      await world.stopBot();
      await world.startBot();
      await world.passes(5);
    }
    assert.deepEqual(
      chat.messages.map(({ summary }) => summary).filter((line) => /secret/.test(line)),
      ['⚠️ Gatehouse’s client secret expires within 30 days'],
    );
    const alarm = chat.messages.find(({ summary }) => /secret/.test(summary));
    assert.ok(alarm);
    assert.match(chat.reads(alarm), /ends on 1 December 2026.*PARTNER_CLIENT_SECRET/s);
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
  const toldOf = (chat: Chat) => chat.messages.map(({ summary }) => summary).filter((line) => /signed in/.test(line));

  it('is told once, in plain words with the cure, to admins only', async () => {
    await withdraws();
    await world.passes(3 * 3600);
    assert.deepEqual(toldOf(chats.admin), ['❌ Gatehouse is not signed in to Microsoft']);
    assert.deepEqual([toldOf(chats.viewer), toldOf(chats.team)], [[], []]);
    const alarm = chats.admin.messages.find(({ summary }) => /not signed in/.test(summary));
    assert.ok(alarm);
    assert.match(chats.admin.reads(alarm), /has expired, was withdrawn.*npm run sign-in/s);
  });

  it('is told as soon as it is noticed, and shows on the list though the application reads everything', async () => {
    world.sandbox.controls.setApplicationPermissions({ graph: ['DelegatedAdminRelationship.Read.All'] });
    world.sandbox.controls.revokeRefreshTokens();
    while (!world.log.some(({ event }) => event === 'signInFailed')) await world.passes(60);
    await world.passes(5);
    assert.equal(toldOf(chats.admin).length, 1);
    assert.match(chats.admin.reads(await chats.admin.says('/tenants')), /npm run sign-in/);
  });

  it('shows on the list, which is answered all the same', async () => {
    await withdraws();
    const list = chats.admin.reads(await chats.admin.says('/tenants'));
    assert.match(list, /1–10 of 17 tenants/);
    assert.match(list, /npm run sign-in/);
  });

  it('is over within seconds of a new one, and what could not be read is read, however quiet it is', async () => {
    await withdraws();
    assert.match(chats.admin.reads(await chats.admin.says('/tenants')), /npm run sign-in/);
    const { refreshToken } = world.sandbox.credentials;
    const bench = SignInBench.beside(world.sandbox, join(world.folder, 'data'), world.clock);
    const { isKept } = await bench.signsIn({}, { application: bench.application({ refreshToken }) });
    assert.equal(isKept, true);
    await world.passes(60);
    assert.equal(toldOf(chats.admin).at(-1), '✅ Gatehouse is signed in to Microsoft again');
    assert.doesNotMatch(chats.admin.reads(await chats.admin.says('/tenants')), /npm run sign-in/);
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
    assert.equal(toldOf(chats.admin).filter((line) => /not signed in/.test(line)).length, 1);
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

  const titles = () => chat.messages.map(({ summary }) => summary).filter((line) => /sign(ed)? in/.test(line));
  const tokenRequests = () =>
    world.sandbox.controls.requests().filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;
  const refused = async (number: number) => {
    world.sandbox.controls.refuseSignIn(number);
    // The access tokens of before have run out by then.
    await world.passes(3700);
  };

  const codes: readonly (readonly [number, string, RegExp])[] = [
    [50057, 'its account is disabled', /Entra administrator to enable it/],
    [53003, 'a policy or its location blocks it', /Conditional Access/],
    [500011, 'your tenant lacks a Microsoft service', /consent to the permissions/],
    [500014, 'a Microsoft service is disabled', /Enterprise applications/],
    [7000222, 'its client secret has expired', /makes a new one in Entra/],
    [7000215, 'its secret or certificate isn’t accepted', /compares the settings with Entra/],
    [90210, 'Microsoft refuses it', /AADSTS90210/],
  ];
  for (const [number, why, cure] of codes) {
    it(`with AADSTS${number} raises the alarm with its reason, and works again within seconds of being put right`, async () => {
      await refused(number);
      assert.deepEqual(titles(), [`❌ Gatehouse can’t sign in: ${why}`]);
      const alarm = chat.messages.find(({ summary }) => /can’t sign in/.test(summary));
      assert.ok(alarm);
      assert.match(chat.reads(alarm), cure);
      assert.doesNotMatch(chat.reads(alarm), /multifactor/);
      assert.match(chat.reads(await chat.says('/tenants')), new RegExp(`AADSTS${number}`));
      world.sandbox.controls.refuseSignIn();
      await world.passes(15);
      assert.equal(titles().at(-1), '✅ Gatehouse is signed in to Microsoft again');
      assert.doesNotMatch(chat.reads(await chat.says('/tenants')), /AADSTS|could not be read/);
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
    assert.deepEqual(titles(), ['❌ Gatehouse can’t sign in: a policy or its location blocks it']);
    assert.doesNotMatch(chat.reads(await chat.says('/status')), /multifactor authentication[^,]*Microsoft demands/);
    world.sandbox.controls.setBehaviour({ accessEvaluation: 'off' });
    await chat.presses(await chat.says('/tenants contoso'), 'Enable');
    await world.passes(60);
    assert.match(chat.reads(await chat.says('/tenants contoso')), /Needs approval/);
    assert.equal(titles().at(-1), '✅ Gatehouse is signed in to Microsoft again');
    assert.doesNotMatch(chat.reads(await chat.says('/tenants')), /can change nothing/);
  });
});

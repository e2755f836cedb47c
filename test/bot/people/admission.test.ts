// Who may speak to the bot at all.

import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { admitMembersOf, type Member } from '../../../src/bot/people/admission.js';
import type { Log } from '../../../src/runtime/log.js';
import { ManualClock } from '../../support/manual-clock.js';

const ours = 'aaaaaaaa-0000-4000-8000-000000000001';
const theirs = 'aaaaaaaa-0000-4000-8000-000000000002';
const logged: string[] = [];
const quiet: Log = {
  info: () => undefined,
  warn: (event: string, fields: Readonly<Record<string, unknown>>) => void logged.push(`${event} ${fields.userRole}`),
  error: () => undefined,
};

describe('a bot with an identity', () => {
  let clock: ManualClock;
  let asked: number;

  const admits = (answer: () => Member = () => ({ tenantId: ours, userRole: 'user' })) =>
    admitMembersOf(
      [ours],
      async () => {
        asked += 1;
        return answer();
      },
      clock,
      quiet,
    );
  const aTurn = (changes: Record<string, unknown> = {}) =>
    ({
      activity: {
        type: 'message',
        channelId: 'msteams',
        conversation: { id: 'chat', tenantId: ours },
        channelData: { tenant: { id: ours } },
        from: { id: '29:alex', aadObjectId: 'alex' },
        ...changes,
      },
    }) as unknown as TurnContext;

  beforeEach(() => {
    clock = new ManualClock();
    asked = 0;
    logged.length = 0;
  });

  it('lets in members of the partner’s own tenant', async () => {
    assert.equal(await admits()(aTurn()), undefined);
    assert.equal(await admits()(aTurn({ type: 'invoke', channelData: undefined })), undefined);
    assert.equal(await admits()(aTurn({ conversation: { id: 'chat', tenantId: ours.toUpperCase() } })), undefined);
  });

  for (const [who, refused, changes] of [
    ['comes through another channel than Teams', 'channel', { channelId: 'webchat' }],
    ['comes from another tenant', 'tenant', { conversation: { id: 'chat', tenantId: theirs } }],
    ['says one tenant here and another there', 'tenant', { channelData: { tenant: { id: theirs } } }],
    ['says no tenant at all', 'tenant', { conversation: { id: 'chat' }, channelData: {} }],
    ['has no object id', 'noObjectId', { from: { id: '29:alex' } }],
    ['is nobody', 'noObjectId', { from: undefined }],
  ] as const) {
    it(`refuses, without asking Teams, whoever ${who}`, async () => {
      assert.equal(await admits()(aTurn(changes)), refused);
      assert.equal(asked, 0);
    });
  }

  it('refuses guests, anonymous visitors, and members of a shared channel from another tenant', async () => {
    assert.equal(await admits(() => ({ tenantId: ours, userRole: 'guest' }))(aTurn()), 'guest');
    assert.equal(await admits(() => ({ tenantId: ours, userRole: 'anonymous' }))(aTurn()), 'guest');
    assert.equal(await admits(() => ({ tenantId: theirs, userRole: 'user' }))(aTurn()), 'tenant');
    assert.equal(await admits(() => ({}))(aTurn()), 'tenant');
  });

  for (const userRole of ['user', 'owner', 'member', 'User', 'OWNER', ' user ', '', undefined]) {
    it(`lets in a member whose role Teams calls ${JSON.stringify(userRole)}`, async () => {
      assert.equal(await admits(() => ({ tenantId: ours, userRole }))(aTurn()), undefined);
    });
  }

  it('refuses a guest by their name, whatever their role is called', async () => {
    const userPrincipalName = 'kim_fabrikam.com#ext#@northbridge.example';
    for (const userRole of ['user', 'owner', undefined])
      assert.equal(await admits(() => ({ tenantId: ours, userRole, userPrincipalName }))(aTurn()), 'guest');
    assert.equal(await admits(() => ({ tenantId: ours, userRole: 'Guest' }))(aTurn()), 'guest');
  });

  it('lets nobody in by a role that it does not know, writes it down, and asks again the next time', async () => {
    const admit = admits(() => ({ tenantId: ours, userRole: 'Visitor' }));
    assert.equal(await admit(aTurn()), 'notChecked');
    assert.deepEqual(logged, ['memberRoleNotKnown visitor']);
    await admit(aTurn());
    assert.equal(asked, 2);
  });

  it('asks Teams about whoever has edited a message, as about whoever has written one', async () => {
    const admit = admits(() => ({ tenantId: ours, userRole: 'guest' }));
    assert.equal(await admit(aTurn({ type: 'messageUpdate' })), 'guest');
  });

  it('says after 2.5 seconds that it could not be checked, and knows it once Teams has told', async () => {
    const held: { tell?: (member: Member) => void } = {};
    const ask = () => {
      asked += 1;
      return new Promise<Member>((resolve) => {
        held.tell = resolve;
      });
    };
    const admit = admitMembersOf([ours], ask, clock, quiet);
    const start = clock.elapsedMs();
    const both = Promise.all([admit(aTurn()), admit(aTurn())]);
    await clock.passes(2.5);
    assert.deepEqual(await both, ['notChecked', 'notChecked']);
    assert.equal(clock.elapsedMs() - start, 2500);
    // Twenty seconds later the list of members arrives.
    await clock.passes(17.5);
    held.tell?.({ tenantId: ours, userRole: 'user' });
    await clock.passes(0);
    assert.equal(await admit(aTurn()), undefined);
    assert.equal(asked, 1);
  });

  it('asks anew after a minute when an answer never comes', async () => {
    const ask = () => {
      asked += 1;
      return asked === 1 ? new Promise<never>(() => undefined) : Promise.resolve({ tenantId: ours });
    };
    const admit = admitMembersOf([ours], ask, clock, quiet);
    const first = admit(aTurn());
    await clock.passes(2.5);
    assert.equal(await first, 'notChecked');
    await clock.passes(60);
    assert.equal(await admit(aTurn()), undefined);
  });

  it('goes by what has passed and not by the wall clock, which may be set back', async () => {
    const admit = admits();
    await admit(aTurn());
    clock.steps(-40 * 86_400);
    await clock.passes(601);
    await admit(aTurn());
    clock.steps(80 * 86_400);
    await admit(aTurn());
    assert.equal(asked, 2);
  });

  it('refuses everybody of whom Teams does not tell, and asks again the next time', async () => {
    let isDown = true;
    const admit = admits(() => {
      if (isDown) throw new Error('no answer');
      return { tenantId: ours, userRole: 'user' };
    });
    assert.equal(await admit(aTurn()), 'notChecked');
    isDown = false;
    assert.equal(await admit(aTurn()), undefined);
  });

  it('asks Teams once in ten minutes for each person and conversation', async () => {
    const admit = admits();
    await admit(aTurn());
    await admit(aTurn());
    assert.equal(asked, 1);
    await admit(aTurn({ conversation: { id: 'another chat', tenantId: ours } }));
    await admit(aTurn({ from: { id: '29:megan', aadObjectId: 'megan' } }));
    assert.equal(asked, 3);
    clock.next(clock.milliseconds + 600_000);
    await admit(aTurn());
    assert.equal(asked, 4);
  });

  it('does not ask about whoever adds or removes it', async () => {
    assert.equal(await admits()(aTurn({ type: 'installationUpdate', from: undefined })), undefined);
    assert.equal(asked, 0);
  });
});

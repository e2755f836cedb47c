// What's known of a sign-in that fails, and when another one takes its place.
import assert from 'node:assert/strict';
import { AccessDenied } from '../../../src/domain/errors.js';
import { SignInState } from '../../../src/microsoft/sign-in/sign-in-state.js';
import { now } from '../../support/builders.js';
import { ManualClock } from '../../support/manual-clock.js';

describe('a sign-in that another one has taken the place of', () => {
  it('says nothing of what the new one may do', () => {
    const state = new SignInState({ kind: 'secret' }, new ManualClock());
    const account = { id: 'a', userName: 'gatehouse@contoso.example', name: 'Gatehouse' };
    state.renewed('graph', { account, hasMfa: true, scopes: ['GroupMember.Read.All'], at: now });
    state.begins({ ...account, id: 'b' }, now);
    const { scopes, hasMfa } = state.now();
    assert.deepEqual({ scopes, hasMfa }, { scopes: {}, hasMfa: undefined });
  });
});

describe('a sign-in that fails for both services', () => {
  const later = '2026-11-22T11:00:00.000Z';
  const expired = new AccessDenied('expired', { reason: 'signInExpired' });
  const noRights = new AccessDenied('no rights', { reason: 'noRights' });

  it('tells since when, and why, by the failure that came first, whichever was heard of first', () => {
    const inOrder = new SignInState({ kind: 'secret' }, new ManualClock());
    inOrder.fails('graph', expired, 'signIn', now);
    inOrder.fails('partnerCenter', noRights, 'signIn', later);
    const reversed = new SignInState({ kind: 'secret' }, new ManualClock());
    reversed.fails('partnerCenter', noRights, 'signIn', later);
    reversed.fails('graph', expired, 'signIn', now);
    for (const state of [inOrder, reversed]) {
      assert.deepEqual(state.now().failing, { problem: { reason: 'signInExpired' }, since: now });
    }
  });

  it('fails since it began to, however often it has been tried since', () => {
    const state = new SignInState({ kind: 'secret' }, new ManualClock());
    state.fails('graph', expired, 'signIn', now);
    state.fails('graph', expired, 'signIn', later);
    assert.equal(state.now().failing?.since, now);
  });
});

// What is known of a sign-in when another one takes its place?
import assert from 'node:assert/strict';
import { SignInState } from '../../src/microsoft/sign-in-state.js';
import { now } from '../support/builders.js';

describe('a sign-in that another one has taken the place of', () => {
  it('says nothing of what the new one may do', () => {
    const state = new SignInState({ kind: 'secret' });
    const account = { id: 'a', userName: 'gatehouse@contoso.example', name: 'Gatehouse' };
    state.renewed('graph', { account, hasMfa: true, scopes: ['GroupMember.Read.All'], at: now });
    state.begins({ ...account, id: 'b' }, now);
    const { scopes, hasMfa } = state.now();
    assert.deepEqual({ scopes, hasMfa }, { scopes: {}, hasMfa: undefined });
  });
});

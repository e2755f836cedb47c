// What does a call to Microsoft leave in the log?
import assert from 'node:assert/strict';
import { AccessDenied } from '../../src/domain/errors.js';
import { Wire } from '../../src/microsoft/wire.js';
import { ManualClock } from '../support/manual-clock.js';

describe('a call that fails', () => {
  const ignore = () => undefined;
  const loggedFor = async (error: Error) => {
    const lines: string[] = [];
    const log = { info: ignore, warn: (event: string) => void lines.push(event), error: ignore };
    const token = () => Promise.reject(error);
    const caller = { token, drop: ignore, accepted: ignore, rejected: ignore };
    const send = () => assert.fail('it was sent');
    const wire = new Wire({ name: 'graph', send, person: caller, application: caller }, new ManualClock(), log);
    // A write, which is neither repeated nor tried by the application.
    await assert.rejects(wire.call({ method: 'POST', path: '/a', template: '/a' }));
    return lines;
  };

  it('because nobody is signed in leaves that to the sign-in to tell, which does so once', async () => {
    for (const reason of ['signInExpired', 'mfaRequired', 'noRights'] as const) {
      assert.deepEqual(await loggedFor(new AccessDenied('nobody', 'Sign in.', { reason })), []);
    }
  });

  it('for any other reason is logged', async () => {
    assert.deepEqual(await loggedFor(new Error('no answer')), ['microsoft']);
    const denied = new AccessDenied('no rights', 'Get some.', { reason: 'noRights', service: 'graph' });
    assert.deepEqual(await loggedFor(denied), ['microsoft']);
  });
});

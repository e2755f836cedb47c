// What a call to Microsoft leaves in the log.
import assert from 'node:assert/strict';
import { AccessDenied, MicrosoftError } from '../../../src/domain/errors.js';
import { aClient } from '../../support/a-client.js';
import { ManualClock } from '../../support/manual-clock.js';

describe('a call that fails', () => {
  const ignore = () => undefined;
  const loggedFor = async (error: Error) => {
    const lines: string[] = [];
    const log = { info: ignore, warn: (event: string) => void lines.push(event), error: ignore };
    const token = () => Promise.reject(error);
    const caller = { token, drop: ignore, accepted: ignore, rejected: ignore };
    const send = () => assert.fail('it was sent');
    const http = aClient({ send, caller, clock: new ManualClock(), log });
    // A write, which is neither repeated nor tried by the application.
    await assert.rejects(http.call({ method: 'POST', path: '/a', template: '/a' }));
    return lines;
  };

  it('because nobody is signed in leaves that to the sign-in to tell, which does so once', async () => {
    for (const reason of ['signInExpired', 'mfaRequired', 'noRights'] as const) {
      assert.deepEqual(await loggedFor(new AccessDenied('nobody', { reason })), []);
    }
  });

  it('for any other reason is logged', async () => {
    assert.deepEqual(await loggedFor(new Error('no answer')), ['microsoft']);
    const denied = new AccessDenied('no rights', { reason: 'noRights', service: 'graph' });
    assert.deepEqual(await loggedFor(denied), ['microsoft']);
  });
});

describe('a call that Microsoft refuses', () => {
  const answered = async (status: number, body: object) => {
    const lines: Readonly<Record<string, unknown>>[] = [];
    const log = {
      info: (_: string, fields: Readonly<Record<string, unknown>> = {}) => void lines.push(fields),
      warn: () => undefined,
      error: () => undefined,
    };
    const caller = {
      token: async () => 'token',
      drop: () => undefined,
      accepted: () => undefined,
      rejected: () => undefined,
    };
    const send = async () => Response.json(body, { status, headers: { 'request-id': 'id-1' } });
    const http = aClient({ send, caller, clock: new ManualClock(), log });
    const error = await http.call({ method: 'POST', path: '/a', template: '/a' }).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof MicrosoftError);
    return { line: lines[0], problem: error.problem };
  };

  for (const [status, body, answer] of [
    [400, { code: '3000', description: 'no' }, '400 3000'],
    [409, { error: { code: 'conflict' } }, '409 conflict'],
    [429, { error: { code: 'TooManyRequests' } }, '429 TooManyRequests'],
    [500, { error: { code: 'unexpectedError' } }, '500 unexpectedError'],
    [502, {}, '502'],
    [418, { error: { code: 'teapot' } }, '418 teapot'],
  ] as const) {
    it(`is told and logged with its answer and request id: ${answer}`, async () => {
      const { line, problem } = await answered(status, body);
      assert.equal(problem.answer, answer);
      assert.equal(problem.requestId, 'id-1');
      assert.equal(`${line?.status} ${line?.code ?? ''}`.trimEnd(), answer);
    });
  }
});

describe('a read that Microsoft does not answer', () => {
  it('is given up after ten seconds and made three times, after half a second to three quarters, then twice that', async () => {
    const clock = new ManualClock();
    const start = clock.elapsedMs();
    const ignore = () => undefined;
    const caller = { token: async () => 'token', drop: ignore, accepted: ignore, rejected: ignore };
    const times: string[] = [];
    const seconds = () => (clock.elapsedMs() - start) / 1000;
    const send = (_request: unknown, _token: string, signal: AbortSignal) => {
      times.push(`sent ${seconds()}`);
      return new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          times.push(`aborted ${seconds()}`);
          reject(signal.reason);
        });
      });
    };
    const { random } = Math;
    Math.random = () => 0;
    try {
      const log = { info: ignore, warn: ignore, error: ignore };
      const http = aClient({ send, caller, clock, log });
      const failed = assert.rejects(http.call({ method: 'GET', path: '/a', template: '/a', isRead: true }));
      await clock.passes(60);
      await failed;
    } finally {
      Math.random = random;
    }
    assert.deepEqual(times, ['sent 0', 'aborted 10', 'sent 10.5', 'aborted 20.5', 'sent 21.5', 'aborted 31.5']);
  });
});

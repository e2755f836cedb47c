// The end of a secret is known where it can be, and Entra is asked no more often than needed.
import assert from 'node:assert/strict';
import { AccessDenied } from '../../../src/domain/errors.js';
import { endOfOurs, type ListedCredential } from '../../../src/domain/health/credential-expiry.js';
import { type CredentialDeps, CredentialExpiry } from '../../../src/operations/health/credential-expiry.js';
import { denied, down } from '../../support/fake-microsoft.js';
import { ManualClock } from '../../support/manual-clock.js';
import { noLog } from '../../support/test-dependencies.js';

const endsAt = '2026-12-01T10:00:00.000Z';
const later = '2027-12-01T10:00:00.000Z';

const reading = ({ isSecret = true, expiresAt }: { isSecret?: boolean; expiresAt?: string } = {}) => {
  const clock = new ManualClock();
  const asked: string[] = [];
  const entra: { listed: readonly ListedCredential[]; failing: Error | undefined } = {
    listed: [{ hint: 'abc', endsAt }],
    failing: undefined,
  };
  const calls = {
    credentialsOf: async (appId: string) => {
      asked.push(appId);
      if (entra.failing) throw entra.failing;
      return entra.listed;
    },
  } as unknown as CredentialDeps['calls'];
  const signIn = () => ({ credential: { kind: 'secret', expiresAt }, scopes: {} }) as const;
  const expiry = new CredentialExpiry({
    clock,
    log: noLog,
    calls,
    tokens: { signIn },
    app: { appId: 'app', hint: isSecret ? 'abc' : undefined },
    bot: { appId: 'bot', hint: 'xyz' },
  });
  return { clock, asked, entra, read: () => expiry.read() };
};

describe('the end of a secret', () => {
  it('is read once a day for app and bot', async () => {
    const { read, asked, clock } = reading();
    assert.deepEqual(await read(), { app: endsAt, bot: undefined });
    await clock.passes(86_399);
    await read();
    assert.deepEqual(asked, ['app', 'bot']);
    await clock.passes(1);
    await read();
    assert.deepEqual(asked, ['app', 'bot', 'app', 'bot']);
  });

  it('is asked for again soon when Entra did not answer, and stays what it was', async () => {
    const { read, asked, clock, entra } = reading();
    await read();
    await clock.passes(86_400);
    entra.failing = down;
    assert.equal((await read()).app, endsAt);
    assert.equal((await read()).app, endsAt);
    assert.equal(asked.length, 6);
  });

  it('stays what it was for whoever may not read it any more', async () => {
    const { read, clock, entra } = reading();
    await read();
    await clock.passes(86_400);
    entra.failing = denied;
    await read();
    assert.equal((await read()).app, endsAt);
  });

  it('is asked for again as soon as somebody is signed in', async () => {
    const { read, entra } = reading();
    entra.failing = new AccessDenied('nobody', { reason: 'signInExpired' });
    assert.equal((await read()).app, undefined);
    entra.failing = undefined;
    assert.equal((await read()).app, endsAt);
  });

  it('is not asked for again for a day by whoever may not read it', async () => {
    const { read, asked, entra } = reading();
    entra.failing = denied;
    await read();
    assert.deepEqual(await read(), { app: undefined, bot: undefined });
    assert.deepEqual(asked, ['app', 'bot']);
  });

  it('is not asked for where nothing ends, or where a certificate says it itself', async () => {
    const none = reading({ isSecret: false });
    assert.equal((await none.read()).app, undefined);
    assert.deepEqual(none.asked, ['bot']);
    const own = reading({ expiresAt: later });
    assert.equal((await own.read()).app, later);
    assert.deepEqual(own.asked, ['bot']);
  });
});

describe('the credential that is ours', () => {
  it('is told by how it begins; of two that begin alike the later one counts', () => {
    const listed = [{ hint: 'abc', endsAt }, { hint: 'abc', endsAt: later }, { hint: 'xyz' }];
    assert.equal(endOfOurs('abc', listed), later);
    assert.equal(endOfOurs('xyz', listed), undefined);
    assert.equal(endOfOurs('new', listed), undefined);
  });
});

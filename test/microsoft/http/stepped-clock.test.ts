// Waits and lifetimes at Microsoft's border last as long as they should when the wall clock is set.
import assert from 'node:assert/strict';
import { readCertificate } from '../../../src/config/pem-files.js';
import { AccessDenied, Throttled } from '../../../src/domain/errors.js';
import { CertificateFiles } from '../../../src/microsoft/events/certificate-files.js';
import { errorFrom } from '../../../src/microsoft/http/errors.js';
import { gathered } from '../../../src/microsoft/http/pages.js';
import { AccessTokenCache } from '../../../src/microsoft/sign-in/access-token-cache.js';
import { SignInState } from '../../../src/microsoft/sign-in/sign-in-state.js';
import { aCertificate } from '../../support/a-certificate.js';
import { aClient } from '../../support/a-client.js';
import { now } from '../../support/builders.js';
import { ManualClock } from '../../support/manual-clock.js';
import { ScriptedMicrosoft } from '../../support/scripted-microsoft.js';
import { SignInBench } from '../../support/sign-in-bench.js';
import { steps } from '../../support/steps.js';

for (const [step, seconds] of steps) {
  describe(`at Microsoft’s border, the wall clock steps by ${step}`, () => {
    let clock: ManualClock;
    beforeEach(() => {
      clock = new ManualClock();
    });

    /** Reads of a service that is asked too much at first, and by how many seconds of waiting each came. */
    const busyFor = (seconds: number) => {
      const start = clock.elapsedMs();
      const asked: number[] = [];
      const send = async () => {
        asked.push((clock.elapsedMs() - start) / 1000);
        const headers = { 'retry-after': String(seconds) };
        return Response.json({}, asked.length === 1 ? { status: 429, headers } : {});
      };
      const client = aClient({ send, clock });
      return { asked, read: () => client.call({ method: 'GET', path: '/a', template: '/a', isRead: true }) };
    };

    it('and a service that asked for four seconds is left alone for four', async () => {
      const { asked, read } = busyFor(4);
      const reading = read();
      await clock.passes(0);
      clock.steps(seconds);
      await clock.passes(3.9);
      assert.deepEqual(asked, [0]);
      await clock.passes(0.2);
      await reading;
      assert.deepEqual(asked, [0, 4]);
    });

    it('and nobody is kept waiting longer than the service asked for', async () => {
      const { asked, read } = busyFor(60);
      const isThrottled = (error: unknown) => error instanceof Throttled && error.retryAfterSeconds === 60;
      await assert.rejects(read(), isThrottled);
      clock.steps(seconds);
      await assert.rejects(read(), isThrottled);
      await clock.passes(60);
      await read();
      assert.deepEqual(asked, [0, 60]);
    });

    it('and an access token is handed out until five minutes before its end', async () => {
      const tokens = new AccessTokenCache(clock);
      tokens.hold('scope', { accessToken: 'a token', expiresOn: new Date(Date.now() + 3_600_000) });
      clock.steps(seconds);
      await clock.passes(3290);
      assert.equal(tokens.get('scope'), 'a token');
      await clock.passes(15);
      assert.equal(tokens.get('scope'), undefined);
    });

    it('and a sign-in that was refused is tried again after a minute', async () => {
      const state = new SignInState({ kind: 'secret' }, clock);
      state.fails('graph', new AccessDenied('expired', { reason: 'signInExpired' }), 'signIn', clock.now());
      clock.steps(seconds);
      await clock.passes(59);
      assert.ok(state.recentFailure('graph'));
      await clock.passes(1);
      assert.equal(state.recentFailure('graph'), undefined);
    });

    it('and a signer’s certificate is kept for an hour', async () => {
      const server = await ScriptedMicrosoft.start();
      try {
        server.answers('/a.cer', { body: 'bytes' });
        const files = new CertificateFiles(clock);
        const get = () => files.get(`${server.url}/a.cer`);
        await get();
        clock.steps(seconds);
        await clock.passes(3599);
        await get();
        assert.equal(server.asked.length, 1);
        await clock.passes(1);
        await get();
        assert.equal(server.asked.length, 2);
      } finally {
        await server.stop();
      }
    });
  });
}

describe('a token whose end MSAL counted while the clock was stepped', () => {
  it('is not believed to last longer than any token of Entra’s', async () => {
    const clock = new ManualClock(now);
    const tokens = new AccessTokenCache(clock);
    tokens.hold('scope', { accessToken: 'a token', expiresOn: new Date(Date.now() + 40 * 86_400_000) });
    await clock.passes(28 * 3600);
    assert.equal(tokens.get('scope'), undefined);
  });
});

describe('a service that names a moment at which it may be asked again', () => {
  const retryAfter = (headers: Record<string, string>) => {
    const error = errorFrom({
      service: 'graph',
      request: { method: 'GET', path: '/a', template: '/a' },
      status: 429,
      headers: new Headers(headers),
      body: undefined,
      requestId: undefined,
    });
    return error instanceof Throttled ? error.retryAfterSeconds : undefined;
  };

  it('is understood by its own clock, however wrong ours is', () => {
    const headers = { date: 'Sun, 22 Nov 2020 10:00:00 GMT', 'retry-after': 'Sun, 22 Nov 2020 10:00:30 GMT' };
    assert.equal(retryAfter(headers), 30);
  });

  it('is taken for one that names none when it does not say what time it is there', () => {
    assert.equal(retryAfter({ 'retry-after': 'Sun, 22 Nov 2099 10:00:00 GMT' }), 0);
  });
});

describe('a certificate with which Gatehouse proves that it is itself', () => {
  it('signs in as soon as a clock that was an hour ahead is set right', async () => {
    const RealDate = globalThis.Date;
    const bench = await SignInBench.open(new Date().toISOString());
    try {
      const own = aCertificate();
      bench.sandbox.controls.addCertificate(own.certificate);
      const { refreshToken } = bench.sandbox.credentials;
      const credential = readCertificate(own.key + own.certificate, 'app.pem');
      const { microsoft } = await bench.bot({ credential, refreshToken });
      // By this clock MSAL dates its assertions.
      globalThis.Date = class extends RealDate {
        constructor(...given: [] | ConstructorParameters<typeof Date>) {
          super(...((given.length === 0 ? [RealDate.now() + 3_600_000] : given) as [number]));
        }
        static override now = () => RealDate.now() + 3_600_000;
      } as DateConstructor;
      await assert.rejects(gathered(microsoft.customers.list()), (error) => error instanceof AccessDenied);
      globalThis.Date = RealDate;
      await bench.clock.passes(60);
      assert.equal((await gathered(microsoft.customers.list())).length, 17);
    } finally {
      globalThis.Date = RealDate;
      await bench.close();
    }
  });
});

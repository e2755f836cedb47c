// Whatever keeps Gatehouse from signing in is told for what it is, and over as soon as it is put right.
import assert from 'node:assert/strict';
import { AccessDenied, type MicrosoftError } from '../../../src/domain/errors.js';
import type { Problem } from '../../../src/domain/problem.js';
import { gathered } from '../../../src/microsoft/http/pages.js';
import type { Tokens } from '../../../src/microsoft/sign-in/tokens.js';
import type { Microsoft } from '../../../src/operations/ports/microsoft.js';
import { SignInBench } from '../../support/sign-in-bench.js';
import { tenantIds } from '../../support/world.js';

describe('a sign-in that Microsoft refuses', () => {
  let bench: SignInBench;
  let microsoft: Microsoft;
  let tokens: Tokens;

  beforeEach(async () => {
    bench = await SignInBench.open();
    ({ microsoft, tokens } = await bench.bot({ refreshToken: bench.sandbox.credentials.refreshToken }));
  });
  afterEach(() => bench.close());

  const failure = async (work: Promise<unknown>): Promise<MicrosoftError> => {
    const error = await work.then(
      () => assert.fail('it worked'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof AccessDenied, String(error));
    return error;
  };
  const failing = () => tokens.signIn().failing?.problem;
  const signIns = () =>
    bench.sandbox.controls.requests().filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;
  const callsOfThePerson = (path: RegExp) =>
    bench.sandbox.controls
      .requests()
      .filter((each) => path.test(each.path) && each.headers.authorization?.includes('(app+user,')).length;

  const codes: readonly (readonly [number, Problem['reason']])[] = [
    [53003, 'accessBlocked'],
    [50057, 'accountDisabled'],
    [50053, 'accountLocked'],
    [50105, 'accountNotAssigned'],
    [7000112, 'appDisabled'],
    [500011, 'serviceMissing'],
    [500014, 'serviceDisabled'],
    [7000222, 'credentialExpired'],
    [7000215, 'credentialRefused'],
    [50076, 'mfaRequired'],
    [700082, 'signInExpired'],
    [90210, 'signInRefused'],
  ];
  for (const [number, reason] of codes) {
    it(`with AADSTS${number} is told as ${reason}, with its number, and works again by itself`, async () => {
      bench.sandbox.controls.refuseSignIn(number);
      const error = await failure(microsoft.purchases.reservations(tenantIds.margie));
      assert.equal(error.problem.reason, reason);
      assert.equal(error.problem.answer, `AADSTS${number}`);
      assert.deepEqual(failing(), error.problem);
      bench.sandbox.controls.refuseSignIn();
      bench.clock.passes(reason === 'mfaRequired' || reason === 'signInExpired' ? 60 : 5);
      assert.equal((await microsoft.purchases.reservations(tenantIds.margie)).length, 2);
      assert.equal(failing(), undefined);
    });
  }

  it('for what Entra itself calls a fault of its own is nobody’s to put right, and told with its number', async () => {
    bench.sandbox.controls.refuseSignIn(90033);
    await assert.rejects(microsoft.purchases.reservations(tenantIds.margie), {
      code: 'cloudUnavailable',
      problem: { reason: 'unreachable', answer: 'AADSTS90033' },
    });
    assert.equal(failing(), undefined);
  });

  it('is asked for no oftener than every five seconds, however many ask', async () => {
    bench.sandbox.controls.refuseSignIn(50057);
    for (let times = 0; times < 20; times += 1) await failure(microsoft.purchases.reservations(tenantIds.margie));
    assert.equal(signIns(), 1);
    bench.clock.passes(5);
    for (let times = 0; times < 20; times += 1) await failure(microsoft.purchases.reservations(tenantIds.margie));
    assert.equal(signIns(), 2);
  });

  describe('by Graph’s claims challenge', () => {
    it('is answered with a token that has the claims, and once, and nobody notices', async () => {
      await gathered(microsoft.relationships.list());
      bench.sandbox.controls.setBehaviour({ accessEvaluation: 'challenged' });
      assert.equal((await gathered(microsoft.relationships.list())).length, 14);
      assert.equal(signIns(), 2);
      assert.equal(failing(), undefined);
      await gathered(microsoft.relationships.list());
      assert.equal(signIns(), 2);
    });

    it('that no token satisfies is a policy’s or a place’s, not a sign-in without a second factor', async () => {
      bench.sandbox.controls.setBehaviour({ accessEvaluation: 'blocked' });
      const { problem } = await failure(gathered(microsoft.relationships.list()));
      assert.equal(problem.reason, 'accessBlocked');
      assert.equal(problem.answer, '401 insufficient_claims LocationConditionEvaluationSatisfied');
      assert.equal(problem.service, 'graph');
      assert.equal(callsOfThePerson(/delegatedAdminRelationships/), 2);
    });

    it('is over with the first call that works, however often it was tried meanwhile', async () => {
      bench.sandbox.controls.setBehaviour({ accessEvaluation: 'blocked' });
      for (let times = 0; times < 10; times += 1) {
        await failure(gathered(microsoft.relationships.list()));
        bench.clock.passes(20);
      }
      bench.sandbox.controls.setBehaviour({ accessEvaluation: 'off' });
      // Without a second gone by: nothing is refused from memory.
      assert.equal((await gathered(microsoft.relationships.list())).length, 14);
      assert.equal(failing(), undefined);
    });

    it('whose claims Entra refuses is told as what Entra says, until a call works', async () => {
      await gathered(microsoft.relationships.list());
      bench.sandbox.controls.setBehaviour({ accessEvaluation: 'challenged' });
      bench.sandbox.controls.refuseSignIn(53003);
      const { problem } = await failure(gathered(microsoft.relationships.list()));
      assert.equal(problem.reason, 'accessBlocked');
      assert.equal(problem.answer, 'AADSTS53003');
      bench.sandbox.controls.refuseSignIn();
      assert.equal((await gathered(microsoft.relationships.list())).length, 14);
      assert.equal(failing(), undefined);
    });
  });

  it('by Partner Center’s 900309 is a policy’s, while the application reads on', async () => {
    bench.sandbox.controls.failNext({ path: '/v1/', status: 403, code: '900309', times: 2 });
    const { problem } = await failure(microsoft.purchases.reservations(tenantIds.margie));
    assert.equal(problem.reason, 'accessBlocked');
    assert.equal(problem.answer, '403 900309');
    assert.equal(failing()?.reason, 'accessBlocked');
    assert.equal((await microsoft.purchases.reservations(tenantIds.margie)).length, 2);
    assert.equal(failing(), undefined);
  });

  it('by a token that is taken by nobody, though it was made with a second factor, is not told as lacking one', async () => {
    bench.sandbox.controls.failNext({ path: '/v1.0/', status: 401, times: 2 });
    const { problem } = await failure(gathered(microsoft.relationships.list()));
    assert.equal(problem.reason, 'signInRefused');
    assert.equal(problem.answer, '401 InvalidAuthenticationToken');
  });

  it('never leaves a secret, a token or Microsoft’s message in what is told', async () => {
    bench.sandbox.controls.refuseSignIn(90210);
    const error = await failure(microsoft.purchases.reservations(tenantIds.margie));
    assert.doesNotMatch(JSON.stringify([error.problem, error.message]), /asked to refuse|sandbox-rt|secret-that/);
  });
});

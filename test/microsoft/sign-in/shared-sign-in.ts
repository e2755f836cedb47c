// What several replicas do with one sign-in, wherever its tokens are kept.
import assert from 'node:assert/strict';
import type { SignIn } from '../../../src/domain/health/sign-in.js';
import { TokenCache } from '../../../src/microsoft/sign-in/token-cache.js';
import { Tokens } from '../../../src/microsoft/sign-in/tokens.js';
import type { TokenPlaces } from '../../../src/operations/ports/token-places.js';
import { accounts, SignInBench } from '../../support/sign-in-bench.js';

/** Three replicas' places, with nothing in them at first. */
export interface SharedPlaces {
  readonly places: readonly TokenPlaces[];
  /** Resolves once each has heard of what the others wrote. */
  heard(): Promise<void>;
  end(): Promise<void>;
}

const graph = 'https://graph.microsoft.com/.default';
const partnerCenter = 'https://api.partnercenter.microsoft.com/.default';
const lifetimeSeconds = 3600;

/** Runs the suite; `open` makes what one test needs. */
export function sharedSignIn(name: string, open: () => Promise<SharedPlaces>): void {
  describe(`a sign-in that three replicas share, in ${name}`, () => {
    let bench: SignInBench;
    let shared: SharedPlaces;
    let replicas: readonly Tokens[];
    let told: SignIn[];
    let refreshToken: string;

    beforeEach(async () => {
      bench = await SignInBench.open();
      shared = await open();
      told = [];
      ({ refreshToken } = bench.sandbox.credentials);
      replicas = shared.places.map((each) => {
        const cache = new TokenCache(each, bench.key);
        const tokens = new Tokens(bench.application({ refreshToken }), cache, bench.clock, bench.log);
        each.writtenElsewhere.on(() => tokens.takeUpNew());
        return tokens;
      });
      for (const tokens of replicas) await tokens.open();
    });

    afterEach(async () => {
      await shared.end();
      await bench.close();
    });

    const redemptions = () =>
      bench.sandbox.controls
        .requests()
        .filter(({ path }) => path.includes('/oauth2/v2.0/token'))
        .map(({ status }) => status);
    const first = () => replicas[0] ?? assert.fail('there are three');
    const second = () => replicas[1] ?? assert.fail('there are three');

    it('is renewed by each when its access tokens end, and no refresh token is spent twice', async () => {
      for (let life = 0; life < 10; life += 1) {
        await Promise.all(replicas.flatMap((tokens) => [tokens.token(graph), tokens.token(partnerCenter)]));
        bench.clock.passes(lifetimeSeconds);
      }
      assert.deepEqual(redemptions(), Array(10 * 3 * 2).fill(200));
      assert.ok(replicas.every((tokens) => tokens.signIn().failing === undefined));
    }).timeout(30_000);

    it('keeps the access tokens of one replica where another has renewed it', async () => {
      const held = await first().token(graph);
      await second().token(graph);
      await second().token(partnerCenter);
      await shared.heard();
      const before = redemptions().length;
      await first().token(partnerCenter);
      assert.equal(await first().token(graph), held);
      assert.equal(redemptions().length, before + 1);
    });

    it('is replaced for all by a new one, whatever access tokens they hold', async () => {
      const held = await Promise.all(replicas.map((tokens) => tokens.token(graph)));
      const [, , place] = shared.places;
      assert.ok(place);
      const { isKept } = await bench.signsIn(
        { account: accounts.service },
        { cache: new TokenCache(place, bench.key), application: bench.application({ refreshToken }) },
      );
      assert.ok(isKept);
      await shared.heard();
      const [one, another] = await Promise.all([first().token(graph), second().token(graph)]);
      assert.ok(!held.includes(one) && !held.includes(another));
      assert.ok(redemptions().every((status) => status === 200));
    });

    it('is tried again at once where it failed, when another replica has renewed it, and its loss is told once', async () => {
      first().signInChanged.on((signIn) => told.push(signIn));
      await first().token(graph);
      bench.clock.passes(lifetimeSeconds);
      bench.sandbox.controls.refuseSignIn(50173);
      await assert.rejects(first().token(graph));
      assert.deepEqual(first().dueAgain(), []);
      const lost = told.filter(({ failing }) => failing).length;
      bench.sandbox.controls.refuseSignIn();
      await second().token(graph);
      await shared.heard();
      await first().takeUpNew();
      assert.ok(first().signIn().failing, 'no token of ours has arrived yet');
      assert.deepEqual(first().dueAgain(), ['graph']);
      await first().token(graph);
      assert.equal(first().signIn().failing, undefined);
      assert.deepEqual([lost, told.filter(({ failing }) => failing).length], [1, 1]);
    });
  });
}

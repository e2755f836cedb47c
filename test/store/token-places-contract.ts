// The contract of `TokenPlaces`, which every implementation runs.
import assert from 'node:assert/strict';
import { setImmediate as oneTurn } from 'node:timers/promises';
import type { TokenPlaces } from '../../src/operations/ports/token-places.js';

/** How the suite handles an implementation, with nothing in it at first. */
export interface TokenPlacesBench {
  /** Two who write to the same places, as two processes do. */
  readonly both: readonly [TokenPlaces, TokenPlaces];
  /** Those whose work is never done at the same time. */
  readonly exclusive: readonly TokenPlaces[];
  end(): Promise<void>;
}

/** Runs the suite; `bench` makes what one test needs. */
export function tokenPlacesContract(name: string, bench: () => Promise<TokenPlacesBench>): void {
  describe(`${name}, by the contract of places of tokens`, () => {
    let on: TokenPlacesBench;
    let ours: TokenPlaces;
    let theirs: TokenPlaces;
    const first = Buffer.from([0, 255, 13, 10, 1]);

    beforeEach(async () => {
      on = await bench();
      [ours, theirs] = on.both;
    });

    afterEach(() => on.end());

    it('have nothing at first, which is no change', async () => {
      assert.equal(await ours.tokens.read(), undefined);
      assert.equal(await ours.tokens.hasChanged(), false);
    });

    it('give both what was written last, each place its own', async () => {
      await ours.tokens.write(Buffer.from('before'));
      await ours.tokens.write(first);
      await theirs.signIn.write(Buffer.from('a sign-in'));
      for (const each of on.both) {
        assert.deepEqual(await each.tokens.read(), first);
        assert.deepEqual(await each.signIn.read(), Buffer.from('a sign-in'));
      }
    });

    it('tell what was written elsewhere since one has read or written, even if it is the same', async () => {
      await ours.tokens.write(first);
      assert.equal(await ours.tokens.hasChanged(), false);
      assert.equal(await theirs.tokens.hasChanged(), true);
      await theirs.tokens.read();
      assert.equal(await theirs.tokens.hasChanged(), false);
      await theirs.tokens.write(first);
      assert.deepEqual([await ours.tokens.hasChanged(), await theirs.tokens.hasChanged()], [true, false]);
      assert.equal(await ours.signIn.hasChanged(), false);
    });

    it('have work done by one at a time, in the order of asking, also after some that fails', async () => {
      let atWork = 0;
      const begun: string[] = [];
      const work = (label: string) => async () => {
        begun.push(label);
        atWork += 1;
        for (let turn = 0; turn < 3; turn += 1) await oneTurn();
        assert.equal(atWork, 1);
        atWork -= 1;
        if (label.endsWith('1')) throw new Error(label);
        return label;
      };
      const asked = on.exclusive.flatMap((each, place) =>
        [0, 1, 2].map((count) => each.exclusively(work(`${place} ${count}`))),
      );
      const done = await Promise.allSettled(asked);
      assert.deepEqual(
        done.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message)),
        on.exclusive.flatMap((_, place) => [0, 1, 2].map((count) => `${place} ${count}`)),
      );
      for (const place of on.exclusive.keys())
        assert.deepEqual(
          begun.filter((label) => label.startsWith(`${place} `)),
          [0, 1, 2].map((count) => `${place} ${count}`),
        );
    });
  });
}

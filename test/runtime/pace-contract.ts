// What the port `Pace` promises, for every implementation.
import assert from 'node:assert/strict';
import type { NoPlace, Pace, Place, Rate, RateWindow, Urgency } from '../../src/runtime/pace.js';

/** A pace, and its time. */
export interface PaceUnderTest {
  readonly pace: Pace;
  passes(ms: number): Promise<void>;
}

let made = 0;

/** A rate that no other test uses: three requests in 300 ms, unless said otherwise. */
export function aRate(...windows: readonly Partial<RateWindow>[]): Rate {
  made += 1;
  const given = windows.length > 0 ? windows : [{}];
  return { name: `rate ${made}`, windows: given.map((each) => ({ count: 3, ms: 300, kept: 0, atOnce: 3, ...each })) };
}

/** The place that's given. */
export function placeOf(said: Place | NoPlace): Place {
  assert.ok(!('waitMs' in said), `there is no place for ${JSON.stringify(said)}`);
  return said;
}

/** The milliseconds to wait where there's no place. */
export function waitOf(said: Place | NoPlace): number {
  assert.ok('waitMs' in said, 'there is a place');
  return said.waitMs;
}

/** `slackMs`: by how much the time of an implementation that asks others is off. */
export function paceContract(open: () => Promise<PaceUnderTest>, slackMs: number): void {
  let pace: Pace;
  let passes: (ms: number) => Promise<void>;
  beforeEach(async () => {
    ({ pace, passes } = await open());
  });

  const ask = (rate: Rate, urgency: Urgency = 'answer') => pace.ask([rate], urgency);
  const take = async (rate: Rate, urgency?: Urgency) => placeOf(await ask(rate, urgency));
  const waitFor = async (rate: Rate, urgency?: Urgency) => waitOf(await ask(rate, urgency));
  const isAbout = (ms: number, expected: number) =>
    assert.ok(ms <= expected + 0.01 && ms >= expected - slackMs, `${ms} ms instead of ${expected}`);
  /** Uses up a rate of three at once. */
  const useUp = async (rate: Rate) => {
    for (let count = 0; count < 3; count += 1) (await take(rate)).end(0);
  };

  it('gives as many places as a window has, and then says when the next comes free', async () => {
    const rate = aRate();
    await useUp(rate);
    isAbout(await waitFor(rate), 300);
    await passes(200);
    isAbout(await waitFor(rate), 100);
    await passes(100 + slackMs);
    await take(rate);
  });

  it('holds to every window', async () => {
    const rate = aRate({}, { count: 4, ms: 900, atOnce: 4 });
    await useUp(rate);
    await passes(300 + slackMs);
    (await take(rate)).end(0);
    isAbout(await waitFor(rate), 600 - slackMs);
  });

  it('keeps a place until a window’s time after the answer', async () => {
    const rate = aRate({ count: 1, atOnce: 1 });
    const place = await take(rate);
    await passes(350);
    isAbout(await waitFor(rate), 300);
    place.end(0);
    isAbout(await waitFor(rate), 300);
    await passes(300 + slackMs);
    await take(rate);
  });

  it('takes a request for counted as long ago as its sender knows', async () => {
    const rate = aRate({ count: 1, atOnce: 1 });
    const place = await take(rate);
    await passes(120);
    place.end(100);
    isAbout(await waitFor(rate), 200);
  });

  it('has a place back at once where a request did not go out', async () => {
    const rate = aRate({ count: 1, atOnce: 1 });
    (await take(rate)).giveBack();
    await take(rate);
  });

  it('keeps places for answers', async () => {
    const rate = aRate({ kept: 1, atOnce: 2 });
    (await take(rate, 'notice')).end(0);
    (await take(rate, 'update')).end(0);
    isAbout(await waitFor(rate, 'notice'), 300);
    isAbout(await waitFor(rate, 'update'), 300);
    await take(rate, 'answer');
  });

  it('spreads what no person waits for over what is left of a window, and lets an answer in between', async () => {
    const rate = aRate({ count: 10, ms: 1000, atOnce: 2 });
    (await take(rate, 'notice')).end(0);
    (await take(rate, 'notice')).end(0);
    const waitMs = await waitFor(rate, 'notice');
    // A second, less what the first has been there for, for nine places.
    isAbout(waitMs, 1000 / 9);
    (await take(rate, 'answer')).end(0);
    await passes(1000 / 9 + slackMs);
    assert.ok((await waitFor(rate, 'notice')) < 1000 / 9);
  });

  it('takes a place within all rates or within none, and names the first that has none', async () => {
    const [full, other, free] = [aRate({ count: 1, atOnce: 1 }), aRate({ count: 1, atOnce: 1 }), aRate()];
    (await take(full)).end(0);
    const said = await pace.ask([other, full, free], 'answer');
    assert.equal('rate' in said && said.rate, full.name);
    const both = placeOf(await pace.ask([other, free], 'answer'));
    both.end(0);
    const again = await pace.ask([full, other], 'answer');
    assert.equal('rate' in again && again.rate, full.name);
    await take(free);
    await take(free);
    isAbout(await waitFor(free), 300);
  });

  it('lets nothing through while a rate rests, not even an answer, and everything else as ever', async () => {
    const [rate, other] = [aRate(), aRate()];
    pace.rest(rate, 300);
    pace.rest(rate, 100);
    isAbout(await waitFor(rate, 'answer'), 300);
    assert.ok((await waitFor(rate, 'notice')) <= 300);
    await take(other);
    await passes(300 + slackMs);
    await take(rate);
  });

  it('lets everything through within a rate that has no windows, unless it rests', async () => {
    const rate = { ...aRate(), windows: [] };
    for (let count = 0; count < 20; count += 1) await take(rate, 'update');
    pace.rest(rate, 200);
    isAbout(await waitFor(rate), 200);
  });

  it('shares a rate among all who ask for it by its name', async () => {
    const rate = aRate();
    await useUp({ ...rate });
    await waitFor({ ...rate });
  });

  it('gives each who ask at once a place of their own', async () => {
    const rate = aRate();
    const said = await Promise.all(Array.from({ length: 8 }, () => ask(rate)));
    assert.equal(said.filter((each) => !('waitMs' in each)).length, 3);
  });
}

// Time of the sandbox that is put forward: by a control, by its page, and kept between runs.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench, ids, pathOf } from './bench.js';

const day = 86_400;

/** The sandbox's own waits, which end when the test says so. */
class Waits {
  #waiting: (() => void)[] = [];
  readonly after = (_: number, callback: () => void) => {
    this.#waiting.push(callback);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== callback);
    };
  };

  /** Ends what is waited for now; `false`: there's nothing. */
  end(): boolean {
    const due = this.#waiting.splice(0);
    for (const callback of due) callback();
    return due.length > 0;
  }
}

describe('time in the sandbox', () => {
  let bench: Bench;
  let waits: Waits;
  let skipped: number[];
  let followed: Promise<void> | undefined;
  beforeEach(async () => {
    waits = new Waits();
    skipped = [];
    const onSkip = (milliseconds: number) => {
      skipped.push(milliseconds / 1000);
      return followed;
    };
    followed = undefined;
    bench = await Bench.open({ after: waits.after, onSkip });
  });
  afterEach(() => bench.close());

  const endOf = async (tenantId: string) => {
    bench.forgetTokens();
    return (await bench.graph('GET', pathOf(bench, tenantId))).body.endDateTime;
  };

  it('is skipped at once, in answers, in what happens and for who follows it', async () => {
    bench.sandbox.controls.skipTime(30 * day);
    assert.deepEqual(skipped, [30 * day]);
    const { headers, body } = await bench.graph('GET', pathOf(bench, ids.fabrikam));
    assert.equal(headers.get('date'), 'Wed, 01 Apr 2026 09:00:00 GMT');
    assert.equal(body.endDateTime, '2027-11-02T09:00:00.0000000Z');
    assert.equal(bench.sandbox.controls.time().aheadSeconds, 30 * day);
    bench.sandbox.controls.skipTime(3600);
    assert.equal((await bench.graph('GET', pathOf(bench, ids.fabrikam))).status, 401, 'the token has expired');
  });

  it('rolls relationships over, and ends the others, as time that passes does', async () => {
    for (let skips = 0; skips < 10; skips += 1) {
      bench.sandbox.controls.skipTime(80 * day);
      // The sign-in lasts for 90 days without use.
      bench.forgetTokens();
      await bench.token('graph');
    }
    assert.equal(await endOf(ids.fabrikam), '2028-10-27T09:00:00.0000000Z');
  });

  it('is put forward day by day, as soon as nobody asks for anything', async () => {
    bench.sandbox.controls.forwardTime(3);
    assert.deepEqual(skipped, [day]);
    assert.equal(bench.sandbox.controls.time().until, '2026-03-05T09:00:00.000Z');
    await bench.graph('GET', pathOf(bench, ids.fabrikam));
    waits.end();
    assert.deepEqual(skipped, [day], 'it was asked for something');
    waits.end();
    waits.end();
    assert.deepEqual(skipped, [day, day, day]);
    assert.deepEqual(bench.sandbox.controls.time(), {
      now: '2026-03-05T09:00:00.000Z',
      aheadSeconds: 3 * day,
      until: null,
    });
    assert.equal(waits.end(), false);
  });

  it('waits for who follows to do what became due, but not for ever', async () => {
    let hasDone = () => {};
    followed = new Promise((resolve) => {
      hasDone = resolve;
    });
    bench.sandbox.controls.forwardTime(4);
    hasDone();
    await followed;
    assert.deepEqual(skipped, [day]);
    followed = new Promise(() => {});
    await new Promise(setImmediate);
    waits.end();
    assert.deepEqual(skipped, [day, day]);
    waits.end();
    assert.deepEqual(skipped, [day, day], 'the longest wait has ended');
    waits.end();
    assert.deepEqual(skipped, [day, day, day]);
    bench.sandbox.controls.stopTime();
    assert.equal(waits.end(), false);
  });

  it('does not wait for a client that never stops asking', async () => {
    bench.sandbox.controls.forwardTime(2);
    for (let looks = 0; looks < 150 && skipped.length < 2; looks += 1) {
      await bench.graph('GET', pathOf(bench, ids.fabrikam));
      waits.end();
    }
    assert.deepEqual(skipped, [day, day]);
  });

  it('goes in longer steps where that was asked for, and stops at the last day and on demand', () => {
    bench.sandbox.controls.forwardTime(10, 7);
    waits.end();
    assert.deepEqual(skipped, [7 * day, 3 * day]);
    bench.sandbox.controls.forwardTime(10);
    bench.sandbox.controls.stopTime();
    assert.equal(waits.end(), false);
    assert.equal(bench.sandbox.controls.time().until, null);
  });

  it('goes to the next end, which is over then', async () => {
    bench.sandbox.controls.addRelationship({
      tenantId: ids.contoso,
      displayName: 'Ends soon',
      autoExtendDuration: 'P0D',
      endsInSeconds: day * 1.5,
    });
    bench.sandbox.controls.forwardToNextEnd();
    while (waits.end());
    assert.equal(bench.sandbox.controls.time().now, '2026-03-03T21:01:00.000Z');
    assert.equal(bench.sandbox.controls.relationships(ids.contoso).at(-1)?.status, 'expired');
    // Coho Winery's story waits for the partner's first read, so its end isn't the next.
    assert.equal(bench.sandbox.controls.relationships(ids.coho)[0]?.status, 'active');
  });

  it('is shown and moved on the page', async () => {
    const page = async (path = '/') => (await fetch(bench.sandbox.url + path)).text();
    const press = async (control: string, fields: Record<string, string> = {}) => {
      const { status, headers } = await bench.ask('POST', `/sandbox/time/${control}`, {
        body: new URLSearchParams({ ...fields, back: '/' }).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
      assert.equal(status, 303);
      return page(headers.get('location') ?? '');
    };
    assert.match(await page(), /It’s <strong>2 Mar 2026, 09:00 UTC<\/strong>/);
    assert.doesNotMatch(await page(), /http-equiv="refresh"/);
    const moving = await press('forward', { days: '30' });
    assert.match(moving, /It’s <strong>3 Mar 2026, 09:00 UTC<\/strong>.*to 1 Apr 2026/s);
    assert.match(moving, /http-equiv="refresh" content="1"/);
    assert.match(await page(`/customers/${ids.fabrikam}`), /It’s 3 Mar 2026.*http-equiv|http-equiv.*It’s 3 Mar 2026/s);
    const stopped = await press('stop');
    assert.match(stopped, /Time passes as everywhere again/);
    assert.match(stopped, /To the next end: /);
    assert.match(await press('forward', { days: '-1' }), /couldn’t do that/);
  });

  it('is told and moved over HTTP', async () => {
    await bench.ask('POST', '/sandbox/time/skip', { body: { seconds: 90 } });
    const { body } = await bench.ask<{ now: string }>('GET', '/sandbox/time');
    assert.equal(body.now, '2026-03-02T09:01:30.000Z');
    assert.equal((await bench.ask('POST', '/sandbox/time/skip', { body: { seconds: -90 } })).status, 400);
  });
});

describe('time that was put forward in an earlier run', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-time-'));
  });
  afterEach(async () => {
    await Bench.closeAll();
    await rm(folder, { recursive: true });
  });

  it('is ahead again at the next start, and its follower is told', async () => {
    const file = join(folder, 'sandbox.json');
    const first = await Bench.open({ file });
    first.sandbox.controls.skipTime(100 * day);
    await first.close();
    const skipped: number[] = [];
    const onSkip = (milliseconds: number) => {
      skipped.push(milliseconds);
      return undefined;
    };
    const second = await Bench.open({ file, onSkip });
    assert.deepEqual(skipped, [100 * day * 1000]);
    assert.equal(second.sandbox.controls.time().now, '2026-06-10T09:00:00.000Z');
    assert.equal(second.sandbox.controls.time().until, null);
  });
});

// The pace that replicas share in a database: the contract, two replicas at once, and a database that is away.
import assert from 'node:assert/strict';
import { systemClock } from '../../../src/runtime/clock.js';
import { LocalPace } from '../../../src/runtime/local-pace.js';
import type { Pace, Place, Rate, Urgency } from '../../../src/runtime/pace.js';
import { PgPace } from '../../../src/store/postgres/pg-pace.js';
import type { Statement } from '../../../src/store/postgres/statement.js';
import { aRate, paceContract, placeOf, waitOf } from '../../runtime/pace-contract.js';
import { ManualClock } from '../../support/manual-clock.js';
import { paceBench } from '../../support/pace-bench.js';
import { databaseBench, rememberingLog, until } from '../../support/postgres-bench.js';

describe('the pace that replicas share', () => {
  let bench: Awaited<ReturnType<typeof paceBench>>;
  let a: PgPace;
  let b: PgPace;
  before(async () => {
    bench = await paceBench();
    [a, b] = [await bench.open(), await bench.open()];
  });
  after(() => bench.end());

  /** Asks for as long as it takes. */
  async function takes(pace: Pace, rate: Rate, urgency: Urgency): Promise<Place> {
    for (;;) {
      const said = await pace.ask([rate], urgency);
      if (!('waitMs' in said)) return said;
      await bench.passes(said.waitMs);
    }
  }

  describe('for each of them', () => {
    paceContract(async () => ({ pace: a, passes: bench.passes }), 1);
  });

  it('says what the pace of one process would say, whatever is asked', async () => {
    const { clock } = bench;
    let state = 7;
    const dice = (sides: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % sides;
    };
    const [inAll, one, other] = [
      aRate({ count: 6, ms: 200, atOnce: 2 }),
      aRate({ count: 3, ms: 150, kept: 1, atOnce: 1 }, { count: 7, ms: 1500, kept: 2, atOnce: 3 }),
      aRate({ count: 2, ms: 100, kept: 1, atOnce: 1 }, { count: 9, ms: 2000, kept: 1, atOnce: 4 }),
    ];
    const local = new LocalPace(clock);
    const underWay: (readonly [Place, Place])[] = [];
    let places = 0;
    for (let turn = 0; turn < 200; turn += 1) {
      const over = underWay.length > 0 && dice(2) === 0 ? underWay.splice(dice(underWay.length), 1) : [];
      const isGivenBack = dice(10) === 0;
      for (const place of over.flat()) isGivenBack ? place.giveBack() : place.end(10);
      const rates = [dice(2) === 0 ? one : other, inAll];
      const urgency = dice(3) === 0 ? 'answer' : 'notice';
      const [here, there] = [await local.ask(rates, urgency), await a.ask(rates, urgency)];
      if ('waitMs' in here || 'waitMs' in there) {
        assert.ok('waitMs' in here && 'waitMs' in there, `turn ${turn}: ${JSON.stringify([here, there])}`);
        assert.equal(there.rate, here.rate);
        assert.ok(Math.abs(there.waitMs - here.waitMs) < 0.1, `turn ${turn}: ${here.waitMs} and ${there.waitMs} ms`);
      } else {
        places += 1;
        underWay.push([here, there]);
      }
      await bench.passes(dice(60));
    }
    assert.ok(places > 40, `${places}`);
  });

  describe('for two at once', () => {
    it('gives them no more places together than one would get', async () => {
      const rate = aRate({ count: 20, atOnce: 20 });
      const said = await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 ? a : b).ask([rate], 'answer')));
      assert.equal(said.filter((each) => !('waitMs' in each)).length, 20);
    });

    it('rests for both when one was told to', async () => {
      const rate = aRate();
      a.rest(rate, 5000);
      await a.ask([rate], 'answer');
      assert.equal(waitOf(await b.ask([rate], 'answer')), 5000);
    });

    for (const [waiting, other] of [
      ['answer', 'notice'],
      ['notice', 'update'],
      ['answer', 'update'],
    ] as const) {
      it(`has the ${waiting} of one go before the ${other} of the other that asks a moment sooner`, async () => {
        const rate = aRate({ count: 1, atOnce: 1 });
        placeOf(await a.ask([rate], 'answer')).end(0);
        await bench.passes(waitOf(await a.ask([rate], waiting)));
        waitOf(await b.ask([rate], other));
        placeOf(await a.ask([rate], waiting)).end(0);
        placeOf(await takes(b, rate, other)).end(0);
      });
    }

    it('waits no longer than a moment for one that does not come again', async () => {
      const rate = aRate({ count: 1, atOnce: 1 });
      placeOf(await a.ask([rate], 'answer')).end(0);
      await bench.passes(waitOf(await a.ask([rate], 'answer')));
      waitOf(await b.ask([rate], 'notice'));
      await bench.passes(101);
      placeOf(await b.ask([rate], 'notice'));
    });

    it('lets an update of one go once nineteen notices of the other went out', async () => {
      const rate = aRate({ count: 19, atOnce: 19 });
      for (let count = 0; count < 19; count += 1) placeOf(await a.ask([rate], 'notice')).end(0);
      await bench.passes(waitOf(await a.ask([rate], 'notice')));
      placeOf(await b.ask([rate], 'update')).end(0);
    });

    it('has the places back of one that ended in the middle, once its requests have had their time', async () => {
      const rate = aRate({ count: 1, atOnce: 1 });
      placeOf(await a.ask([rate], 'answer'));
      await bench.passes(15_000);
      waitOf(await b.ask([rate], 'answer'));
      await bench.passes(300);
      placeOf(await b.ask([rate], 'answer'));
    });

    for (const step of [-3_600_000, 3_600_000]) {
      it(`is not held up by a clock of the database’s that is set: ${step} ms`, async () => {
        const rate = aRate({ count: 1, atOnce: 1 });
        placeOf(await a.ask([rate], 'answer')).end(0);
        a.rest(rate, 50);
        waitOf(await a.ask([rate], 'answer'));
        await bench.steps(step);
        placeOf(await takes(b, rate, 'notice')).end(0);
        await bench.passes(300);
        placeOf(await b.ask([rate], 'notice'));
        await bench.steps(-step);
      });
    }

    it('forgets what is too old to matter', async () => {
      const rate = aRate();
      placeOf(await a.ask([rate], 'answer')).end(0);
      await a.ask([rate], 'answer');
      await bench.passes(3 * 3_600_000);
      await a.ask([aRate()], 'answer');
      const rows = await bench.on.sql(
        `select rate from gatehouse.place where rate = '${rate.name}'
          union all select name from gatehouse.rate where name = '${rate.name}'`,
      );
      assert.deepEqual(rows, []);
    });
  });
});

describe('the pace that replicas share, while the database is away', () => {
  it('lets answers go and nothing else, and goes on as before when it is back', async () => {
    const bench = await databaseBench();
    const pace = new PgPace({ database: await bench.connect(), clock: systemClock, log: bench.log });
    const [rate, resting] = [aRate({ ms: 60_000 }), aRate()];
    placeOf(await pace.ask([rate], 'notice')).end(0);
    pace.rest(resting, 600_000);
    waitOf(await pace.ask([resting], 'answer'));
    await bench.on.shutOut();
    for (let count = 0; count < 10; count += 1) placeOf(await pace.ask([rate], 'answer')).end(0);
    for (const urgency of ['notice', 'update'] as const) assert.ok(waitOf(await pace.ask([rate], urgency)) <= 1000);
    assert.ok(waitOf(await pace.ask([resting], 'answer')) > 1000);
    assert.equal(bench.log.events.filter((event) => event === 'paceNotAsked').length, 1);
    await bench.on.letIn();
    const taken = async () => (await bench.on.sql('select from gatehouse.place')).length;
    await until(async () => {
      const said = await pace.ask([rate], 'notice');
      return !('waitMs' in said) && (await taken()) > 1;
    });
    await bench.end();
  });

  it('has an answer wait for a second at most where the database says nothing', async () => {
    const [clock, log] = [new ManualClock(), rememberingLog()];
    const pace = new PgPace({ database: { query: () => new Promise(() => undefined) }, clock, log });
    const [notice, answer] = [pace.ask([aRate()], 'notice'), pace.ask([aRate()], 'answer')];
    await clock.passes(1);
    waitOf(await notice);
    placeOf(await answer);
    placeOf(await pace.ask([aRate()], 'answer'));
    // What has no pace of its own, such as Graph, goes out for notices too.
    placeOf(await pace.ask([{ ...aRate(), windows: [] }], 'notice'));
    waitOf(await pace.ask([{ ...aRate(), windows: [] }, aRate()], 'notice'));
  });

  it('gives back what it was given too late', async () => {
    const clock = new ManualClock();
    const asked: { readonly givenBack: readonly string[]; readonly asks: readonly { readonly id: string }[] }[] = [];
    const query = async ({ values }: Statement) => {
      asked.push(JSON.parse(String(values?.[0])));
      return asked.length === 1 ? new Promise<never>(() => undefined) : [];
    };
    const pace = new PgPace({ database: { query }, clock, log: rememberingLog() });
    const notice = pace.ask([aRate()], 'notice');
    await clock.passes(1);
    await clock.passes(waitOf(await notice) / 1000);
    await pace.ask([aRate()], 'answer');
    assert.deepEqual(asked[1]?.givenBack, [asked[0]?.asks[0]?.id]);
  });
});

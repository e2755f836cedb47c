// The bot's login keeps to the pace of all by one function, and can't take others' places away.
import assert from 'node:assert/strict';
import { systemClock } from '../../../src/runtime/clock.js';
import { PgPace } from '../../../src/store/postgres/pg-pace.js';
import { aRate, placeOf, waitOf } from '../../runtime/pace-contract.js';
import { onDatabase } from '../../support/postgres.js';
import { databaseBench } from '../../support/postgres-bench.js';

describe('the bot’s login, asking for the pace of all', () => {
  let bench: Awaited<ReturnType<typeof databaseBench>>;
  let name: string;
  let url: string;

  beforeEach(async () => {
    bench = await databaseBench();
    name = `${bench.on.name}_bot`;
    await bench.on.sql(`create role ${name} login password 'secret' in role gatehouse_app`);
    url = Object.assign(new URL(bench.on.url), { username: name, password: 'secret' }).href;
  });
  afterEach(async () => {
    await bench.end();
    await onDatabase(Object.assign(new URL(bench.on.url), { pathname: '/postgres' }).href, `drop role ${name}`);
  });

  it('has places, gives them back and keeps rests', async () => {
    const pace = new PgPace({ database: await bench.connect({ url }), clock: systemClock, log: bench.log });
    const rate = aRate({ count: 1, atOnce: 1, ms: 60_000 });
    placeOf(await pace.ask([rate], 'notice')).giveBack();
    placeOf(await pace.ask([rate], 'notice')).end(0);
    waitOf(await pace.ask([rate], 'answer'));
    const resting = aRate();
    pace.rest(resting, 60_000);
    assert.ok(waitOf(await pace.ask([resting], 'answer')) > 50_000);
    assert.ok(!bench.log.events.includes('paceNotAsked'));
  });

  it('is denied every other way to what is counted', async () => {
    for (const statement of [
      'delete from gatehouse.place',
      'truncate gatehouse.place',
      'update gatehouse.rate set rest_ms = 0',
      `insert into gatehouse.rate (name) values ('a')`,
    ])
      await assert.rejects(onDatabase(url, statement), /permission denied/, statement);
  });
});

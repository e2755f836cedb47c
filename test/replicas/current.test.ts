// Whoever has had an answer from one replica asks another the next moment.
import assert from 'node:assert/strict';
import { textOf } from '../support/card-reading.js';
import { de, en } from '../support/filled-by-hand.js';
import { aReplicasBench } from './replicas-bench.js';

const pairs = Number(process.env.REPLICA_PAIRS ?? 1000);

describe('a click that one replica has answered', () => {
  const bench = aReplicasBench();

  it(`has happened for another at its next turn, ${pairs} times in a row`, async () => {
    const { play, replicas } = bench();
    const met = await play.meet();
    const { all } = replicas;
    let stale = 0;
    for (let pair = 0; pair < pairs; pair += 1) {
      const [chatLanguage, { tenantList }] = pair % 2 === 0 ? (['de', de] as const) : (['en', en] as const);
      const one = all[pair % all.length] ?? all[0];
      const other = all[(pair + 1) % all.length] ?? all[0];
      await bench().click(one, met, ['language.set', { chatLanguage }]);
      const list = await bench().click(other, met, ['tenants.list', {}]);
      if (!textOf(list).split('\n').includes(tenantList.title)) stale += 1;
    }
    assert.equal(stale, 0);
  });
});

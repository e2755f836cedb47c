// Customers beyond the story, and the relationships that some of them have.
import assert from 'node:assert/strict';
import { Bench, ids, type Page, type Resource, relationships } from './bench.js';

describe('generated customers', () => {
  let bench: Bench;
  let generated: readonly Resource[];
  before(async () => {
    bench = await Bench.open({ customers: 217, growth: 'withAccess' });
    const { body } = await bench.graph<Page>('GET', relationships);
    generated = body.value.filter(({ id }) => id.startsWith('21000000'));
  });
  after(() => bench.close());

  it('have a relationship in one case of five', () => {
    assert.equal(generated.length, 40);
    assert(generated.every(({ status }) => status === 'active'));
  });

  it('write in each of Graph’s ways that it isn’t extended', () => {
    const spelt = (extension: unknown) => generated.filter((one) => one.autoExtendDuration === extension).length;
    for (const extension of ['P180D', 'PT0S', 'P0D', null, undefined]) assert(spelt(extension) >= 5, `${extension}`);
  });

  it('end on many days of the coming year', () => {
    const ends = generated.map(({ endDateTime }) => String(endDateTime));
    assert.equal(new Set(ends).size, 40);
    assert(ends.every((end) => end > '2026-03-03' && end < '2027-03-02'));
    assert(ends.filter((end) => end < '2026-06-01').length >= 5);
  });

  it('have Global Administrator only where there’s no extension', () => {
    const global = generated.filter((one) => JSON.stringify(one).includes(ids.globalAdministrator));
    assert(global.length >= 5);
    assert(global.every(({ autoExtendDuration }) => autoExtendDuration === 'PT0S'));
  });
});

// The language of a customer is read when it's wanted, kept for an hour, and never in the way.
import assert from 'node:assert/strict';
import { CustomerLanguages } from '../../../src/operations/reads/customer-languages.js';
import { down, FakeMicrosoft } from '../../support/fake-microsoft.js';
import { ManualClock } from '../../support/manual-clock.js';
import { noLog } from '../../support/test-dependencies.js';

const one = '10000000-0000-4000-8000-000000000001';
const other = '10000000-0000-4000-8000-000000000002';

describe('the language of a customer', () => {
  const setUp = () => {
    const [microsoft, clock] = [new FakeMicrosoft(), new ManualClock()];
    const languages = new CustomerLanguages({ customers: microsoft.customers, clock, log: noLog });
    return { microsoft, clock, languages };
  };

  it('is read once an hour for each customer', async () => {
    const { microsoft, clock, languages } = setUp();
    microsoft.language = 'de';
    assert.deepEqual([await languages.of(one), await languages.of(one), await languages.of(other)], ['de', 'de', 'de']);
    assert.deepEqual(microsoft.asked, [`customers.language ${one}`, `customers.language ${other}`]);
    microsoft.language = 'fr';
    await clock.passes(3599);
    assert.equal(await languages.of(one), 'de');
    await clock.passes(1);
    assert.equal(await languages.of(one), 'fr');
  });

  it('is unknown while it cannot be read, and asked for again', async () => {
    const { microsoft, languages } = setUp();
    microsoft.failing.set('customers.language', down);
    assert.equal(await languages.of(one), undefined);
    microsoft.failing.clear();
    assert.equal(await languages.of(one), 'en');
  });
});

// A partner with hundreds of customers sees how they all stand, and follows each part to its tenants.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { rangeOn, textOf } from '../support/card-reading.js';
import { counted, statusesCounted } from '../support/fleet-on-card.js';
import { aWorldForEach } from '../support/world.js';

describe('the fleet', () => {
  const w = aWorldForEach({ SANDBOX_CUSTOMERS: '120', SANDBOX_MIX: 'believable' });

  it('stands as the list counts it, and leads there', async () => {
    const fleet = await w.chat.says('/fleet');
    const counts = statusesCounted(fleet.card);
    assert.ok((counts.get(en.statuses.approved) ?? 0) > 60, `${[...counts]}`);
    assert.equal(rangeOn((await w.chat.says('/tenants')).card)?.[2], counted(counts));
    const issues = await w.chat.presses(fleet, { verb: 'tenants.list', data: { filter: 'issuesFound' } });
    assert.equal(rangeOn(issues)?.[2], counts.get(en.statuses.issuesFound));
    const again = await w.chat.says('/fleet');
    assert.ok(textOf(again.card).includes(en.fleet.statuses.notYet));
    const soon = await w.chat.presses(again, { verb: 'tenants.list', data: { search: 'ends<30d' } });
    assert.ok((rangeOn(soon)?.[2] ?? 0) > 0);
  });

  it('is shown for a query, and says what isn’t understood', async () => {
    const tagged = await w.chat.says('/fleet tag:managed');
    const total = counted(statusesCounted(tagged.card));
    assert.equal(rangeOn((await w.chat.says('/tenants tag:managed')).card)?.[2], total);
    assert.ok(total > 5 && total < 60, `${total}`);
    const unknown = await w.chat.says('/fleet tag:gold');
    assert.ok(w.chat.reads(unknown).includes(en.query.problems.unknownValue.tag({ given: 'gold' as never })));
  });
});

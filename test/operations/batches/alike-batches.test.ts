// What is asked for again while the very same is under way or waits for a second admin: it's found, and nothing else is.
import assert from 'node:assert/strict';
import type { BatchAction } from '../../../src/domain/batch/batch.js';
import { alex, megan } from '../../support/builders.js';
import { asks, batchId, someTenants } from '../../support/some-batches.js';

const disable: BatchAction = { do: 'disable' };
const second = { secondAdmin: { subjects: [], batchesOver: 1 } } as const;

describe('a batch that is asked for again', () => {
  it('is the one that waits, whoever asks, and also for a part of it', async () => {
    const { store, replica, ids } = someTenants(3, second);
    const { batches } = replica();
    const tenants = () => [...store.tenants()];
    const enable = { do: 'enable' } as const;
    assert.equal(batches.underWayFor(asks(enable), tenants()), undefined);
    await batches.begin(batchId, asks(enable), ids.slice(0, 2));
    const found = (action: BatchAction, count: number, by = alex) =>
      batches.underWayFor({ ...asks(action), by }, tenants().slice(0, count))?.id;
    assert.deepEqual([found(enable, 2), found(enable, 2, megan), found(enable, 1)], [batchId, batchId, batchId]);
    assert.equal(found(enable, 3), undefined, 'one of them isn’t in it');
    assert.equal(found({ do: 'enable', template: 'gold' }, 2), undefined);
    assert.equal(found(disable, 2), undefined);
    await batches.stop(batchId, megan);
    assert.equal(found(enable, 2), undefined, 'it’s over');
  });

  it('is the same with its tags in another order, and another where someone else takes tenants', async () => {
    const { store, replica, ids } = someTenants(2);
    const { batches } = replica();
    const tags = (...added: string[]): BatchAction => ({ do: 'tag', added, removed: [] });
    await batches.begin(batchId, asks(tags('vip', 'gold')), ids);
    const found = (action: BatchAction, by = alex) => batches.underWayFor({ ...asks(action), by }, store.tenants())?.id;
    assert.deepEqual([found(tags('gold', 'vip')), found(tags('gold'))], [batchId, undefined]);
    assert.equal(batches.plan(asks(tags('gold', 'vip')), store.tenants()).fine, 2);
    await batches.stop(batchId, alex);
    await batches.begin('taking', asks({ do: 'take' }), ids);
    assert.deepEqual([found({ do: 'take' }), found({ do: 'take' }, megan)], ['taking', undefined]);
  });

  it('of an import is the one with the very same changes, while it waits', async () => {
    const { store, replica, ids } = someTenants(2, second);
    const { batches } = replica();
    const change = (...added: string[]) => ({ tags: { added, removed: [] } });
    const changes = (tags: readonly string[]) => ids.map((tenantId) => ({ tenantId, change: change(...tags) }));
    await batches.prepare({ batchId, by: alex, conversationId: 'chat' }, changes(['vip', 'gold']));
    const found = (tags: readonly string[]) => batches.waitingImport(changes(tags))?.id;
    assert.equal(found(['vip', 'gold']), undefined, 'no one has said yes');
    const { isAsked: _, ...asked } = store.batch(batchId) ?? assert.fail();
    await store.commit({ batches: [{ ...asked, second: { basis: '' } }] });
    assert.deepEqual([found(['gold', 'vip']), found(['gold'])], [batchId, undefined]);
    assert.equal(batches.waitingImport(changes(['vip', 'gold']).slice(1)), undefined, 'a part isn’t the same');
    await store.commit({ batches: [asked] });
    assert.equal(found(['vip', 'gold']), undefined, 'it doesn’t wait any more');
  });
});

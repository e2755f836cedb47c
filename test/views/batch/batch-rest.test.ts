// What a batch has left undone once it's over: who is offered to do the rest.
import assert from 'node:assert/strict';
import { type Batch, newBatch } from '../../../src/domain/batch/batch.js';
import { batchView } from '../../../src/views/batch/batch-card.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTemplates, now } from '../../support/builders.js';
import { buttonFor } from '../../support/card-reading.js';

const asked = { id: 'b', action: { do: 'enable' }, by: alex, conversationId: 'chat', at: now } as const;
const begun: Batch = newBatch(asked, ['a', 'b']).batch;
const stopped: Batch = { ...begun, stopped: { by: alex, at: now } };
const offers = (batch: Batch, role?: 'operator' | 'viewer', waiting = 2) => {
  const context = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now, role };
  const none = { done: 0, underWay: 0, doneTo: [], fine: 0, refused: [], requests: 0, secondsLeft: 0, next: [] };
  const drawn = batchView(batch, { ...none, waiting, isAtRest: false }, context);
  return buttonFor(drawn, 'batch.rest')?.data;
};

describe('what a batch has left undone', () => {
  it('is offered once it’s over, whether it was stopped or not approved, and not where nothing is left', () => {
    const lapsed: Batch = { ...begun, second: { basis: '', dropped: 'lapsed' }, endedAt: now };
    assert.deepEqual([offers(stopped), offers(lapsed)], [{ batchId: 'b' }, { batchId: 'b' }]);
    assert.deepEqual([offers(begun), offers(stopped, undefined, 0)], [undefined, undefined]);
  });

  it('is offered to those alone who may ask for it', () => {
    const disabling: Batch = { ...stopped, action: { do: 'disable' } };
    assert.deepEqual([offers(stopped, 'operator'), offers(stopped, 'viewer')], [{ batchId: 'b' }, undefined]);
    assert.equal(offers(disabling, 'operator'), undefined, 'Disable takes an admin');
  });
});

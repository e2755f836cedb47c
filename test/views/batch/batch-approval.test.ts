// A batch that awaits a second admin, as who asked for it and others read its card.
import assert from 'node:assert/strict';
import { newBatch } from '../../../src/domain/batch/batch.js';
import { batchView } from '../../../src/views/batch/batch-card.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTemplates, megan, now } from '../../support/builders.js';
import { buttonsOf, buttonVerbs, textOf } from '../../support/card-reading.js';

const asked = { id: 'batch', action: { do: 'revalidate' }, by: alex, conversationId: 'chat', at: now } as const;
const batch = { ...newBatch(asked, ['tenant']).batch, second: { basis: '' } };
const nothing = {
  done: 0,
  underWay: 0,
  doneTo: [],
  fine: 0,
  refused: [],
  waiting: 1,
  requests: 0,
  secondsLeft: 1,
  next: [],
};
const context = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now };

describe('the card of a batch that awaits a second admin', () => {
  it('offers its approval to others than the person who asked, and tells that person why', () => {
    const seen = [alex.id, megan.id, undefined].map((readerId) => {
      const drawn = batchView(batch, { ...nothing, isAtRest: false }, context, { readerId });
      return [buttonVerbs(drawn).includes('batch.approve'), textOf(drawn).includes(en.secondAdmin.own)];
    });
    assert.deepEqual(seen, [
      [false, true],
      [true, false],
      [true, false],
    ]);
  });

  it('says to who asked that an admin must approve, and to an admin that another one must', () => {
    const says = (['operator', 'admin', undefined] as const).map((role) =>
      textOf(batchView(batch, { ...nothing, isAtRest: false }, { ...context, role }, { readerId: alex.id })),
    );
    const { own, ownOfOperator } = en.secondAdmin;
    assert.deepEqual(
      says.map((said) => [own, ownOfOperator].filter((each) => said.includes(each))),
      [[ownOfOperator], [own], [own]],
    );
  });

  it('is withdrawn by who asked, and declined by others, since nothing has begun', () => {
    const { yes, no, withdraw } = en.secondAdmin;
    const titles = [alex.id, megan.id, undefined].map((readerId) =>
      buttonsOf(batchView(batch, { ...nothing, isAtRest: false }, context, { readerId })),
    );
    const { title: list } = en.batches.list;
    assert.deepEqual(titles, [
      [withdraw, list],
      [yes, no, list],
      [yes, no, list],
    ]);
  });

  it('says what is sent to customers and by which ticket, as its question did to who asked', () => {
    const enabling = { ...batch, action: { do: 'enable' }, ticket: 'INC-77' } as const;
    const drawn = batchView(enabling, { ...nothing, requests: 55, isAtRest: false }, context, { readerId: megan.id });
    assert.ok(textOf(drawn).includes(en.batches.requests({ count: 55 })));
    assert.ok(textOf(drawn).includes('Ticket: INC-77'));
    assert.ok(!textOf(batchView(batch, { ...nothing, isAtRest: false }, context)).includes('Ticket'));
  });
});

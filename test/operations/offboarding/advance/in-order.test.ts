// An offboarding that nothing stands in the way of removes everything once, in its order, and is then forgotten.

import assert from 'node:assert/strict';
import { decided, writes } from '../../../support/a-decided-offboarding.js';
import { alex, contoso } from '../../../support/builders.js';

describe('an offboarding that nothing stands in the way of', () => {
  it('does nothing before its time', async () => {
    const w = await decided();
    await w.clock.passes(299);
    await w.looks();
    assert.deepEqual([w.stage(), writes(w.microsoft.asked)], ['grace', []]);
    assert.ok(w.contoso === undefined || w.store.tenant(contoso)?.onboarding);
  });

  it('removes everything in its order, each thing once, and is then forgotten', async () => {
    const w = await decided();
    await w.clock.passes(300);
    await w.runs();
    assert.deepEqual(w.microsoft.done, [
      'assignment 1',
      'consent',
      'assignment 2',
      'relationship',
      'delegatedAdmin',
      'reseller',
    ]);
    assert.equal(w.store.tenant(contoso), undefined);
    const [certificate, ...more] = w.store.certificates();
    assert.deepEqual(more, []);
    assert.deepEqual(
      [certificate?.id, certificate?.removedCount, certificate?.remainsCount, certificate?.tenantName],
      ['exit-1', 6, 0, 'Contoso Ltd'],
    );
    assert.deepEqual(certificate?.hashes, { json: 'hash-of-json', pdf: 'hash-of-pdf' });
    const [due] = w.store.deliveries();
    assert.ok(due && due.kind === 'certificate');
    assert.equal(due.certificateId, 'exit-1');
  });

  it('sends the next thing only when the one before is proved gone', async () => {
    const w = await decided();
    await w.clock.passes(300);
    await w.looks();
    await w.looks();
    assert.deepEqual(w.microsoft.done, ['assignment 1']);
    assert.equal(w.states()['assignment-of-b0000000-0000-4000-8000-000000000001'], 'sent');
    w.microsoft.works();
    await w.looks();
    assert.equal(w.states()['assignment-of-b0000000-0000-4000-8000-000000000001'], 'proved');
    assert.deepEqual(w.microsoft.done, ['assignment 1', 'consent']);
  });

  it('looks after the tenant no more from its begin on', async () => {
    const w = await decided();
    await w.clock.passes(300);
    await w.looks();
    const tenant = w.store.tenant(contoso);
    assert.deepEqual([tenant?.status, tenant?.onboarding], ['notConfigured', undefined]);
    // Whatever we would have mended, nobody assigns anything again.
    assert.ok(!w.microsoft.asked.some((each) => /\.(assign|create|widen|lock)/.test(each)));
  });

  it('keeps who is still a customer, with nothing but its name', async () => {
    const w = await decided({ steps: ['assignments', 'consent', 'relationships', 'delegatedAdmin'] });
    await w.clock.passes(300);
    await w.runs();
    const tenant = w.store.tenant(contoso);
    assert.deepEqual(
      tenant?.history.map(({ what }) => what),
      ['offboardingCertified'],
    );
    assert.deepEqual([tenant?.offboarding, tenant?.onboarding, tenant?.leftoverAccess], [undefined, undefined, 'none']);
    assert.equal([...w.store.certificates()][0]?.remainsCount, 1);
  });

  it('writes every removal down, with Microsoft’s ids, put down to whoever decided', async () => {
    const w = await decided();
    await w.clock.passes(300);
    await w.runs();
    const { entries } = w.audit;
    assert.deepEqual(
      entries
        .filter(({ what }) => what === 'offboardingTaskSent')
        .map(({ by, requestId }) => [by, requestId !== undefined]),
      Array.from({ length: 6 }, () => [alex.id, true]),
    );
    assert.deepEqual(
      entries.filter(({ what }) => what === 'offboardingTaskProved').map(({ subject }) => subject?.split(' ')[0]),
      ['assignment', 'consent', 'assignment', 'relationship', 'delegatedAdmin', 'reseller'],
    );
    const last = entries.at(-1);
    assert.deepEqual(
      [last?.what, last?.certificate],
      ['offboardingCertified', { json: 'hash-of-json', pdf: 'hash-of-pdf' }],
    );
    assert.ok(!JSON.stringify(entries).includes('Contoso'));
  });

  it('takes what is gone already for gone, without a call', async () => {
    const w = await decided({ steps: ['relationships'] });
    await w.clock.passes(300);
    await w.looks();
    w.microsoft.listedRelationships = [];
    await w.runs();
    assert.deepEqual(w.microsoft.done, ['relationship']);
    assert.equal([...w.store.certificates()].length, 1);
  });
});

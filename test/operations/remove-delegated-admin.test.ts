// Is a removal of delegated admin sent once, and does only a reading prove it?
import assert from 'node:assert/strict';
import { CloudUnavailable, StoreError } from '../../src/domain/errors.js';
import { advancer } from '../../src/operations/reconcile/advance.js';
import { delegatedAdminNote } from '../../src/views/words/delegated-admin-words.js';
import { alex, aTenant, contoso } from '../support/builders.js';
import { denied } from '../support/fake-microsoft.js';
import { testMeans } from '../support/test-means.js';

const removing = () => {
  const asked = aTenant(
    { type: 'delegatedAdminRead', granted: true },
    { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' },
  );
  const means = testMeans(asked);
  means.microsoft.hasDelegatedAdmin = true;
  const sent = () => means.microsoft.asked.filter((call) => call.startsWith('removeDelegatedAdmin'));
  return { means, sent, advance: () => advancer(means)(contoso) };
};

describe('a removal of delegated admin that does not get through', () => {
  it('tells since when and what Microsoft answers, and no more once it has been taken', async () => {
    const { means, advance } = removing();
    const broken = new CloudUnavailable('500', '', { reason: 'unreachable', answer: '500 3000', requestId: 'id-1' });
    means.microsoft.failing.set('removeDelegatedAdmin', broken);
    await assert.rejects(advance(), broken);
    await means.clock.passes(60);
    await assert.rejects(advance(), broken);
    const note = delegatedAdminNote(means.contoso().delegatedAdmin);
    assert.match(
      note,
      /isn’t removed yet, since \{\{DATE\(2026-11-22T10:00:00Z\)\}\}.*Microsoft answered 500 3000 \(request id id-1\)/,
    );
    means.microsoft.failing.clear();
    await advance();
    assert.equal(means.contoso().delegatedAdmin.removal?.failing, undefined);
  });
});

describe('a removal of delegated admin that Microsoft has taken', () => {
  it('is not refused by a reading that is refused', async () => {
    const { means, sent, advance } = removing();
    means.microsoft.meanwhile.set('removeDelegatedAdmin', () => means.microsoft.failing.set('delegatedAdmin', denied));
    await assert.rejects(advance(), denied);
    await means.clock.passes(3599);
    await assert.rejects(advance(), denied);
    const { removal, refused } = means.contoso().delegatedAdmin;
    assert.ok(removal?.sentAt);
    assert.equal(refused, undefined);
    assert.deepEqual(sent(), ['removeDelegatedAdmin request-1']);
  });

  it('is known to be sent before anything else is asked', async () => {
    const { means, advance } = removing();
    const wasSaved: boolean[] = [];
    means.microsoft.meanwhile.set('delegatedAdmin', () => {
      wasSaved.push(means.contoso().delegatedAdmin.removal?.sentAt !== undefined);
    });
    await advance();
    assert.deepEqual(wasSaved, [false, true]);
  });

  it('is unconfirmed when no reading has come through for an hour', async () => {
    const { means, advance } = removing();
    means.microsoft.meanwhile.set('removeDelegatedAdmin', () => means.microsoft.failing.set('delegatedAdmin', denied));
    await assert.rejects(advance(), denied);
    await means.clock.passes(3600);
    await advance();
    assert.equal(means.contoso().delegatedAdmin.refused?.why, 'unconfirmed');
    assert.equal(means.contoso().delegatedAdmin.removal, undefined);
  });

  it('is unconfirmed when Microsoft still lists it after an hour, and not before', async () => {
    const { means, advance } = removing();
    await advance();
    await means.clock.passes(3599);
    await advance();
    assert.equal(means.contoso().delegatedAdmin.refused, undefined);
    await means.clock.passes(1);
    await advance();
    assert.equal(means.contoso().delegatedAdmin.refused?.why, 'unconfirmed');
  });

  it('is done once a reading no longer shows it', async () => {
    const { means, sent, advance } = removing();
    await advance();
    means.microsoft.hasDelegatedAdmin = false;
    await advance();
    assert.deepEqual(means.contoso().delegatedAdmin, { state: 'none' });
    assert.equal(sent().length, 1);
  });
});

describe('a crash between sending the removal and saving that it was sent', () => {
  it('leads to the same request under the same id, which Microsoft carries out once', async () => {
    const { means, sent, advance } = removing();
    means.microsoft.meanwhile.set('removeDelegatedAdmin', () => {
      means.store.isBroken = true;
    });
    await assert.rejects(advance(), StoreError);
    assert.equal(means.contoso().delegatedAdmin.removal?.sentAt, undefined);
    means.store.isBroken = false;
    means.microsoft.meanwhile.clear();
    await advance();
    assert.deepEqual(sent(), ['removeDelegatedAdmin request-1', 'removeDelegatedAdmin request-1']);
    assert.ok(means.contoso().delegatedAdmin.removal?.sentAt);
  });
});

// A removal of delegated admin is sent once, and only a reading proves it.
import assert from 'node:assert/strict';
import { CloudUnavailable, StoreError } from '../../../src/domain/errors.js';
import { advance } from '../../../src/operations/reconcile/advance.js';
import { delegatedAdminNote } from '../../../src/views/explain/delegated-admin-words.js';
import { bare, dayAndTime, literal, phrase } from '../../../src/views/render/text.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTenant, contoso } from '../../support/builders.js';
import { denied } from '../../support/fake-microsoft.js';
import { testDependencies } from '../../support/test-dependencies.js';

const removing = () => {
  const asked = aTenant(
    { type: 'delegatedAdminRead', granted: true },
    { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' },
  );
  const deps = testDependencies(asked);
  deps.microsoft.hasDelegatedAdmin = true;
  const sent = () => deps.microsoft.asked.filter((call) => call.startsWith('customers.removeDelegatedAdmin'));
  return { deps, sent, advance: () => advance(deps, contoso) };
};

describe('a removal of delegated admin that does not get through', () => {
  it('tells since when and what Microsoft answers, and no more once it has been taken', async () => {
    const { deps, advance } = removing();
    const broken = new CloudUnavailable('500', {
      reason: 'unreachable',
      answer: literal('500 3000'),
      requestId: 'id-1',
    });
    deps.microsoft.failing.set('customers.removeDelegatedAdmin', broken);
    await assert.rejects(advance(), broken);
    await deps.clock.passes(60);
    await assert.rejects(advance(), broken);
    const { answered, requestId } = en.problems.said;
    const since = dayAndTime('2026-11-22T10:00:00Z');
    const said = phrase`${answered({ answer: literal('500 3000') })}${requestId({ id: literal('id-1') })}`;
    const note = delegatedAdminNote(deps.contoso().delegatedAdmin, en);
    assert.equal(note, en.tenant.delegatedAdmin.retrying({ since, said: bare(said) }));
    deps.microsoft.failing.clear();
    await advance();
    assert.equal(deps.contoso().delegatedAdmin.removal?.failing, undefined);
  });
});

describe('a removal of delegated admin that Microsoft has taken', () => {
  it('is not refused by a reading that is refused', async () => {
    const { deps, sent, advance } = removing();
    deps.microsoft.meanwhile.set('customers.removeDelegatedAdmin', () =>
      deps.microsoft.failing.set('customers.hasDelegatedAdmin', denied),
    );
    await assert.rejects(advance(), denied);
    await deps.clock.passes(3599);
    await assert.rejects(advance(), denied);
    const { removal, refused } = deps.contoso().delegatedAdmin;
    assert.ok(removal?.sentAt);
    assert.equal(refused, undefined);
    assert.deepEqual(sent(), ['customers.removeDelegatedAdmin request-1']);
  });

  it('is known to be sent before anything else is asked', async () => {
    const { deps, advance } = removing();
    const wasSaved: boolean[] = [];
    deps.microsoft.meanwhile.set('customers.hasDelegatedAdmin', () => {
      wasSaved.push(deps.contoso().delegatedAdmin.removal?.sentAt !== undefined);
    });
    await advance();
    assert.deepEqual(wasSaved, [false, true]);
  });

  it('is unconfirmed when no reading has come through for an hour', async () => {
    const { deps, advance } = removing();
    deps.microsoft.meanwhile.set('customers.removeDelegatedAdmin', () =>
      deps.microsoft.failing.set('customers.hasDelegatedAdmin', denied),
    );
    await assert.rejects(advance(), denied);
    await deps.clock.passes(3600);
    await advance();
    assert.equal(deps.contoso().delegatedAdmin.refused?.why, 'unconfirmed');
    assert.equal(deps.contoso().delegatedAdmin.removal, undefined);
  });

  it('is unconfirmed when Microsoft still lists it after an hour, and not before', async () => {
    const { deps, advance } = removing();
    await advance();
    await deps.clock.passes(3599);
    await advance();
    assert.equal(deps.contoso().delegatedAdmin.refused, undefined);
    await deps.clock.passes(1);
    await advance();
    assert.equal(deps.contoso().delegatedAdmin.refused?.why, 'unconfirmed');
  });

  it('is done once a reading no longer shows it', async () => {
    const { deps, sent, advance } = removing();
    await advance();
    deps.microsoft.hasDelegatedAdmin = false;
    await advance();
    assert.deepEqual(deps.contoso().delegatedAdmin, { state: 'none' });
    assert.equal(sent().length, 1);
  });
});

describe('a crash between sending the removal and saving that it was sent', () => {
  it('leads to the same request under the same id, which Microsoft carries out once', async () => {
    const { deps, sent, advance } = removing();
    deps.microsoft.meanwhile.set('customers.removeDelegatedAdmin', () => {
      deps.store.isBroken = true;
    });
    await assert.rejects(advance(), StoreError);
    assert.equal(deps.contoso().delegatedAdmin.removal?.sentAt, undefined);
    deps.store.isBroken = false;
    deps.microsoft.meanwhile.clear();
    await advance();
    assert.deepEqual(sent(), ['customers.removeDelegatedAdmin request-1', 'customers.removeDelegatedAdmin request-1']);
    assert.ok(deps.contoso().delegatedAdmin.removal?.sentAt);
  });
});

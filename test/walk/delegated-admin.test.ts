// Point 9: delegated admin (DAP) is removed with exactly the documented request, and proved gone by reading again.

import assert from 'node:assert/strict';
import { delegatedAdminNote } from '../../src/views/explain/delegated-admin-words.js';
import { removeDelegatedAdminQuestion } from '../../src/views/tenant/questions.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonFor, buttonVerbs, linksOf, textOf } from '../support/card-reading.js';
import { anyContext, assertReadsLike, refusalOf } from '../support/wording.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('point 9: Remove delegated admin', () => {
  const w = aWorldForEach();

  const open = async (name: string) => {
    const message = await w.chat.says(`/tenants ${name}`);
    return { message, card: await w.chat.presses(message, { verb: 'tenant.open', name }) };
  };
  const patches = () => w.world.sandbox.controls.requests().filter(({ method }) => method === 'PATCH');

  it('is offered only where delegated admin is granted', async () => {
    assert.ok(buttonFor((await open('Alpine Ski House')).card, 'tenant.askRemoveDelegatedAdmin'));
    assert.ok(!buttonFor((await open('Contoso Ltd')).card, 'tenant.askRemoveDelegatedAdmin'));
  });

  it('asks first, and is never mixed up with Disable or with ending GDAP', async () => {
    const { message } = await open('Alpine Ski House');
    const question = await w.chat.presses(message, 'tenant.askRemoveDelegatedAdmin');
    const tenant = await w.world.tenant(tenantIds.alpine);
    assertReadsLike(question, removeDelegatedAdminQuestion(tenant, anyContext, {}));
    assert.deepEqual(buttonVerbs(question), ['tenant.removeDelegatedAdmin', 'tenant.open']);
    assert.deepEqual(patches(), []);
  });

  it('sends exactly the documented PATCH', async () => {
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'tenant.askRemoveDelegatedAdmin');
    await w.chat.presses(message, 'tenant.removeDelegatedAdmin');
    await w.world.passes(1);
    const [patch, ...more] = patches();
    assert.deepEqual(more, []);
    assert.equal(patch?.path, `/v1/customers/${tenantIds.alpine}`);
    assert.deepEqual(patch?.body, { AllowDelegatedAccess: false, attributes: { objectType: 'Customer' } });
    assert.equal(patch?.headers['content-type'], 'application/json; charset=utf-8');
    assert.match(patch?.headers['ms-requestid'] ?? '', /^[0-9a-f-]{36}$/);
    assert.match(patch?.headers['ms-correlationid'] ?? '', /^[0-9a-f-]{36}$/);
    assert.notEqual(patch?.headers['ms-requestid'], patch?.headers['ms-correlationid']);
    assert.equal(patch?.status, 200);
  });

  it('says that Microsoft is at it until a later reading proves it gone', async () => {
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'tenant.askRemoveDelegatedAdmin');
    await w.chat.presses(message, 'tenant.removeDelegatedAdmin');
    await w.world.passes(2);
    const { delegatedAdmin } = await w.world.tenant(tenantIds.alpine);
    assert.deepEqual([delegatedAdmin.state, delegatedAdmin.removal?.sentAt !== undefined], ['granted', true]);
    assert.ok(w.chat.reads(message).includes(delegatedAdminNote(delegatedAdmin, en)));
    assert.ok(!w.chat.reads(message).includes(en.history.facts.delegatedAdminRemoved));
    await w.world.passes(10);
    assert.equal((await w.world.tenant(tenantIds.alpine)).delegatedAdmin.state, 'none');
    assert.ok(!w.chat.reads(message).includes(delegatedAdminNote(delegatedAdmin, en)));
    for (const line of [
      en.history.facts.delegatedAdminRemoved,
      `${en.history.facts.delegatedAdminRemovalRequested} · Alex Wilber`,
    ])
      assert.ok(w.chat.reads(message).includes(line), line);
  });

  it('is harmless when it is pressed again', async () => {
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'tenant.askRemoveDelegatedAdmin');
    const yes = w.chat.finds(message, 'tenant.removeDelegatedAdmin');
    await Promise.all([w.chat.clicks(message, yes), w.chat.clicks(message, yes)]);
    await w.world.passes(10);
    await w.world.passes(60);
    const late = await w.chat.clicks(message, yes);
    assert.ok(textOf(late.body).includes(refusalOf('Alpine Ski House', 'alreadyDone')));
    await w.world.passes(10);
    assert.equal(patches().length, 1);
  });

  it('is blocked, with the list, while there are reserved instances', async () => {
    const { message } = await open("Margie's Travel");
    const card = await w.chat.presses(message, 'tenant.askRemoveDelegatedAdmin');
    assert.equal(textOf(card).match(/^• {2}1 × virtualmachines/gm)?.length, 2);
    assert.deepEqual(linksOf(card), ['https://azure.microsoft.com/support/create-ticket/']);
    assert.deepEqual(buttonVerbs(card), ['tenant.open']);
    assert.deepEqual(patches(), []);
  });

  it('checks the reserved instances once more when it comes to it', async () => {
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'tenant.askRemoveDelegatedAdmin');
    w.world.sandbox.controls.setReservations(tenantIds.alpine, 1);
    await w.chat.presses(message, 'tenant.removeDelegatedAdmin');
    await w.world.passes(3);
    const { delegatedAdmin } = await w.world.tenant(tenantIds.alpine);
    assert.equal(delegatedAdmin.refused?.why, 'reservations');
    assert.ok(w.chat.reads(message).includes(delegatedAdminNote(delegatedAdmin, en)));
    assert.deepEqual(patches(), []);
  });

  it('changes nothing when the check fails, and says so', async () => {
    const { message } = await open('Alpine Ski House');
    w.world.sandbox.controls.failNext({
      path: `/v1/customers/${tenantIds.alpine}/entitlements`,
      status: 403,
      code: '2032',
    });
    const card = await w.chat.presses(message, 'tenant.askRemoveDelegatedAdmin');
    assert.deepEqual(buttonVerbs(card), ['tenant.open']);
    const asked = w.world.log.findLast(({ event, fields }) => event === 'microsoft' && fields.status === 403);
    assert.ok(textOf(card).includes(String(asked?.fields.requestId)));
    assert.deepEqual(patches(), []);
    assert.match(textOf(await w.chat.presses(message, 'tenant.open')), /Alpine Ski House/);
  });

  it('repeats a removal whose answer was lost under the same id, so that it is done once', async () => {
    w.world.sandbox.controls.failNext({ method: 'PATCH', path: '/v1/customers/', kind: 'reset', when: 'after' });
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'tenant.askRemoveDelegatedAdmin');
    await w.chat.presses(message, 'tenant.removeDelegatedAdmin');
    await w.world.passes(30);
    const ids = new Set(patches().map(({ headers }) => headers['ms-requestid']));
    assert.equal(ids.size, 1);
    assert.equal((await w.world.tenant(tenantIds.alpine)).delegatedAdmin.state, 'none');
    assert.ok(w.chat.reads(message).includes(en.history.facts.delegatedAdminRemoved));
  });

  it('says who can mend it when Microsoft refuses', async () => {
    w.world.sandbox.controls.failNext({ method: 'PATCH', path: '/v1/customers/', status: 403, code: '900329' });
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'tenant.askRemoveDelegatedAdmin');
    await w.chat.presses(message, 'tenant.removeDelegatedAdmin');
    await w.world.passes(5);
    const { delegatedAdmin } = await w.world.tenant(tenantIds.alpine);
    const { state, refused } = delegatedAdmin;
    assert.ok(state === 'granted' && refused?.why === 'microsoft' && refused.problem.reason === 'noRights');
    assert.ok(w.chat.reads(message).includes(delegatedAdminNote(delegatedAdmin, en)));
    assert.ok(w.chat.reads(message).includes(String(refused.problem.requestId)));
  });
});

// Point 9: delegated admin (DAP) is removed with exactly the documented request, and proved gone by reading again.
import assert from 'node:assert/strict';
import { buttonsOf, textOf } from '../support/card-reading.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('point 9: Remove delegated admin', () => {
  const w = aWorldForEach();

  const open = async (name: string) => {
    const message = await w.chat.says(`/tenants ${name}`);
    return { message, card: await w.chat.presses(message, `Open: ${name}`) };
  };
  const patches = () => w.world.sandbox.controls.requests().filter(({ method }) => method === 'PATCH');

  it('is offered only where delegated admin is granted', async () => {
    assert.ok(buttonsOf((await open('Alpine Ski House')).card).includes('Remove delegated admin'));
    assert.ok(!buttonsOf((await open('Contoso Ltd')).card).includes('Remove delegated admin'));
  });

  it('asks first, and is never mixed up with Disable or with ending GDAP', async () => {
    const { message } = await open('Alpine Ski House');
    const text = textOf(await w.chat.presses(message, 'Remove delegated admin'));
    assert.match(text, /Remove delegated admin \(DAP\) from Alpine Ski House\?/);
    assert.match(text, /GDAP relationships and what they allow/);
    assert.match(text, /The reseller relationship, subscriptions and billing/);
    assert.match(text, /this is not Disable/);
    assert.deepEqual(patches(), []);
  });

  it('sends exactly the documented PATCH', async () => {
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'Remove delegated admin');
    await w.chat.presses(message, 'Yes, remove delegated admin');
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
    await w.chat.presses(message, 'Remove delegated admin');
    await w.chat.presses(message, 'Yes, remove delegated admin');
    await w.world.passes(2);
    assert.match(w.chat.reads(message), /Microsoft has taken the removal/);
    assert.match(w.chat.reads(message), /Delegated admin \(DAP\)\nYes/);
    await w.world.passes(10);
    assert.match(w.chat.reads(message), /Delegated admin \(DAP\)\nNo/);
    assert.match(w.chat.reads(message), /Delegated admin removed/);
    assert.match(w.chat.reads(message), /Removal of delegated admin asked for · Alex Wilber/);
  });

  it('is harmless when it is pressed again', async () => {
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'Remove delegated admin');
    const yes = w.chat.finds(message, 'Yes, remove delegated admin');
    await Promise.all([w.chat.clicks(message, yes), w.chat.clicks(message, yes)]);
    await w.world.passes(10);
    await w.world.passes(60);
    const late = await w.chat.clicks(message, yes);
    assert.match(textOf(late.body), /Already done for Alpine Ski House/);
    await w.world.passes(10);
    assert.equal(patches().length, 1);
  });

  it('is blocked, with the list, while there are reserved instances', async () => {
    const { message } = await open("Margie's Travel");
    const card = await w.chat.presses(message, 'Remove delegated admin');
    assert.match(textOf(card), /Margie's Travel has 2 Azure reserved instances/);
    assert.match(textOf(card), /call Azure support/);
    assert.equal(textOf(card).match(/^• {2}1 × virtualmachines/gm)?.length, 2);
    assert.deepEqual(buttonsOf(card), ['Azure support', 'Back']);
    assert.deepEqual(patches(), []);
  });

  it('checks the reserved instances once more when it comes to it', async () => {
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'Remove delegated admin');
    w.world.sandbox.controls.setReservations(tenantIds.alpine, 1);
    await w.chat.presses(message, 'Yes, remove delegated admin');
    await w.world.passes(3);
    assert.match(w.chat.reads(message), /was not removed: 1 Azure reserved instance must be cancelled first/);
    assert.deepEqual(patches(), []);
  });

  it('changes nothing when the check fails, and says so', async () => {
    const { message } = await open('Alpine Ski House');
    w.world.sandbox.controls.failNext({
      path: `/v1/customers/${tenantIds.alpine}/entitlements`,
      status: 403,
      code: '2032',
    });
    const card = textOf(await w.chat.presses(message, 'Remove delegated admin'));
    assert.match(card, /That did not work\nNothing was changed/);
    assert.match(card, /Microsoft’s request id/);
    assert.match(textOf(await w.chat.presses(message, 'Back')), /Alpine Ski House/);
  });

  it('repeats a removal whose answer was lost under the same id, so that it is done once', async () => {
    w.world.sandbox.controls.failNext({ method: 'PATCH', path: '/v1/customers/', kind: 'reset', when: 'after' });
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'Remove delegated admin');
    await w.chat.presses(message, 'Yes, remove delegated admin');
    await w.world.passes(30);
    const ids = new Set(patches().map(({ headers }) => headers['ms-requestid']));
    assert.equal(ids.size, 1);
    assert.match(w.chat.reads(message), /Delegated admin \(DAP\)\nNo/);
  });

  it('says who can mend it when Microsoft refuses', async () => {
    w.world.sandbox.controls.failNext({ method: 'PATCH', path: '/v1/customers/', status: 403, code: '900329' });
    const { message } = await open('Alpine Ski House');
    await w.chat.presses(message, 'Remove delegated admin');
    await w.chat.presses(message, 'Yes, remove delegated admin');
    await w.world.passes(5);
    assert.match(w.chat.reads(message), /Delegated admin was not removed\. .*may not do this.*Microsoft’s request id/s);
    assert.match(w.chat.reads(message), /Delegated admin \(DAP\)\nYes/);
  });
});

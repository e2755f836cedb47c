// An indirect reseller, whom Partner Center refuses for good: all goes on from Graph alone, and Partner Center comes back by itself.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { buttonFor, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { opens } from '../support/offboarding-walk.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const wingtip = '10000000-0000-4000-9000-000000000001';

describe('a partner whom Partner Center comes to refuse', () => {
  const w = aWorldForEach({ ADMINS: people.alex.aadObjectId });

  const refuse = (indirectReseller: boolean) => w.world.sandbox.controls.setBehaviour({ indirectReseller });
  const progress = async () => (await w.world.contents()).progress.get('reconcile');
  const refusal = async () => {
    const kept = await progress();
    return kept?.id === 'reconcile' ? kept.partnerCenter : undefined;
  };

  onEachStore(
    'loses no customer, is said to be without it after two reconciles, and has it back once it answers',
    async () => {
      const known = (await w.world.contents()).tenants.size;
      refuse(true);
      await w.world.passes(1000);
      assert.equal((await refusal())?.isLasting, true);
      assert.equal((await w.world.contents()).tenants.size, known);
      assert.ok([...(await w.world.contents()).tenants.values()].filter((each) => each.formerCustomer).length <= 1);
      await w.world.stopBot();
      await w.world.startBot();
      await w.world.passes(700);
      assert.equal((await w.world.contents()).tenants.size, known);
      refuse(false);
      await w.world.passes(400);
      assert.equal(await refusal(), undefined);
    },
  );

  it('has a template that requires Azure end in Approved, and the card says that Azure is not checked', async () => {
    refuse(true);
    await w.world.passes(1000);
    const message = await w.chat.says('/tenants contoso');
    await w.chat.enables(message, { name: 'Contoso Ltd' });
    await w.world.passes(30);
    const [request] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    w.world.sandbox.controls.approve((request ?? assert.fail('nothing was asked for')).id);
    await w.world.passes(900);
    const { status, onboarding } = await w.world.tenant(tenantIds.contoso);
    assert.deepEqual([status, onboarding?.azure], ['approved', 'notAsked']);
    assert.ok(textOf(w.chat.sees(await opens(w.chat, 'Contoso Ltd'))).includes(en.tenant.azure.notAsked));
  });

  it('forgets a customer by GDAP alone, once Graph has shown nothing of it twice', async () => {
    refuse(true);
    await w.world.passes(1000);
    assert.equal((await w.world.tenant(wingtip)).customerBy, 'gdap');
    const [relationship] = w.world.sandbox.controls.relationships(wingtip);
    w.world.sandbox.controls.end((relationship ?? assert.fail()).id);
    await w.world.passes(1500);
    assert.ok(!(await w.world.contents()).tenants.has(wingtip));
    assert.ok(!buttonFor((await w.chat.says('/tenants wingtip')).card, 'tenant.open'));
  });
});

// Point 8: Disable forgets the tenant and stops acting; what stays at the customer is said, with how to remove it.

import assert from 'node:assert/strict';
import { leftByDisable } from '../../src/views/explain/manual-removal.js';
import { styleOf } from '../../src/views/explain/status-style.js';
import { disableQuestion } from '../../src/views/tenant/questions.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonVerbs, pressables, statusesOn, textOf } from '../support/card-reading.js';
import { anyContext, assertReadsLike, refusalOf } from '../support/wording.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('point 8: Disable', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  const ask = async (name = 'Fabrikam Inc') => {
    const message = await w.chat.says(`/tenants ${name}`);
    await w.chat.presses(message, { verb: 'tenant.open', name });
    return { message, question: await w.chat.presses(message, 'tenant.askDisable') };
  };

  it('asks first, saying what will happen and what stays', async () => {
    const { message, question } = await ask();
    assertReadsLike(question, disableQuestion(await w.world.tenant(tenantIds.fabrikam), anyContext, {}));
    assert.deepEqual(buttonVerbs(question), ['tenant.disable', 'tenant.open']);
    for (const line of leftByDisable(en)) assert.ok(textOf(question).includes(line), line);
    assert.deepEqual(statusesOn(await w.chat.presses(message, 'tenant.open')), ['approved']);
  });

  it('says of a request that is still open that it cannot be withdrawn', async () => {
    const { question } = await ask('Northwind Traders');
    const pending = await w.world.tenant(tenantIds.northwind);
    assertReadsLike(question, disableQuestion(pending, anyContext, {}));
    const usual = disableQuestion({ ...pending, status: 'approved' }, anyContext, {});
    assert.equal(
      textOf(question).split('\n').length,
      textOf(usual).split('\n').length + 2,
      'the banner, and one line more',
    );
  });

  it('deletes everything about the tenant from the data folder', async () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.fabrikam);
    assert.ok(relationship);
    assert.ok((await w.world.dataFolder()).includes(relationship.id));
    const { message } = await ask();
    await w.chat.presses(message, 'tenant.disable');
    await w.world.passes(10);
    const folder = await w.world.dataFolder();
    assert.ok(!folder.includes(relationship.id));
    assert.ok(!folder.includes('granularAdminRelationships'));
    assert.ok(!folder.includes(relationship.displayName));
  });

  it('does nothing more to the tenant at Microsoft', async () => {
    const [before] = w.world.sandbox.controls.relationships(tenantIds.fabrikam);
    const { message } = await ask();
    await w.chat.presses(message, 'tenant.disable');
    w.world.sandbox.controls.clearRequests();
    await w.world.passes(45);
    const about = w.world.sandbox.controls
      .requests()
      .filter(({ path }) => path.includes(tenantIds.fabrikam) || path.includes(before?.id ?? ''));
    assert.deepEqual(about, []);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.status, 'active');
  });

  it('turns the card to Not configured, which tells how to remove by hand what is left, with links', async () => {
    const { message } = await ask();
    const card = await w.chat.presses(message, 'tenant.disable');
    assert.deepEqual(statusesOn(card), ['notConfigured']);
    for (const line of leftByDisable(en)) assert.ok(textOf(card).includes(line), line);
    const links = pressables(card).flatMap(({ url }) => (url === undefined ? [] : [url]));
    assert.deepEqual(links, [
      `https://entra.microsoft.com/${tenantIds.fabrikam}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
      'https://partner.microsoft.com/commerce/customers/list',
    ]);
  });

  it('shows in the list that access is still live, until it has been ended by hand', async () => {
    const { message } = await ask();
    await w.chat.presses(message, 'tenant.disable');
    const { icon, word } = styleOf('notConfigured', en);
    // The filters have a number between icon and word.
    const row = async () => {
      const shown = w.chat.reads(await w.chat.says('/tenants fabrikam')).split('\n');
      return shown.find((line) => line.startsWith(`${icon} ${word}`));
    };
    // A row that says no more than its status has nothing left.
    assert.equal((await w.world.tenant(tenantIds.fabrikam)).leftoverAccess, 'liveAccess');
    assert.notEqual(await row(), `${icon} ${word}`);
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
    await w.world.passes(45);
    assert.equal(await row(), `${icon} ${word}`);
  });

  it('shows in the list that a request is still open', async () => {
    const { message } = await ask('Northwind Traders');
    await w.chat.presses(message, 'tenant.disable');
    await w.world.passes(25);
    const shown = w.chat.reads(await w.chat.says('/tenants northwind')).split('\n');
    const { icon, word } = styleOf('notConfigured', en);
    assert.equal((await w.world.tenant(tenantIds.northwind)).leftoverAccess, 'approvalRequest');
    assert.ok(
      shown.some((line) => line.startsWith(`${icon} ${word} · `)),
      shown.join('\n'),
    );
  });

  it('tells nobody of the tenant any more', async () => {
    const { message } = await ask();
    await w.chat.presses(message, 'tenant.disable');
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
    await w.world.passes(45);
    assert.ok(!w.chat.messages.some(({ summary }) => summary.includes('Fabrikam')));
  });

  it('is Approved at once when it is enabled again, with the relationship that is there', async () => {
    const { message } = await ask();
    await w.chat.presses(message, 'tenant.disable');
    await w.chat.enables(message);
    await w.world.passes(3);
    assert.deepEqual(w.chat.statuses(message), ['approved']);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.fabrikam).length, 1);
  });

  it('finds its own open request again, with the same link', async () => {
    const { message } = await ask('Northwind Traders');
    await w.chat.presses(message, 'tenant.disable');
    await w.chat.enables(message);
    await w.world.passes(3);
    assert.deepEqual(w.chat.statuses(message), ['needsApproval']);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.northwind).length, 1);
  });

  it('refuses a yes from a card that was drawn before the tenant changed, and shows how it stands', async () => {
    const { message } = await ask();
    const yes = w.chat.finds(message, 'tenant.disable');
    await w.chat.presses(message, 'tenant.disable');
    await w.chat.enables(message);
    await w.world.passes(3);
    const late = await w.chat.clicks(message, yes);
    assert.ok(textOf(late.body).includes(refusalOf('Fabrikam Inc', 'outdated')));
    assert.deepEqual(statusesOn(late.body), ['approved']);
  });

  it('is calm about the same yes twice', async () => {
    const { message } = await ask();
    const yes = w.chat.finds(message, 'tenant.disable');
    await w.chat.clicks(message, yes);
    const again = await w.chat.clicks(message, yes);
    assert.deepEqual(statusesOn(again.body), ['notConfigured']);
    for (const why of ['alreadyDone', 'alreadyUnderWay', 'outdated'] as const)
      assert.ok(!textOf(again.body).includes(refusalOf('Fabrikam Inc', why)), why);
    await w.world.passes(60);
    const late = textOf((await w.chat.clicks(message, yes)).body);
    assert.ok(late.includes(refusalOf('Fabrikam Inc', 'alreadyDone')));
  });
});

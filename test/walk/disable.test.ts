// Point 8: Disable forgets the tenant and stops acting; what stays at the customer is said, with how to remove it.
import assert from 'node:assert/strict';
import { pressables, textOf } from '../support/card-reading.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('point 8: Disable', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  const ask = async (name = 'Fabrikam Inc') => {
    const message = await w.chat.says(`/tenants ${name}`);
    await w.chat.presses(message, `Open: ${name}`);
    return { message, question: await w.chat.presses(message, 'Disable') };
  };

  it('asks first, saying what will happen and what stays', async () => {
    const { message, question } = await ask();
    const text = textOf(question);
    assert.match(text, /Disable Fabrikam Inc\?/);
    assert.match(text, /What will happen.*is deleted.*becomes Not configured/s);
    assert.match(text, /What stays as it is.*enterprise application stays.*GDAP relationship stays/s);
    assert.match(textOf(await w.chat.presses(message, 'No, keep it')), /✅ Approved/);
  });

  it('says of a request that is still open that it cannot be withdrawn', async () => {
    assert.match(textOf((await ask('Northwind Traders')).question), /open request cannot be withdrawn/);
  });

  it('deletes everything about the tenant from the data folder', async () => {
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.fabrikam);
    assert.ok(relationship);
    assert.ok((await w.world.dataFolder()).includes(relationship.id));
    const { message } = await ask();
    await w.chat.presses(message, 'Yes, disable');
    await w.world.passes(10);
    const folder = await w.world.dataFolder();
    assert.ok(!folder.includes(relationship.id));
    assert.ok(!folder.includes('granularAdminRelationships'));
    assert.ok(!folder.includes(relationship.displayName));
  });

  it('does nothing more to the tenant at Microsoft', async () => {
    const [before] = w.world.sandbox.controls.relationships(tenantIds.fabrikam);
    const { message } = await ask();
    await w.chat.presses(message, 'Yes, disable');
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
    const card = await w.chat.presses(message, 'Yes, disable');
    assert.match(textOf(card), /Not configured/);
    assert.match(
      textOf(card),
      /enterprise application stays.*delete it there.*GDAP relationship stays.*Terminate relationship/s,
    );
    const links = pressables(card).flatMap(({ url }) => (url === undefined ? [] : [url]));
    assert.deepEqual(links, [
      `https://entra.microsoft.com/${tenantIds.fabrikam}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
      'https://partner.microsoft.com/commerce/customers/list',
    ]);
  });

  it('shows in the list that access is still live, until it has been ended by hand', async () => {
    const { message } = await ask();
    await w.chat.presses(message, 'Yes, disable');
    const row = async () => w.chat.reads(await w.chat.says('/tenants fabrikam'));
    assert.match(await row(), /Not configured · access still live/);
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
    await w.world.passes(45);
    assert.doesNotMatch(await row(), /access still live/);
  });

  it('shows in the list that a request is still open', async () => {
    const { message } = await ask('Northwind Traders');
    await w.chat.presses(message, 'Yes, disable');
    await w.world.passes(25);
    assert.match(w.chat.reads(await w.chat.says('/tenants northwind')), /Not configured · request still open/);
  });

  it('tells nobody of the tenant any more', async () => {
    const { message } = await ask();
    await w.chat.presses(message, 'Yes, disable');
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
    await w.world.passes(45);
    assert.ok(!w.chat.messages.some(({ summary }) => summary.includes('Fabrikam')));
  });

  it('is Approved at once when it is enabled again, with the relationship that is there', async () => {
    const { message } = await ask();
    await w.chat.presses(message, 'Yes, disable');
    await w.chat.presses(message, 'Enable');
    await w.world.passes(3);
    assert.match(w.chat.reads(message), /✅ Approved/);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.fabrikam).length, 1);
  });

  it('finds its own open request again, with the same link', async () => {
    const { message } = await ask('Northwind Traders');
    await w.chat.presses(message, 'Yes, disable');
    await w.chat.presses(message, 'Enable');
    await w.world.passes(3);
    assert.match(w.chat.reads(message), /Needs approval/);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.northwind).length, 1);
  });

  it('refuses a yes from a card that was drawn before the tenant changed, and shows how it stands', async () => {
    const { message } = await ask();
    const yes = w.chat.finds(message, 'Yes, disable');
    await w.chat.presses(message, 'Yes, disable');
    await w.chat.presses(message, 'Enable');
    await w.world.passes(3);
    const late = await w.chat.clicks(message, yes);
    assert.match(textOf(late.body), /out of date: Fabrikam Inc has changed since/);
    assert.match(textOf(late.body), /✅ Approved/);
  });

  it('is calm about the same yes twice', async () => {
    const { message } = await ask();
    const yes = w.chat.finds(message, 'Yes, disable');
    await w.chat.clicks(message, yes);
    const again = await w.chat.clicks(message, yes);
    assert.match(textOf(again.body), /⚪ Not configured/);
    assert.doesNotMatch(textOf(again.body), /lready|out of date/);
    await w.world.passes(60);
    assert.match(
      textOf((await w.chat.clicks(message, yes)).body),
      /Already done for Fabrikam Inc; nothing was changed/,
    );
  });
});

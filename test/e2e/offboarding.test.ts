// The day a customer leaves, by clicking: plan, decision, removals, certificate, and what comes after it.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CardOnPage, Playground } from './playground.js';

const fabrikam = 'Fabrikam Inc';
const cityPower = 'City Power & Light';
const disable = (name: string) => `Offboard completely: ${name}`;

describe('an admin who opens a tenant to offboard it completely', () => {
  let chat: Playground;
  let card: CardOnPage;

  before(async () => {
    chat = await Playground.start();
  });

  after(() => chat.end());

  it('reads the plan before anything happens', async () => {
    card = await chat.says('/tenants fabrikam');
    await card.presses(`Open: ${fabrikam}`);
    await card.reads('All tenants');
    await card.pictures('exit-way-in');
    await card.presses(disable(fabrikam));
    await card.reads(`Offboard ${fabrikam} completely?`);
    await card.pictures('exit-plan');
    const plan = await card.text();
    assert.match(plan, /Nothing has happened yet/);
    assert.match(plan, /3 access assignments.*Consent of your application.*1 GDAP relationship.*3 subscriptions/);
    assert.match(plan, /Until then Undo stops it/);
  });

  it('gets the plan as a file', async () => {
    await card.presses(`Export the plan: ${fabrikam}`);
    await card.reads('This is a plan: nothing has been done.');
    await card.pictures('exit-plan-file');
    const file = await chat.downloads(() => card.presses('Open JSON'));
    assert.equal(JSON.parse(await readFile(file, 'utf8')).tenant.name, fabrikam);
    await card.presses(`Back to the plan: ${fabrikam}`);
    await card.reads(`Offboard ${fabrikam} completely?`);
  });

  it('is not understood by another name, nor by none', async () => {
    for (const name of ['', 'Fabrikam']) {
      await card.types('Name of the tenant', name);
      await card.presses(disable(fabrikam));
      await card.reads('the name that you typed is not this tenant’s');
    }
    await card.pictures('exit-wrong-name');
  });

  it('finds the steps chosen, decides, and has five minutes to undo it', async () => {
    for (const step of [
      'Remove 3 access assignments',
      'Withdraw the consent of your application',
      'Terminate 1 GDAP relationship',
    ]) {
      assert.equal(await card.hasChosen(step), true, step);
    }
    await card.types('Name of the tenant', fabrikam);
    await card.presses(disable(fabrikam));
    await card.reads('About to begin');
    await card.pictures('exit-grace');
    await card.presses(`Undo: ${fabrikam}`);
    await card.reads(`${fabrikam} was not offboarded`);
    await card.pictures('exit-undone');
  });

  it('finds everything as it was, and the plan again', async () => {
    await card.presses(`To the tenant: ${fabrikam}`);
    await card.reads('Everything that the access template asks for is in place.');
    await card.pictures('exit-undone-tenant');
    await card.presses(disable(fabrikam));
    await card.reads(`Offboard ${fabrikam} completely?`);
    assert.match(await card.text(), /3 access assignments.*Consent of your application.*1 GDAP relationship/);
  });
});

describe('an admin on the day a customer leaves', () => {
  let chat: Playground;
  let card: CardOnPage;
  let json: string;

  before(async () => {
    chat = await Playground.start({ OFFBOARD_GRACE_MINUTES: '0' });
  });

  after(() => chat.end());

  it('decides, and sees every removal proved without a click', async () => {
    card = await chat.says('/tenants fabrikam');
    await card.presses(`Open: ${fabrikam}`);
    await card.presses(disable(fabrikam));
    await card.types('Name of the tenant', fabrikam);
    await card.presses(disable(fabrikam));
    await card.reads('Under way');
    await card.reads(/Proved gone on/);
    await card.pictures('exit-under-way');
    await card.reads('✅ Offboarded: no access left');
    await card.pictures('exit-certified');
    assert.match(await card.text(), /5 items removed\. Each removal was verified/);
  });

  it('hears of the certificate, and keeps it as PDF and as JSON', async () => {
    // The card on which it was decided says so too.
    const told = await chat.isTold(`no longer has access to ${fabrikam}`, 2);
    await told.pictures('exit-told-certificate');
    await told.presses(`Get the certificate as PDF: ${fabrikam}`);
    await told.reads('Open PDF');
    await told.pictures('exit-certificate-link');
    const pdf = await chat.downloads(() => told.presses('Open PDF'));
    assert.equal((await readFile(pdf)).subarray(0, 5).toString('latin1'), '%PDF-');
    await told.presses(`Get the certificate as JSON: ${fabrikam}`);
    await told.reads('Open JSON');
    json = await chat.downloads(() => told.presses('Open JSON'));
    const certificate = JSON.parse(await readFile(json, 'utf8'));
    assert.equal(certificate.tenant.name, fabrikam);
    assert.equal(certificate.removed.length, 5);
    for (const file of [pdf, json]) {
      const { said, code } = await chat.runs('certificate-verify', file);
      assert.equal(code, 0, said);
      assert.match(said, /genuine/i);
    }
  });

  it('is told that a certificate with one other byte is not genuine', async () => {
    const forged = join(chat.folder, 'forged.json');
    const text = await readFile(json, 'utf8');
    await writeFile(forged, text.replace(fabrikam, 'Fabrikan Inc'));
    const { said, code } = await chat.runs('certificate-verify', forged);
    assert.equal(code, 1, said);
    assert.match(said, /not/i);
  });

  it('finds the relationship forgotten by all but the certificate', async () => {
    // The certificates folder tells of it, and the audit log has its ids.
    for (const file of ['gatehouse.json', 'journal.jsonl', 'cards.json']) {
      const text = await readFile(join(chat.folder, 'data', file), 'utf8');
      assert.ok(!text.includes('Gatehouse-10000000-0000-4000-8000-000000000002-1'), file);
    }
  });

  it('finds ex-customers in /leftovers, with the plan a click away', async () => {
    const leftoverAccess = await chat.says('/leftovers', 'Wingtip Toys');
    await leftoverAccess.pictures('leftoverAccess');
    assert.match(await leftoverAccess.text(), /Wingtip Toys.*Live access \(GDAP\).*Not a customer in Partner Center/);
    await leftoverAccess.presses(`Plan the offboarding of ${cityPower}`);
    await leftoverAccess.reads(`Offboard ${cityPower} completely?`);
    await leftoverAccess.pictures('exit-plan-ex-customer');
    await leftoverAccess.types('Name of the tenant', cityPower);
    await leftoverAccess.presses(disable(cityPower));
    await leftoverAccess.reads('✅ Offboarded: no access left');
    await leftoverAccess.pictures('exit-certified-ex-customer');
  });

  it('is alarmed when that customer approves the old request, and terminates the access', async () => {
    await chat.onSandbox('/customers/10000000-0000-4000-9000-000000000002', async (page) => {
      await page.getByRole('button', { name: /Approve/ }).click();
      await page
        .getByText(/active/i)
        .first()
        .waitFor();
    });
    const alarm = await chat.isTold(`⚠️ ${cityPower} was offboarded, and has now approved a request of yours`);
    await alarm.pictures('exit-alarm');
    await alarm.presses(`Terminate the access to ${cityPower} now`);
    const over = await chat.isTold(`✅ The access to ${cityPower} is over`);
    await over.pictures('exit-alarm-over');
  });
});

describe('two admins, of whom each has to agree', () => {
  let chat: Playground;
  let card: CardOnPage;

  before(async () => {
    chat = await Playground.start({ REQUIRE_SECOND_ADMIN: 'true', OFFBOARD_GRACE_MINUTES: '0' });
  });

  after(() => chat.end());

  it('nothing is done while only one has', async () => {
    const greeting = await chat.entersGroupChat();
    await greeting.presses('Show tenants');
    card = await chat.isTold('As of');
    await card.types('Search', 'fabrikam');
    await card.presses('Search');
    await card.reads('1–1 of 1 tenant');
    await card.presses(`Open: ${fabrikam}`);
    await card.reads('All tenants');
    await card.presses(disable(fabrikam));
    await card.types('Name of the tenant', fabrikam);
    await card.presses(disable(fabrikam));
    await card.reads('Waits for a second admin');
    await card.pictures('exit-awaits-second');
    await card.presses(`Read the plan and agree: ${fabrikam}`);
    await card.reads('You decided this yourself');
    await card.pictures('exit-own-decision');
    await card.presses('Back');
    await card.reads('Waits for a second admin');
  });

  it('the other reads the plan and agrees, and the certificate names both', async () => {
    await chat.as('user-megan', async () => {
      await card.presses(`Read the plan and agree: ${fabrikam}`);
      await card.reads(`Agree to offboard ${fabrikam} completely?`);
      await card.pictures('exit-review');
      await card.presses(`Agree: ${fabrikam}`);
      await card.reads('Agreed by');
    });
    await card.reads('✅ Offboarded: no access left');
    await card.pictures('exit-certified-by-two');
    assert.match(await card.text(), /Decided byAlex Wilber.*Agreed byMegan Bowen/);
  });
});

// The day a customer leaves, by clicking: plan, decision, removals, certificate, and what comes after it.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { en } from '../support/filled-by-hand.js';
import { about, beginning, type CardOnPage, mark, Playground } from './playground.js';

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
    await card.reads(en.buttons.allTenants);
    await card.pictures('exit-way-in');
    await card.presses(disable(fabrikam));
    await card.reads(en.offboardingPlan.plan.title({ tenant: fabrikam }));
    await card.pictures('exit-plan');
    const plan = await card.text();
    assert.ok(plan.includes(beginning(en.offboardingPlan.plan.intro({ time: mark }))), plan);
    assert.match(plan, /3 access assignments.*Consent of your application.*1 GDAP relationship.*3 subscriptions/);
    assert.ok(plan.includes(en.offboardingPlan.rules.beginsAfter({ minutes: 5 })), plan);
  });

  it('gets the plan as a file', async () => {
    await card.presses(about(en.offboardingPlan.plan.exportPlan, fabrikam));
    await card.reads(en.offboardingPlan.plan.fileIntro);
    await card.pictures('exit-plan-file');
    const file = await chat.downloads(() => card.presses(en.files.open({ label: 'JSON' })));
    assert.equal(JSON.parse(await readFile(file, 'utf8')).tenant.name, fabrikam);
    await card.presses(about(en.offboardingPlan.plan.backToPlan, fabrikam));
    await card.reads(en.offboardingPlan.plan.title({ tenant: fabrikam }));
  });

  it('is not understood by another name, nor by none', async () => {
    for (const name of ['', 'Fabrikam']) {
      await card.sends(en.offboardingPlan.plan.nameLabel, name, disable(fabrikam));
      await card.reads(beginning(en.offboarding.notices.nameExpected({ name: mark })));
    }
    await card.pictures('exit-wrong-name');
  });

  it('finds the steps chosen, decides, and has five minutes to undo it', async () => {
    for (const step of [
      en.offboardingPlan.choices.assignments({ count: 3 }),
      en.offboardingPlan.choices.consent,
      en.offboardingPlan.choices.relationships({ count: 1 }),
    ]) {
      assert.equal(await card.hasChosen(step), true, step);
    }
    await card.sends(en.offboardingPlan.plan.nameLabel, fabrikam, disable(fabrikam));
    await card.reads(en.offboarding.stages.grace);
    await card.pictures('exit-grace');
    await card.presses(about(en.offboarding.buttons.undo, fabrikam));
    await card.reads(en.certificates.notOffboarded({ tenant: fabrikam }));
    await card.pictures('exit-undone');
  });

  it('finds everything as it was, and the plan again', async () => {
    await card.presses(about(en.buttons.toTenant, fabrikam));
    await card.reads(en.tenant.approved);
    await card.pictures('exit-undone-tenant');
    await card.presses(disable(fabrikam));
    await card.reads(en.offboardingPlan.plan.title({ tenant: fabrikam }));
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
    await card.sends(en.offboardingPlan.plan.nameLabel, fabrikam, disable(fabrikam));
    await card.reads(en.offboarding.stages.running);
    await card.reads(beginning(en.offboarding.tasks.verified({ at: mark })));
    await card.pictures('exit-under-way');
    await card.reads(`✅ ${en.certificates.access.none}`);
    await card.pictures('exit-certified');
    assert.match(await card.text(), /5 items removed\. Each removal was verified/);
  });

  it('hears of the certificate, and keeps it as PDF and as JSON', async () => {
    // The card on which it was decided says so too.
    const told = await chat.isTold(`no longer has access to ${fabrikam}`, 2);
    await told.pictures('exit-told-certificate');
    await told.presses(`Get the certificate as PDF: ${fabrikam}`);
    await told.reads(en.files.open({ label: 'PDF' }));
    await told.pictures('exit-certificate-link');
    const pdf = await chat.downloads(() => told.presses(en.files.open({ label: 'PDF' })));
    assert.equal((await readFile(pdf)).subarray(0, 5).toString('latin1'), '%PDF-');
    await told.presses(`Get the certificate as JSON: ${fabrikam}`);
    await told.reads(en.files.open({ label: 'JSON' }));
    json = await chat.downloads(() => told.presses(en.files.open({ label: 'JSON' })));
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
    await leftoverAccess.reads(en.offboardingPlan.plan.title({ tenant: cityPower }));
    await leftoverAccess.pictures('exit-plan-ex-customer');
    await leftoverAccess.sends(en.offboardingPlan.plan.nameLabel, cityPower, disable(cityPower));
    await leftoverAccess.reads(`✅ ${en.certificates.access.none}`);
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
    const alarm = await chat.isTold(en.watchedRequests.approvedTitle({ tenant: cityPower }));
    await alarm.pictures('exit-alarm');
    await alarm.presses(en.watchedRequests.terminateTooltip({ tenant: cityPower }));
    const over = await chat.isTold(en.watchedRequests.overTitle({ tenant: cityPower }));
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
    await greeting.presses(en.buttons.showTenants);
    card = await chat.isTold(beginning(en.tenantList.asOf({ time: mark })));
    await card.sends(en.tenantList.searchLabel, 'fabrikam', en.buttons.search);
    await card.standsAt('1–1 of 1 tenant');
    await card.presses(`Open: ${fabrikam}`);
    await card.reads(en.buttons.allTenants);
    await card.presses(disable(fabrikam));
    await card.sends(en.offboardingPlan.plan.nameLabel, fabrikam, disable(fabrikam));
    await card.reads(en.offboarding.stages.awaitsApproval);
    await card.pictures('exit-awaits-second');
    await card.presses(about(en.offboarding.buttons.review, fabrikam));
    await card.reads(en.offboarding.notices.ownDecision);
    await card.pictures('exit-own-decision');
    await card.presses(en.buttons.back);
    await card.reads(en.offboarding.stages.awaitsApproval);
  });

  it('the other reads the plan and agrees, and the certificate names both', async () => {
    await chat.as('user-megan', async () => {
      await card.presses(about(en.offboarding.buttons.review, fabrikam));
      await card.reads(en.offboardingPlan.plan.reviewTitle({ tenant: fabrikam }));
      await card.pictures('exit-review');
      await card.presses(about(en.offboardingPlan.plan.approve, fabrikam));
      await card.reads(en.offboarding.card.approvedBy);
    });
    await card.reads(`✅ ${en.certificates.access.none}`);
    await card.pictures('exit-certified-by-two');
    const { decidedBy, approvedBy } = en.offboarding.card;
    assert.match(await card.text(), new RegExp(`${decidedBy}Alex Wilber.*${approvedBy}Megan Bowen`));
  });
});

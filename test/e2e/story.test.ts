// The whole story by clicking: the real bot, the sandbox, Microsoft 365 Agents Playground and a browser.
import assert from 'node:assert/strict';
import { en } from '../support/filled-by-hand.js';
import { beginning, type CardOnPage, mark, Playground } from './playground.js';

describe('a newcomer who has typed two commands', () => {
  let chat: Playground;

  before(async () => {
    chat = await Playground.start();
  });

  after(() => chat.end());

  const open = async (name: string): Promise<CardOnPage> => {
    const card = await chat.says(`/tenants ${name}`);
    await card.presses(`Open: ${name}`);
    await card.reads(en.buttons.allTenants);
    return card;
  };

  it('point 1: is told the address of the chat, that of the sandbox’s admin page, and what to type', () => {
    const printed = chat.printed.join('\n');
    assert.ok(printed.includes(chat.chatUrl));
    assert.ok(printed.includes(chat.sandboxUrl));
    assert.match(printed, /\/tenants/);
  });

  it('point 2: sees every tenant, filters, searches and turns pages', async () => {
    const list = await chat.says('/tenants');
    await list.standsAt('1–10 of 18 tenants');
    assert.match(await list.text(), /Sandbox: nothing here touches Microsoft/);
    await list.pictures('tenants');
    await list.turnsTo(en.buttons.next, '11–18 of 18 tenants');
    // The page before has such a row as well.
    await list.turnsTo(`⚪\u00A05 ${en.statuses.notConfigured}`, '1–5 of 5 tenants');
    await list.reads('access still live');
    await list.sends(en.tenantList.searchLabel, 'alpine', en.buttons.search);
    await list.standsAt('1–1 of 1 tenant');
    assert.match(await list.text(), /Alpine Ski House/);
    const other = await chat.says('/tennants', en.help.notUnderstood({ said: '/tennants' }));
    await other.reads(en.help.didYouMean({ nearest: '/tenants' }));
    const help = await chat.says('/help', en.help.title);
    await help.pictures('help');
  });

  it('says how all of it is doing', async () => {
    const status = await chat.says('/status', en.statusReport.title);
    await status.reads(/checks are OK: .*AdminAgents/);
    assert.doesNotMatch(await status.text(), /❌/);
    await status.pictures('status');
  });

  it('points 3 to 6: enables a tenant, hands over the link, and hears that the customer has approved', async () => {
    const card = await open('Contoso Ltd');
    const pressed = await card.across(en.buttons.enable);
    await card.presses(en.buttons.enable);
    await card.reads(en.questions.enable.lasting);
    await card.pictures('enable-question');
    // A double click on Enable meets no yes.
    assert.ok((await card.across(en.questions.enable.yes)).left > pressed.right);
    await card.presses(en.questions.enable.yes);
    await card.reads(en.statuses.awaitingMicrosoft);
    await card.reads(en.statuses.needsApproval);
    await card.pictures('needs-approval');
    await card.presses(en.buttons.copyApproval);
    await card.reads(en.approval.title({ tenant: 'Contoso Ltd' }));
    await card.pictures('approval-link');
    const link = await card.holds(en.approval.linkLabel);
    assert.match(await card.holds(en.approval.messageLabel), /Global Administrator/);
    await chat.onSandbox(link, async (page) => {
      await page.getByRole('button', { name: 'Approve' }).waitFor();
      await chat.picturesPage(page, 'customer-approves');
      await page.getByRole('button', { name: 'Approve' }).click();
      await page
        .getByText(/approved/i)
        .first()
        .waitFor();
    });
    const told = await chat.isTold('✅ Contoso Ltd is Approved');
    await told.pictures('told-approved');
    await card.reads(en.tenant.approved);
    await card.pictures('approved');
  });

  it('point 4: takes up what is there, and makes no second request beside somebody else’s', async () => {
    const card = await open('Adventure Works Cycles');
    await card.presses(en.buttons.enable);
    await card.reads(en.questions.enable.roles);
    await card.presses(en.buttons.enable);
    await card.reads(en.tenant.approved);
    const theirs = await open('Wide World Importers');
    await theirs.presses(en.buttons.reviewLimitations);
    await theirs.reads(en.limitations.requestElsewhere.title);
    await theirs.pictures('pending-elsewhere');
  });

  it('point 7: reviews a limitation, accepts it, has it mended and is Approved', async () => {
    const card = await open('Woodgrove Bank');
    await card.presses(en.buttons.reviewLimitations);
    await card.reads(en.limitations.noAzurePlan.title);
    await card.pictures('limitations');
    await card.presses(en.buttons.acceptLimitation);
    await card.reads(en.questions.acceptLimitations.title({ tenant: 'Woodgrove Bank', count: 1 }));
    await card.pictures('accept-question');
    await card.sends(
      en.questions.acceptLimitations.form.reason,
      'Azure comes later',
      en.questions.acceptLimitations.yes,
    );
    await card.reads(en.tenant.facts.acceptedBy);
    await card.pictures('accepted');
    await card.presses(en.buttons.reviewLimitations);
    await card.presses(en.buttons.takeBackAcceptance);
    await card.reads(en.history.facts.acceptanceTakenBack);
    await card.presses(en.buttons.reviewLimitations);
    await card.presses(en.buttons.revalidate);
    await card.reads(beginning(en.tenant.unchanged({ at: mark })));
    await chat.onSandbox('/customers/10000000-0000-4000-8000-000000000007', async (page) => {
      await chat.picturesPage(page, 'sandbox-customer');
      await page.getByRole('button', { name: /Buy/ }).click();
      await page
        .getByText(/active/i)
        .first()
        .waitFor();
    });
    // Partner Center tells of it, so nobody has to ask again.
    await card.reads(en.tenant.approved);
    await chat.isTold('✅ Woodgrove Bank is Approved');
  });

  it('point 6: hears that a customer has ended the access', async () => {
    await chat.onSandbox('/customers/10000000-0000-4000-8000-000000000002', async (page) => {
      await page.getByRole('button', { name: /End/ }).first().click();
      await page
        .getByText(/^(End requested|Ending|Ended)$/)
        .first()
        .waitFor();
    });
    const told = await chat.isTold(
      en.notices.headlines.accessLost({
        tenant: 'Fabrikam Inc',
        cause: en.limitations.relationshipLost.terminated.title,
      }),
    );
    await told.pictures('told-lost');
  });

  it('point 8: disables a tenant, and finds its access again', async () => {
    const card = await open('Contoso Ltd');
    await card.presses(en.buttons.disable);
    await card.reads(en.questions.disable.title({ tenant: 'Contoso Ltd' }));
    await card.pictures('disable-question');
    assert.match(await chat.dataFolder(), /Gatehouse-10000000-0000-4000-8000-000000000001-1/);
    await card.presses(en.questions.disable.yes);
    await card.reads(`⚪ ${en.statuses.notConfigured}`);
    await card.reads(en.tenant.manualRemoval.applicationStays);
    await card.pictures('disabled');
    assert.doesNotMatch(await chat.dataFolder(), /Gatehouse-10000000-0000-4000-8000-000000000001-1/);
    const list = await chat.says('/tenants contoso');
    await list.reads('access still live');
    await card.presses(en.buttons.enable);
    await card.reads(en.questions.enable.roles);
    await card.presses(en.buttons.enable);
    await card.reads(en.tenant.approved);
  });

  it('point 9: removes delegated admin, which reserved instances block', async () => {
    const blocked = await open("Margie's Travel");
    await blocked.presses(en.buttons.removeDelegatedAdmin);
    await blocked.reads(/has 2 Azure reserved instances/);
    await blocked.pictures('delegated-admin-blocked');
    const card = await open('Alpine Ski House');
    await card.presses(en.buttons.removeDelegatedAdmin);
    await card.reads(en.questions.removeDelegatedAdmin.title({ tenant: 'Alpine Ski House' }));
    await card.pictures('delegated-admin-question');
    await card.presses(en.questions.removeDelegatedAdmin.yes);
    await card.reads(en.history.facts.delegatedAdminRemoved);
    await card.pictures('delegated-admin-removed');
  });

  it('point 1: ends all of it with Ctrl-C', async () => {
    chat.interrupts();
    await chat.hasEnded();
    for (const url of [chat.chatUrl, chat.sandboxUrl]) await assert.rejects(fetch(url));
  });
});

// The story by clicking, for a person who reads German: list, approval, limitation, offboarding.
import assert from 'node:assert/strict';
import { de } from '../support/filled-by-hand.js';
import { beginning, type CardOnPage, mark, Playground } from './playground.js';

describe('a person who wants German', () => {
  let chat: Playground;
  const isList = beginning(de.tenantList.asOf({ time: mark }));
  const position = (from: number, to: number, total: number) => de.tenantList.position({ from, to, total });

  before(async () => {
    chat = await Playground.start();
  });

  after(() => chat.end());

  const open = async (name: string): Promise<CardOnPage> => {
    const card = await chat.says(`/${de.commands.tenants[0]} ${name}`, isList);
    await card.presses(de.buttons.about({ title: de.buttons.open, subject: name }));
    await card.reads(de.buttons.allTenants);
    return card;
  };

  it('says so once, and is answered in German from then on', async () => {
    await chat.says('/language deutsch', de.language.title);
    const help = await chat.says('/hilfe', de.help.title);
    await help.pictures('german-help');
  });

  it('sees every tenant, filters, and searches with the keyboard', async () => {
    const list = await chat.says(`/${de.commands.tenants[0]}`, isList);
    await list.standsAt(position(1, 10, 18), de);
    await list.pictures('german-tenants');
    await list.presses(`⚪\u00A05 ${de.statuses.notConfigured}`);
    await list.standsAt(position(1, 5, 5), de);
    await list.sends(de.tenantList.searchLabel, 'alpine');
    await list.standsAt(position(1, 1, 1), de);
    await list.sends(de.tenantList.searchLabel, 'tailwind', de.buttons.search);
    await list.reads(de.tenantList.empty.noMatch);
    await list.pictures('german-no-match');
  });

  it('enables a tenant, hands over the link, and is told that the customer has approved', async () => {
    const card = await open('Contoso Ltd');
    await card.presses(de.buttons.enable);
    await card.reads(de.questions.enable.lasting);
    await card.presses(de.questions.enable.yes);
    await card.reads(de.statuses.needsApproval);
    await card.presses(de.buttons.copyApproval);
    await card.reads(de.approval.title({ tenant: 'Contoso Ltd' }));
    await card.pictures('german-approval');
    const link = await card.holds(de.approval.linkLabel);
    await chat.onSandbox(link, async (page) => {
      await page.getByRole('button', { name: 'Approve' }).click();
      await page
        .getByText(/approved/i)
        .first()
        .waitFor();
    });
    const told = await chat.isTold(de.notices.headlines.approved({ tenant: 'Contoso Ltd' }));
    await told.pictures('german-told-approved');
    await card.reads(de.tenant.approved);
  });

  it('reviews a limitation, and accepts it after a question', async () => {
    const card = await open('Woodgrove Bank');
    await card.presses(de.buttons.reviewLimitations);
    await card.reads(de.limitations.noAzurePlan.title);
    await card.pictures('german-review');
    await card.presses(de.buttons.acceptLimitation);
    await card.reads(de.questions.acceptLimitations.title({ tenant: 'Woodgrove Bank', count: 1 }));
    await card.sends(
      de.questions.acceptLimitations.form.reason,
      'Azure kommt später',
      de.questions.acceptLimitations.yes,
    );
    await card.reads(de.tenant.facts.acceptedBy);
  });

  it('reads beside the input what keeps an offboarding from being decided, and decides it', async () => {
    const fabrikam = 'Fabrikam Inc';
    const decide = de.buttons.about({ title: de.buttons.planOffboarding, subject: fabrikam });
    const card = await open(fabrikam);
    await card.presses(decide);
    await card.reads(de.offboardingPlan.plan.title({ tenant: fabrikam }));
    for (const name of ['', 'Fabrikam']) {
      await card.sends(de.offboardingPlan.plan.nameLabel, name, decide);
      await card.reads(de.offboarding.notices.nameExpected({ name: fabrikam }));
      await card.pictures(`german-name-${name === '' ? 'empty' : 'wrong'}`);
    }
    await card.sends(de.offboardingPlan.plan.nameLabel, fabrikam, decide);
    await card.reads(de.offboarding.stages.grace);
    await card.pictures('german-grace');
    assert.equal((await card.text()).includes(de.offboarding.notices.nameExpected({ name: fabrikam })), false);
  });
});

// What people type besides commands.

import assert from 'node:assert/strict';
import { smallTalkIn, typedButtonIn } from '../../../src/bot/conversation/small-words.js';
import { answerText } from '../../../src/bot/conversation/text-commands.js';
import { denial } from '../../../src/bot/people/permissions.js';
import { refusalNotice } from '../../../src/views/explain/notices.js';
import { literal } from '../../../src/views/render/text.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, having, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonFor, buttonVerbs, textOf } from '../../support/card-reading.js';
import { aTurn, someServices } from '../../support/some-services.js';

describe('small talk', () => {
  for (const [said, kind] of [
    ['Hi', 'hello'],
    ['hello!', 'hello'],
    ['Hello Gatehouse', 'hello'],
    ['Hey there 👋', 'hello'],
    ['Good morning.', 'hello'],
    ['Thanks!', 'thanks'],
    ['thank you very much', 'thanks'],
    ['hello world', undefined],
    ['thanks for nothing', undefined],
    ['', undefined],
    ['👋', undefined],
  ] as const) {
    it(`${JSON.stringify(said)} is ${kind ?? 'none'}`, () => {
      assert.equal(smallTalkIn(said, en), kind);
    });
  }

  it('is answered with what can be said next, and never with “I don’t know”', async () => {
    const { services } = someServices('viewer', tenantBy.approved());
    const hello = await answerText(services, '<at>Gatehouse</at> hey', aTurn());
    assert.ok(textOf(hello.card).includes(en.help.smallTalk.helloLine));
    assert.deepEqual(buttonVerbs(hello.card), ['tenants.list']);
    const thanks = await answerText(services, 'Thank you!', aTurn());
    assert.equal(textOf(thanks.card).trim(), en.help.smallTalk.thanksTitle);
  });
});

describe('a tenant’s name by itself', () => {
  const asks = async (said: string, role: 'viewer' | undefined = 'viewer') => {
    const { services } = someServices(role, tenantBy.approved());
    return (await answerText(services, said, aTurn())).card;
  };
  const { customer } = tenantBy.approved();

  it('is answered with the search that was meant', async () => {
    for (const said of [customer.displayName, `/${customer.displayName}`, customer.displayName.slice(0, 4)]) {
      const card = await asks(said);
      const name = said.replace('/', '');
      assert.ok(textOf(card).includes(en.help.didYouMean({ nearest: literal(`/tenants ${name}`) })), textOf(card));
      assert.deepEqual(buttonFor(card, 'tenants.list')?.data, { search: name });
      assertGoodCard(card);
    }
  });

  it('is the name, though its first word is nearly a command', async () => {
    const tenant = { ...tenantBy.approved(), customer: { ...customer, displayName: 'Takeda Pharma' } };
    const { services } = someServices('viewer', tenant);
    const { card } = await answerText(services, 'takeda pharma', aTurn());
    assert.ok(textOf(card).includes(en.help.didYouMean({ nearest: literal('/tenants takeda pharma') })), textOf(card));
  });

  it('isn’t taken for a slip of a command, which is offered to those only who may give it', async () => {
    const slip = async (role: 'viewer' | 'operator' | undefined) => {
      const { services } = someServices(role, {
        ...tenantBy.approved(),
        customer: { ...customer, displayName: 'Takeda Pharma' },
      });
      const { card } = await answerText(services, 'enabel takeda', aTurn());
      assert.deepEqual(buttonVerbs(card), ['tenants.list']);
      return textOf(card).includes(en.help.didYouMean({ nearest: literal('/enable takeda') }));
    };
    assert.equal(await slip('operator'), true);
    assert.equal(await slip('viewer'), false);
    // Whose role isn't known, perhaps since Microsoft can't be asked, is told why once they give it.
    assert.equal(await slip(undefined), true);
  });

  it('is none for who may see no tenant, for a slip of a command, and where no tenant is called so', async () => {
    const isNone = async (said: string, role?: 'viewer') =>
      textOf(await asks(said, role)).includes(en.help.smallTalk.helloLine);
    const { services } = someServices(undefined, tenantBy.approved());
    const denied = await answerText(services, customer.displayName, aTurn());
    assert.ok(!textOf(denied.card).includes(`/tenants ${customer.displayName}`));
    for (const said of ['tenant', 'no such name', 'co']) assert.ok(await isNone(said), said);
  });
});

describe('a button’s label and a tenant’s name', () => {
  it('is understood with and without the slash, and in any case', () => {
    assert.deepEqual(typedButtonIn('/Enable Contoso Ltd', en), {
      verb: 'tenant.askEnable',
      word: 'enable',
      search: 'Contoso Ltd',
    });
    assert.equal(typedButtonIn('disable x', en)?.verb, 'tenant.askDisable');
    assert.deepEqual(typedButtonIn('Offboard completely Contoso', en), {
      verb: 'offboarding.plan',
      word: 'offboard completely',
      search: 'Contoso',
    });
    assert.equal(typedButtonIn('offboard Contoso', en)?.search, 'Contoso');
    assert.equal(typedButtonIn('enabled contoso', en), undefined);
  });

  const says = async (
    text: string,
    role: Parameters<typeof someServices>[0] = 'admin',
    tenant = tenantBy.notConfigured(),
  ) => {
    const { services, asked } = someServices(role, tenant);
    const { card, view } = await answerText(services, text, aTurn());
    return { text: textOf(card), verbs: buttonVerbs(card), kind: view?.kind, asked, tenant };
  };
  const name = tenantBy.notConfigured().customer.displayName;

  it('opens the tenant’s card and says which button continues, without doing anything', async () => {
    const enable = await says(`enable ${name}`);
    assert.equal(enable.kind, 'tenant');
    assert.ok(enable.verbs.includes('tenant.askEnable'));
    assert.ok(enable.text.includes(en.replies.selectButton({ button: en.buttons.enable })), enable.text);
    const disable = await says(`disable ${name}`, 'admin', tenantBy.approved());
    assert.ok(disable.text.includes(en.replies.selectButton({ button: en.buttons.disable })));
    const offboard = await says(`offboard ${name}`, 'admin', tenantBy.approved());
    assert.ok(offboard.text.includes(en.replies.selectButton({ button: en.buttons.planOffboarding })));
    for (const { asked } of [enable, disable, offboard]) assert.deepEqual(asked, ['readDelegatedAdmin']);
  });

  it('says why where the button would be refused', async () => {
    const { text, tenant } = await says(`enable ${name}`, 'admin', tenantBy.approved());
    assert.ok(text.includes(refusalNotice('alreadyDone', tenant, en)));
  });

  it('leads to the review where access was lost', async () => {
    const lost = having(tenantBy.approved(), {
      type: 'accessLost',
      limitations: [{ code: 'relationshipLost', ending: 'expired', relationshipName: 'Ours' }],
    });
    const { text } = await says(`enable ${name}`, 'operator', lost);
    assert.ok(text.includes(en.replies.selectButton({ button: en.buttons.reviewLimitations })));
  });

  it('leads to the list where no tenant is named, or none matches', async () => {
    const none = await says('enable');
    assert.equal(none.kind, 'list');
    assert.ok(none.text.includes(en.replies.whichTenants({ command: literal('/enable'), all: literal('all') })));
    assert.equal((await says('enable nobody here')).kind, 'list');
  });

  it('takes the role of the button, and writes down who lacks it', async () => {
    for (const [text, role, least, asked] of [
      [`enable ${name}`, 'viewer', 'operator', 'enable'],
      [`disable ${name}`, 'operator', 'admin', 'disable'],
      [`offboard ${name}`, 'operator', 'admin', 'offboarding.plan'],
    ] as const) {
      const denied = await says(text, role);
      assert.deepEqual(denied.asked, [`denied ${asked}`]);
      assert.ok(denied.text.includes(denial(role, least, alex, en) ?? '-'));
    }
    const { services, asked } = someServices(undefined, tenantBy.notConfigured());
    const stranger = await answerText(services, `enable ${name}`, aTurn());
    assert.deepEqual(asked, ['denied enable']);
    assert.ok(!textOf(stranger.card).includes(name));
  });
});

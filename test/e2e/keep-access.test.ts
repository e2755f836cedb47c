// Access that ends, by clicking: a relationship with Global Administrator in it is renewed from /expiring, and goes on after its end.
import assert from 'node:assert/strict';
import { accessTemplate } from '../../src/sandbox/world/partner.js';
import { en } from '../support/filled-by-hand.js';
import { about, type CardOnPage, Playground } from './playground.js';

const alpine = 'Alpine Ski House';
const alpineId = '10000000-0000-4000-8000-000000000011';
const pageOfAlpine = `/customers/${alpineId}`;

describe('an admin whose access to a tenant ends soon, with Global Administrator in it', () => {
  let chat: Playground;
  let expiring: CardOnPage;

  const posts = async (control: string, body: unknown): Promise<void> => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${chat.sandboxUrl}/sandbox/${control}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${control}: ${answer.status}`);
  };

  before(async function () {
    this.timeout(240_000);
    chat = await Playground.start();
    const { assignments } = accessTemplate;
    await posts('relationships', {
      tenantId: alpineId,
      displayName: 'Alpine by hand',
      roles: [...new Set(assignments.flatMap(({ roles }) => roles)), 'Global Administrator'],
      assignments: assignments.map(({ groupId }) => ({ groupId })),
      autoExtendDuration: 'PT0S',
      endsInSeconds: 20 * 86_400,
    });
    const card = await chat.says('/tenants alpine');
    await card.presses(`Open: ${alpine}`);
    // What is read of the tenant meanwhile would take the question's place.
    // While events arrive, all tenants are compared once a minute.
    await card.reads(en.tenant.notManaged.liveAccess, 120_000);
    await card.reads(en.buttons.removeDelegatedAdmin);
    await card.presses(en.buttons.enable);
    await card.reads(en.questions.enable.roles);
    await card.presses(en.buttons.enable);
    await card.reads(en.tenant.approved);
  });

  after(() => chat.end());

  it('reads in /expiring that Global Administrator is in the way', async () => {
    expiring = await chat.says('/expiring', en.expiring.intro);
    await expiring.reads(alpine);
    await expiring.reads(en.expiring.blocked);
    await expiring.pictures('expiring');
  });

  it('is told what is lost before anything happens', async () => {
    await expiring.presses(about(en.buttons.keepAccess, alpine));
    await expiring.reads(en.keeping.title({ tenant: alpine }));
    await expiring.reads(en.keeping.removal.noLonger);
    await expiring.reads(en.keeping.removal.removed({ relationship: 'Alpine by hand' }));
    await expiring.pictures('keep-access-question');
  });

  it('says yes, and follows it until Microsoft shows it as done', async () => {
    await expiring.presses(en.keeping.removal.yes);
    await expiring.reads(en.keeping.underWay.removeGlobalAdministrator);
    await expiring.pictures('keep-access-under-way');
    await expiring.reads(en.expiring.gone);
    await expiring.pictures('keep-access-kept');
    await chat.onSandbox(pageOfAlpine, async (page) => {
      await chat.picturesPage(page, 'keep-access-sandbox');
      const text = (await page.textContent('body')) ?? '';
      assert.match(text, /Alpine by hand.*then extended by 180 days.*9 roles/s);
      assert.doesNotMatch(text, /\d roles[^:]*Global Administrator/s);
    });
  });
});

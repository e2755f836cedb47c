// The languages of conversations: a person's own, and what people have chosen.

import assert from 'node:assert/strict';
import { headline } from '../../src/views/explain/notices.js';
import { literal } from '../../src/views/render/text.js';
import { de } from '../../src/views/words/de/index.js';
import { en } from '../../src/views/words/en/index.js';
import { fr } from '../../src/views/words/fr/index.js';
import type { BotMessage } from '../support/fake-teams.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const alexInGerman = { ...people.alex, locale: 'de-DE' };

const langOf = ({ card }: BotMessage) => (card as { readonly lang?: string }).lang;

/** French has narrow spaces that cards show as usual ones. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('a conversation', () => {
  const w = aWorldForEach({
    RECONCILE_SECONDS: '20',
    ADMINS: people.alex.aadObjectId,
    VIEWERS: people.megan.aadObjectId,
  });
  const loseMargie = async () => {
    const { controls } = w.world.sandbox;
    controls.end(controls.relationships(tenantIds.margie)[0]?.id ?? '');
    await w.world.passes(120);
    return w.world.tenant(tenantIds.margie);
  };

  it('of a person with a German Teams is greeted, answered and told in German', async () => {
    const chat = w.world.chat(alexInGerman, 'german');
    await chat.installs();
    assert.equal(chat.last.summary, de.replies.summaries.greeting);
    assert.equal(langOf(chat.last), 'de');
    const list = await chat.says('/mandanten');
    assert.equal(list.summary, de.replies.summaries.tenants);
    assert.ok(chat.reads(list).includes(de.tenantList.title));
    assert.ok(chat.reads(list).includes(de.statuses.needsApproval));
    await chat.presses(list, 'tenant.open');
    assert.equal((chat.sees(list) as { readonly lang?: string }).lang, 'de');
    const help = await chat.says('/help');
    assert.ok(chat.reads(help).includes(`/${de.commands.tenants[0]}`));
    const tenant = await loseMargie();
    assert.ok(chat.messages.some(({ summary }) => summary === headline('accessLost', tenant, de)));
    assert.equal(langOf(chat.last), 'de');
  });

  it('finds tenants by a status in its own language, in English and in any other', async () => {
    const chat = w.world.chat(alexInGerman, 'german');
    await chat.installs();
    for (const { statuses } of [de, en, fr]) {
      const list = await chat.says(`/tenants ${statuses.approved}`);
      const others = Object.values(de.statuses).filter((each) => each !== de.statuses.approved);
      const rows = chat
        .reads(list)
        .split('\n')
        .filter((line) => line.includes(' · '));
      assert.ok(
        rows.some((row) => row.includes(de.statuses.approved)),
        statuses.approved,
      );
      assert.ok(!rows.some((row) => others.some((each) => row.includes(each))), rows.join('\n'));
    }
  });

  it('of several people speaks as whoever installed it, until an operator chooses otherwise', async () => {
    const alex = w.world.chat(alexInGerman, 'group', 'groupChat');
    const megan = w.world.chat({ ...people.megan, locale: 'fr-CA' }, 'group', 'groupChat');
    await alex.installs();
    assert.equal(langOf(alex.last), 'de');
    assert.equal(langOf(await megan.says('/tenants')), 'de');
    const refused = await megan.says('/language français');
    assert.ok(megan.reads(refused).includes(de.replies.notAllowed));
    const list = await megan.says('/tenants');
    const chosen = await alex.says('/language français');
    assert.ok(plain(alex.reads(chosen)).includes(plain(fr.language.shared({ language: fr.language.name }))));
    await w.world.passes(30);
    assert.equal(langOf(list), 'fr', 'posted cards are drawn in it');
    for (const language of ['de', 'fr'] as const) {
      await alex.says(`/language ${language}`);
      await w.world.passes(30);
      assert.equal(langOf(list), language, 'drawn anew each time');
    }
    assert.equal(langOf(await alex.says('/tenants')), 'fr');
    const tenant = await loseMargie();
    assert.ok(alex.messages.some(({ summary }) => summary === headline('accessLost', tenant, fr)));
    await w.world.stopBot();
    await w.world.startBot();
    assert.equal(langOf(await megan.says('/help')), 'fr');
    await alex.says('/language automatic');
    assert.ok(plain(alex.reads(alex.last)).includes(plain(fr.language.onlyPersonal)));
  });

  it('of several people shows everyone what it speaks now, and writes down once that it was chosen', async () => {
    const alex = w.world.chat(people.alex, 'group', 'groupChat');
    const megan = w.world.chat(people.megan, 'group', 'groupChat');
    await alex.installs();
    const card = await alex.says('/language');
    const german = { verb: 'language.set', data: { chatLanguage: 'de' } } as const;
    await alex.presses(card, german);
    assert.equal(langOf({ ...card, card: alex.sees(card) }), 'de');
    await w.world.passes(5);
    assert.equal(langOf(card), 'de');
    assert.ok(megan.reads(card).includes(de.language.shared({ language: de.language.name })));
    const before = w.world.log.length;
    await alex.clicks(card, { type: 'Action.Execute', ...german });
    await alex.says('/language deutsch');
    const lines = w.world.log.filter(({ event }) => event === 'languageChosen');
    assert.deepEqual(
      lines.map(({ fields }) => fields),
      [{ conversationId: 'group', language: 'de' }],
    );
    assert.ok(w.world.log.length > before);
    await w.world.stopBot();
    await w.world.startBot();
    await alex.says('/language english');
    await w.world.passes(5);
    assert.equal(langOf(card), 'en', 'also after a restart');
  });

  it('that was there before languages were kept learns its own with the app’s update', async () => {
    const silent = w.world.chat(people.alex, 'team', 'channel');
    const inGerman = w.world.chat(alexInGerman, 'team', 'channel');
    await silent.installs();
    assert.equal(langOf(await inGerman.says('/tenants')), 'en');
    await inGerman.updatesApp();
    assert.equal(langOf(await silent.says('/tenants')), 'de');
  });

  it('of one person follows their Teams, unless they choose, until they choose that it does', async () => {
    const inGerman = w.world.chat(alexInGerman, 'own');
    const inFrench = w.world.chat({ ...people.alex, locale: 'fr-FR' }, 'own');
    const silent = w.world.chat(people.alex, 'own');
    assert.equal(langOf(await inGerman.says('/help')), 'de');
    assert.equal(langOf(await inFrench.says('/help')), 'fr');
    assert.equal(langOf(await silent.says('/help')), 'fr');
    const card = await inFrench.says('/language');
    await inFrench.presses(card, { verb: 'language.set', data: { chatLanguage: 'en' } });
    assert.ok(inFrench.reads(card).includes(en.language.personal({ language: en.language.name })));
    assert.equal(langOf(await inFrench.says('/help')), 'en');
    await inFrench.says('/language automatic');
    assert.equal(langOf(await inFrench.says('/help')), 'fr');
    const unknown = await inFrench.says('/language klingon');
    assert.ok(plain(inFrench.reads(unknown)).includes(plain(fr.language.unknown({ said: literal('klingon') }))));
    for (const said of ['german', 'DEUTSCH', 'allemand', 'de']) {
      await inFrench.says(`/language ${said}`);
      assert.equal(langOf(inFrench.last), 'de', said);
    }
  });

  it('whose language Gatehouse does not speak reads English', async () => {
    const chat = w.world.chat({ ...people.megan, locale: 'fi-FI' }, 'finnish');
    await chat.installs();
    assert.equal(chat.last.summary, en.replies.summaries.greeting);
    assert.equal(langOf(chat.last), 'en');
  });
});

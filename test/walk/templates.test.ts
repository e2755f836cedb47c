// Several access templates: tags and rules say which tenant has which, and a changed file is taken up while the bot runs.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { literal } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import { onEachStore, storeFor } from '../support/each-store.js';
import type { Chat } from '../support/fake-teams.js';
import { limitationsOn } from '../support/wording.js';
import { people, tenantIds, World } from '../support/world.js';

describe('several access templates', () => {
  let world: World;
  let chat: Chat;
  let path: string;

  /** The sandbox's template as the default, and one with another role for those with the tag vip. */
  const written = (vip: object = {}) => {
    const { template } = world;
    const more = structuredClone(template);
    more.assignments[0]?.roles.push('Global Reader');
    return JSON.stringify({
      default: 'standard',
      templates: { standard: template, vip: { ...more, ...vip } },
      rules: [{ tag: 'vip', template: 'vip' }],
    });
  };

  beforeEach(async function () {
    world = await World.start({}, storeFor(this));
    await world.passes(20);
    chat = world.chat(people.alex, 'chat-of-alex');
    await chat.installs();
    const text = written();
    await world.stopBot();
    path = await world.file('templates.json', text);
    await world.startBot({ ACCESS_TEMPLATE: path });
    await world.passes(90);
    world.sandbox.controls.clearRequests();
  });

  afterEach(() => world.end());

  onEachStore('are given by a tag, which is audited, shown and found, and concern that tenant alone', async () => {
    const before = await world.tenant(tenantIds.woodgrove);
    const card = await chat.says('/tag fabrikam VIP gold');
    assert.match(chat.reads(card), /vip, gold/);
    await world.passes(5);
    const tenant = await world.tenant(tenantIds.fabrikam);
    assert.deepEqual([tenant.tags, tenant.status], [['vip', 'gold'], 'issuesFound']);
    assert.deepEqual(
      tenant.onboarding?.limitations.map(({ code }) => code),
      ['templateChanged'],
    );
    assert.deepEqual(await world.tenant(tenantIds.woodgrove), before);
    const list = await chat.says('/tenants tag:vip');
    assert.match(chat.reads(list), /Fabrikam/);
    assert.doesNotMatch(chat.reads(list), /Woodgrove/);
    const history = await chat.says('/history fabrikam');
    assert.match(chat.reads(history), /Tags changed: \+vip \+gold/);
    await chat.says('/tag fabrikam -vip');
    await world.passes(5);
    assert.equal((await world.tenant(tenantIds.fabrikam)).status, 'approved');
    assert.match(chat.reads(await chat.says('/tenants tag:gold fab')), /gold · fabrikam/);
    assert.doesNotMatch(chat.reads(await chat.says('/tenants tag:vip')), /Fabrikam/);
  });

  it('are told by /templates, with how many tenants have each', async () => {
    await chat.says('/tag fabrikam vip');
    const card = chat.reads(await chat.says('/templates'));
    const { use, whyThey, by, given } = en.templates;
    const why = literal([by.rule({ count: 1 }), by.default({ count: 0 }), by.choice({ count: 0 })].join(', '));
    assert.ok(card.includes(whyThey({ what: use({ count: 1, enabled: 1 }), why })), card);
    assert.ok(card.includes(given.rules.tag({ tag: literal('vip'), count: 1 })) && card.includes(given.noRule));
    assert.match(card, /Global Reader/);
  });

  it('of several tenants are asked about, and what is no tag changes nothing', async () => {
    assert.match(chat.reads(await chat.says('/tag o vip')), /Change the tags of \d+ tenants\?/);
    assert.ok(chat.reads(await chat.says('/tag o')).includes(en.replies.whichTag));
    const none = await chat.says('/tag fabrikam v!p');
    assert.ok(chat.reads(none).includes(en.tags.notTags({ given: literal('v!p'), most: 32 })));
    assert.equal((await world.tenant(tenantIds.fabrikam)).tags, undefined);
    assert.ok(chat.reads(await chat.says('/tag')).includes(en.tags.howToAsk));
    assert.match(chat.reads(await chat.says('/tag fabrikam')), /has no tags/);
  });

  it('that have changed are taken up, and a wrong file is told to admins until it is right', async () => {
    await chat.says('/tag fabrikam vip');
    await world.passes(5);
    const messages = () => chat.messages.map(({ summary }) => summary);
    await writeFile(path, written({ durationDays: 0 }));
    await world.passes(90);
    const { title, stays } = en.alarms.templatesWrong;
    assert.equal(messages().filter((line) => line === title).length, 1);
    const alarm = chat.messages.find(({ summary }) => summary === title);
    assert.ok(alarm);
    assert.ok(chat.reads(alarm).includes(stays));
    assert.match(chat.reads(alarm), /templates\.json has errors: line \d+: templates\.vip\.durationDays/);
    assert.match(chat.reads(await chat.says('/status')), /templates\.vip\.durationDays/);
    assert.match(chat.reads(await chat.says('/templates')), /templates\.vip\.durationDays/);
    // It changes nothing.
    const fabrikam = await chat.says('/tenants fabrikam');
    await chat.presses(fabrikam, 'tenant.reviewLimitations');
    assert.deepEqual(limitationsOn(chat.sees(fabrikam), await world.tenant(tenantIds.fabrikam)), ['templateChanged']);
    await writeFile(path, written(world.template));
    await world.passes(90);
    assert.equal((await world.tenant(tenantIds.fabrikam)).status, 'approved');
    assert.deepEqual([...(await world.contents()).alarms.keys()], []);
    assert.equal(messages().filter((line) => line === title).length, 1);
  });
});

// Several access templates, of which a person chooses one at Enable, with tags: choose, see, request.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { literal } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import type { Literal } from '../../src/views/words/text-types.js';
import { inputsOf } from '../support/card-reading.js';
import { onEachStore, storeFor } from '../support/each-store.js';
import type { BotMessage, Chat } from '../support/fake-teams.js';
import { refusalOf } from '../support/wording.js';
import { people, tenantIds, World } from '../support/world.js';

describe('a person who enables, where there are several access templates,', () => {
  let world: World;
  let chat: Chat;
  let settings: Readonly<Record<string, string>>;
  const { enable } = en.questions;
  const { because, reasons } = en.templates;

  /** Every group by default; two of them for those with the tag vip; one by a choice only. */
  const written = () => {
    const { template } = world;
    const [first, second] = template.assignments;
    return {
      standard: template,
      'vip plus': { ...template, durationDays: 365, assignments: [first, second] },
      desk: { ...template, assignments: [first] },
      slim: { ...template, durationDays: 90, autoExtend: false, assignments: [second] },
    };
  };

  beforeEach(async function () {
    world = await World.start({}, storeFor(this));
    await world.passes(20);
    chat = world.chat(people.alex, 'chat-of-alex');
    await chat.installs();
    const rules = [{ tag: 'vip', template: 'vip plus' }];
    const text = JSON.stringify({ default: 'standard', templates: written(), rules });
    await world.stopBot();
    settings = { ACCESS_TEMPLATE: await world.file('templates.json', text) };
    await world.startBot(settings);
    await world.passes(90);
  });

  afterEach(() => world.end());

  const asks = async (): Promise<BotMessage> => {
    const card = await chat.says('/tenants contoso');
    await chat.presses(card, { verb: 'tenant.open', name: 'Contoso Ltd' });
    await chat.presses(card, 'tenant.askEnable');
    return card;
  };
  const reads = (card: BotMessage, template: string, reason: Literal) => {
    const text = chat.reads(card);
    assert.ok(text.includes(because({ template: literal(template), reason })), text);
  };
  const contoso = () => world.tenant(tenantIds.contoso);
  const groupsOf = (...which: readonly number[]) =>
    which.map((index) => world.template.assignments[index]?.groupId ?? '').sort();

  onEachStore(
    'chooses one, sees what it gives, and once approved its groups have its roles, after a restart too',
    async () => {
      const card = await asks();
      reads(card, 'standard', reasons.default);
      assert.ok(chat.reads(card).includes(enable.renews({ days: 730 })));
      await chat.presses(card, 'tenant.askEnable', { template: 'slim' });
      reads(card, 'slim', reasons.chosen);
      assert.ok(chat.reads(card).includes(enable.lasts({ days: 90 })));
      assert.equal(inputsOf(chat.sees(card)).template, 'slim');
      assert.equal((await contoso()).status, 'notConfigured');
      await chat.presses(card, 'tenant.enable');
      await world.passes(5);
      assert.equal((await contoso()).onboarding?.template, 'slim');
      await world.stopBot();
      await world.startBot(settings);
      const [request] = world.sandbox.controls.relationships(tenantIds.contoso);
      world.sandbox.controls.approve(request?.id ?? '');
      await world.passes(400);
      assert.deepEqual([(await contoso()).status, (await contoso()).onboarding?.template], ['approved', 'slim']);
      const [relationship] = world.sandbox.controls.relationships(tenantIds.contoso);
      assert.equal(relationship?.durationDays, 90);
      assert.deepEqual(relationship?.assignments.map(({ groupId }) => groupId).sort(), groupsOf(1));
      assert.ok(
        chat
          .reads(await chat.says('/history contoso'))
          .includes(en.history.subjects.template({ template: literal('slim') })),
      );
    },
  );

  onEachStore('imports templates before and after Enable, which count before every rule', async () => {
    const rows = ['Tenant;Access template;Owner', 'Contoso Ltd;slim;alex wilber', 'Fabrikam Inc;nothing of ours;'];
    const preview = await chat.says(['/import', ...rows].join('\n'));
    const { part, line, why } = en.importing;
    const { template, owner } = en.exporting.columns;
    assert.ok(chat.reads(preview).includes(part({ column: template, value: literal('slim') })), chat.reads(preview));
    assert.ok(chat.reads(preview).includes(part({ column: owner, value: literal(people.alex.name) })));
    const fault = why.unknownTemplate({ given: literal('nothing of ours') });
    assert.ok(chat.reads(preview).includes(line({ line: 3, why: fault })));
    await chat.presses(preview, 'import.begin');
    await world.passes(5);
    assert.ok(chat.reads(preview).includes(en.batches.title.import({ count: 1 })), chat.reads(preview));
    assert.deepEqual([(await contoso()).template, (await contoso()).owner?.person.name], ['slim', 'Alex Wilber']);
    await world.stopBot();
    await world.startBot(settings);
    const card = await asks();
    reads(card, 'slim', reasons.chosen);
    await chat.presses(card, 'tenant.enable');
    await world.passes(5);
    const [request] = world.sandbox.controls.relationships(tenantIds.contoso);
    world.sandbox.controls.approve(request?.id ?? '');
    await world.passes(400);
    assert.deepEqual([(await contoso()).status, (await contoso()).onboarding?.template], ['approved', 'slim']);
    const again = await chat.says('/import\nTenant;Access template\nContoso Ltd;desk');
    await chat.presses(again, 'import.begin');
    await world.passes(400);
    assert.equal((await contoso()).onboarding?.template, 'desk');
    const read = chat.reads(await chat.says('/history contoso'));
    assert.ok(
      read.includes(en.history.of({ what: en.history.facts.ownershipGiven, subject: literal('Alex Wilber') })),
      read,
    );
  });

  it('is shown a choice that comes with the yes before anything is requested', async () => {
    const card = await asks();
    await chat.presses(card, 'tenant.enable', { template: 'slim' });
    assert.ok(chat.reads(card).includes(enable.notShown));
    reads(card, 'slim', reasons.chosen);
    await chat.presses(card, 'tenant.enable', { template: 'nothing of ours' });
    assert.ok(chat.reads(card).includes(enable.templateChanged));
    await world.passes(60);
    assert.equal((await contoso()).status, 'notConfigured');
    assert.deepEqual(world.sandbox.controls.relationships(tenantIds.contoso), []);
  });

  it('has the template follow the tags that are typed, which are saved with it', async () => {
    const card = await asks();
    await chat.presses(card, 'tenant.enable', { tags: 'VIP, gold' });
    assert.ok(chat.reads(card).includes(enable.notShown));
    reads(card, 'vip plus', reasons.tag({ tag: literal('vip') }));
    assert.equal((await contoso()).tags, undefined);
    await chat.presses(card, 'tenant.enable');
    const { tags, onboarding, status, history } = await contoso();
    assert.deepEqual([tags, onboarding?.template, status], [['vip', 'gold'], undefined, 'awaitingMicrosoft']);
    assert.deepEqual(
      history.map(({ what, template }) => [what, template]),
      [
        ['tagged', undefined],
        ['onboardingRequested', 'vip plus'],
      ],
    );
    await world.passes(5);
    const [request] = world.sandbox.controls.relationships(tenantIds.contoso);
    world.sandbox.controls.approve(request?.id ?? '');
    await world.passes(400);
    const [relationship] = world.sandbox.controls.relationships(tenantIds.contoso);
    assert.deepEqual(relationship?.assignments.map(({ groupId }) => groupId).sort(), groupsOf(0, 1));
  });

  it('is told which tags are none, and too many are refused, with nothing requested', async () => {
    const card = await asks();
    await chat.presses(card, 'tenant.enable', { tags: 'v!p' });
    assert.ok(chat.reads(card).includes(en.tags.notTags({ given: literal('v!p'), most: 32 })));
    const many = Array.from({ length: 21 }, (_, number) => `t${number}`).join(' ');
    await chat.presses(card, 'tenant.askEnable', { tags: many });
    assert.ok(chat.reads(card).includes(refusalOf('Contoso Ltd', 'tooManyTags')));
    assert.equal(inputsOf(chat.sees(card)).tags, many);
    const { tags, status } = await contoso();
    assert.deepEqual([tags, status], [undefined, 'notConfigured']);
  });

  it('is told that what there is fits the template that they choose, which then is adopted', async () => {
    const card = await chat.says('/tenants tailspin');
    await chat.presses(card, { verb: 'tenant.open', name: 'Tailspin Toys' });
    await chat.presses(card, 'tenant.reviewLimitations');
    await chat.presses(card, 'tenant.askEnable');
    assert.ok(chat.reads(card).includes(enable.request({ count: 9 })));
    await chat.presses(card, 'tenant.askEnable', { template: 'desk' });
    const [relationship] = world.sandbox.controls.relationships(tenantIds.tailspin);
    assert.ok(chat.reads(card).includes(enable.adopt({ relationship: literal(relationship?.displayName ?? '') })));
    await chat.presses(card, 'tenant.enable');
    await world.passes(60);
    assert.equal((await world.tenant(tenantIds.tailspin)).status, 'approved');
    assert.equal(world.sandbox.controls.relationships(tenantIds.tailspin).length, 1);
  });

  it('has the rules decide once the chosen template is missing, which the card and admins say, until it is back', async () => {
    const card = await asks();
    await chat.presses(card, 'tenant.askEnable', { template: 'slim' });
    await chat.presses(card, 'tenant.enable');
    await world.passes(5);
    assert.match(chat.reads(card), /slim \(chosen for this tenant\)/);
    assert.ok(!chat.reads(card).includes(en.tenant.templateMissing));
    const path = settings.ACCESS_TEMPLATE ?? '';
    const whole = await readFile(path, 'utf8');
    const { slim: _, ...others } = written();
    await writeFile(path, JSON.stringify({ default: 'standard', templates: others, rules: [] }));
    await world.passes(90);
    assert.ok(chat.reads(card).includes(en.tenant.templateMissing));
    assert.match(chat.reads(card), /standard \(default/);
    assert.equal((await contoso()).onboarding?.template, 'slim');
    const { title, why } = en.alarms.templatesMissing;
    const told = () => chat.messages.filter(({ summary }) => summary === title);
    assert.equal(told().length, 1);
    assert.ok(told().every((each) => chat.reads(each).includes(why({ names: literal('slim'), count: 1 }))));
    await world.passes(4000);
    assert.equal(told().length, 1);
    await writeFile(path, whole);
    await world.passes(90);
    assert.ok(!chat.reads(card).includes(en.tenant.templateMissing));
    assert.deepEqual([...(await world.contents()).alarms.keys()], []);
  });

  it('leaves it to the rules again with a request that follows, which forgets the choice', async () => {
    const card = await asks();
    await chat.presses(card, 'tenant.askEnable', { template: 'slim' });
    await chat.presses(card, 'tenant.enable');
    await world.passes(5);
    const [request] = world.sandbox.controls.relationships(tenantIds.contoso);
    world.sandbox.controls.reject(request?.id ?? '');
    await world.passes(400);
    await chat.presses(card, 'tenant.reviewLimitations');
    await chat.presses(card, 'tenant.askEnable');
    reads(card, 'slim', reasons.chosen);
    await chat.presses(card, 'tenant.askEnable', { template: '*' });
    reads(card, 'standard', reasons.default);
    await chat.presses(card, 'tenant.enable');
    const { onboarding, status } = await contoso();
    assert.deepEqual([onboarding?.template, status], [undefined, 'awaitingMicrosoft']);
  });
});

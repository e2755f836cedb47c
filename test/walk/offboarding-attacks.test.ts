// What people can do to an offboarding who may not, or not alone, and what's left of its tenant afterwards.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { denial } from '../../src/bot/people/permissions.js';
import type { RoleName } from '../../src/domain/tenant/commands.js';

import type { Verb } from '../../src/views/render/verbs.js';
import { en } from '../../src/views/words/en/index.js';
import { textOf } from '../support/card-reading.js';
import type { BotMessage, Chat, Somebody } from '../support/fake-teams.js';
import { accessLeftOn, refusalOf } from '../support/wording.js';
import { people, tenantIds, World } from '../support/world.js';

const { alex, megan } = people;
const olaf: Somebody = { id: '29:olaf', name: 'Olaf', aadObjectId: '0000000a-0000-4000-8000-00000000abcd' };
const vera: Somebody = { id: '29:vera', name: 'Vera', aadObjectId: '0000000a-0000-4000-8000-00000000abce' };
const nina: Somebody = { id: '29:nina', name: 'Nina', aadObjectId: '0000000a-0000-4000-8000-00000000abcf' };
const shouting: Somebody = { ...olaf, id: '29:olaf-again', aadObjectId: olaf.aadObjectId.toUpperCase() };
const litware = tenantIds.litware;

describe('an offboarding that needs two admins', () => {
  let world: World;
  let chat: Chat;

  beforeEach(async () => {
    world = await World.start({
      ADMINS: `${alex.aadObjectId},${olaf.aadObjectId}`,
      OPERATORS: megan.aadObjectId,
      VIEWERS: vera.aadObjectId,
      REQUIRE_SECOND_ADMIN: 'true',
      OFFBOARD_GRACE_MINUTES: '5',
    });
    chat = world.chat(olaf, 'of-olaf');
    await chat.installs();
  });
  afterEach(() => world.end());

  const asPlan = async (name = 'Litware', by = chat): Promise<BotMessage> => {
    const message = await by.says(`/tenants ${name}`);
    await by.presses(message, { verb: 'tenant.open', name });
    await by.presses(message, 'offboarding.plan');
    return message;
  };
  const doing = [
    'offboarding.plan',
    'offboarding.decide',
    'offboarding.review',
    'offboarding.approve',
    'offboarding.undo',
    'offboarding.retry',
    'offboarding.askLeaveRest',
    'offboarding.leaveRest',
    'offboarding.exportPlan',
    'certificate.get',
    'watchedRequest.terminate',
  ];
  const steps = 'assignments,relationships';
  const roles = new Map<Somebody, RoleName>([
    [megan, 'operator'],
    [vera, 'viewer'],
  ]);
  const relationship = () => world.sandbox.controls.relationships(litware)[0] ?? assert.fail();
  const audit = () => readFile(join(world.folder, 'data', 'audit.jsonl'), 'utf8');
  const dataOf = (by: Chat, message: BotMessage, button: Verb) => by.finds(message, button).data ?? {};
  /** What somebody reads who sends a click, whatever may be in it. */
  const sends = async (
    by: Chat,
    message: BotMessage,
    verb: string,
    data: Record<string, unknown>,
    trigger = 'manual',
  ) => {
    const action = { type: 'Action.Execute', verb, data };
    const { body } = await by.invokes('adaptiveCard/action', { action, trigger }, message.id);
    return JSON.stringify(body);
  };

  it('is nothing for others, whatever they send, from wherever', async () => {
    const message = await asPlan();
    const plan = dataOf(chat, message, 'offboarding.decide');
    await chat.presses(message, 'offboarding.decide', { steps, name: 'Litware Inc' });
    const offboarding = dataOf(chat, message, 'offboarding.undo');
    for (const person of [megan, vera, nina]) {
      for (const trigger of ['manual', 'automatic']) {
        for (const verb of doing) {
          for (const where of [chat.messages[0]?.conversationId ?? '', 'elsewhere']) {
            const by = world.chat(person, where, where === 'elsewhere' ? 'groupChat' : 'personal');
            const said = await sends(
              by,
              message,
              verb,
              { ...plan, ...offboarding, steps, name: 'Litware Inc' },
              trigger,
            );
            assert.doesNotMatch(said, /fileConsent|certificates\//, `${person.name} ${verb} ${trigger}`);
            const { aadObjectId: id, name } = person;
            const denied = denial(roles.get(person), 'admin', { id, name }, en) ?? assert.fail();
            if (trigger === 'manual') assert.ok(said.includes(denied), `${name} ${verb}`);
          }
        }
      }
    }
    await world.passes(1000);
    assert.doesNotMatch(await audit(), /offboardingApproved|offboardingUndone|offboardingBegun|Opened/);
    assert.equal(relationship().status, 'active');
  });

  it('is not agreed to by the first admin in other letters', async () => {
    const message = await asPlan();
    await chat.presses(message, 'offboarding.decide', { steps, name: 'Litware Inc' });
    const { offboardingId, version } = dataOf(chat, message, 'offboarding.undo') as {
      offboardingId: string;
      version: number;
    };
    const again = world.chat(shouting, 'of-olaf-again');
    const said = await sends(again, message, 'offboarding.approve', { tenantId: litware, offboardingId, version });
    assert.ok(
      said.includes(refusalOf('Litware Inc', 'sameAdmin')) || said.includes(en.offboarding.notices.ownDecision),
      said,
    );
    assert.doesNotMatch(await audit(), /offboardingApproved/);
    await world.passes(1000);
    assert.equal(relationship().status, 'active');
  });

  it('takes no nonsense', async () => {
    const message = await asPlan();
    const plan = dataOf(chat, message, 'offboarding.decide');
    const good = { ...plan, steps, name: 'Litware Inc' };
    const other = await asPlan('Woodgrove Bank');
    const ofOther = dataOf(chat, other, 'offboarding.decide');
    const nonsense: readonly Record<string, unknown>[] = [
      { ...good, name: 'Lіtware Inc' },
      { ...good, name: '' },
      { ...good, name: 'Litware' },
      { ...good, name: ['Litware Inc'] },
      { ...good, steps: ['assignments'] },
      { ...good, steps: { assignments: true } },
      { ...good, steps: 'assignments,__proto__' },
      { ...good, steps: 'reseller' },
      { ...good, steps: '' },
      { ...good, planHash: ofOther.planHash },
      { ...good, planHash: undefined },
      { ...good, planHash: { toString: 'x' } },
      { ...good, version: undefined },
      { ...good, version: 1e9 },
      { ...good, version: '4' },
      { ...ofOther, steps, name: 'Litware Inc' },
      { ...good, tenantId: `${litware}\u0000` },
      { ...good, tenantId: [litware] },
      JSON.parse(`{"__proto__": ${JSON.stringify(good)}}`),
    ];
    for (const data of nonsense) {
      await sends(chat, message, 'offboarding.decide', data);
      assert.doesNotMatch(await audit(), /offboardingDecided/, JSON.stringify(data));
    }
    await sends(chat, message, 'offboarding.decide', good);
    assert.match(await audit(), /offboardingDecided/);
  });

  it('is agreed to once, begun once, and leaves nothing of the tenant but its certificate', async () => {
    const other = world.chat(alex, 'of-alex');
    await other.installs();
    const message = await asPlan();
    await chat.presses(message, 'offboarding.decide', { steps, name: 'Litware Inc' });
    const { offboardingId, version } = dataOf(chat, message, 'offboarding.undo') as {
      offboardingId: string;
      version: number;
    };
    const data = { tenantId: litware, offboardingId, version };
    await world.stopBot();
    await world.startBot();
    const answers = await Promise.all([
      sends(other, message, 'offboarding.approve', data),
      sends(other, message, 'offboarding.approve', data),
      sends(chat, message, 'offboarding.approve', data),
      sends(chat, message, 'offboarding.undo', { ...data, offboardingId: '00000000-0000-4000-8000-000000000000' }),
    ]);
    assert.ok(answers.every((answer) => answer.includes('Litware')));
    assert.deepEqual((await audit()).match(/offboardingApproved|offboardingUndone/g), ['offboardingApproved']);
    const name = relationship().displayName;
    await world.passes(3600);
    assert.equal(relationship().status, 'terminated');
    assert.equal(world.log.filter(({ event }) => event === 'offboardingBegun').length, 1);
    const late = await sends(other, message, 'offboarding.undo', data);
    const { value } = JSON.parse(late) as { value: unknown };
    assert.equal(accessLeftOn(value), 'none');
    await world.passes(600);
    // Litware is still a customer, so its name and domain stand in the list; all else is the certificate's.
    const [folder, files] = [
      join(world.folder, 'data'),
      ['gatehouse.json', 'journal.jsonl', 'cards.json', 'audit.jsonl'],
    ];
    for (const file of files) {
      const text = await readFile(join(folder, file), 'utf8');
      assert.ok(!text.includes(name), file);
      if (file !== 'gatehouse.json') assert.doesNotMatch(text, /Litware/, file);
    }
    const logged = world.log.filter((line) => JSON.stringify(line).includes('Litware'));
    assert.deepEqual(logged, []);
    for (const { card } of [...chat.messages, ...other.messages]) assert.ok(!textOf(card).includes(name));
  });
});

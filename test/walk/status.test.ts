// What /status tells an admin about the whole, and what it costs.
import assert from 'node:assert/strict';
import { checkupText } from '../../src/views/health/checkup-lines.js';
import { assertGoodCard } from '../support/card-lint.js';
import { textOf } from '../support/card-reading.js';
import { disturb } from '../support/traffic.js';
import { aWorldForEach, people, World } from '../support/world.js';

const adminAgents = 'b0000000-0000-4000-8000-000000000009';
const serviceDesk = 'b0000000-0000-4000-8000-000000000001';

describe('/status', () => {
  const w = aWorldForEach({ VIEWERS: people.megan.aadObjectId, ADMINS: people.alex.aadObjectId });

  const status = async () => {
    const { card } = await w.chat.says('/status');
    assertGoodCard(card);
    return textOf(card);
  };
  const checks = () => w.world.sandbox.controls.requests().filter(({ path }) => path.includes('/groups'));

  it('tells an admin what is fine in one line, and how many tenants there are', async () => {
    const text = await status();
    assert.doesNotMatch(text, /❌/);
    assert.match(
      text,
      /✅ \d+ checks are fine: Settings, people, sign-in, .*AdminAgents.*, groups of the template, Partner Center/,
    );
    assert.match(text, /✅ Microsoft was read/);
    assert.match(text, /Approved\n\d+ tenants?/);
  });

  it('says that tenants without a reseller relationship are elsewhere, and where', async () => {
    assert.match(await status(), /2 tenants aren’t your customers in Partner Center.*\/leftovers lists them/);
  });

  it('knows that events come here', async () => {
    w.world.sandbox.controls.registerWebhook(`${w.world.app.url}/api/partner-center`);
    const before = await status();
    assert.match(before, /✅ \d+ checks are fine: [^\n]*events/i);
    assert.match(before, /sends its events here; none has come since the start/);
    w.world.sandbox.controls.sendEvent('test-created');
    await w.world.passes(60);
    assert.match(await status(), /Partner Center’s last event came {{DATE\(2026-11-22T10:/);
  });

  it('puts what somebody has to mend before everything else, in the doctor’s words', async () => {
    w.world.sandbox.controls.removeGroup(serviceDesk);
    w.world.sandbox.controls.setBehaviour({ clockAheadSeconds: 120 });
    const text = await status();
    assert.match(text, /❌ Groups of the template\n“Service Desk” \([-0-9a-f]+\) does not exist\.\nPut the object id/);
    assert.match(text, /⚠️ Clock\nIt is 2 minutes behind Microsoft’s/);
    assert.ok(text.indexOf('❌') < text.indexOf('⚠️'));
    const groupName = 'Service Desk';
    const doctors = checkupText([
      { check: 'templateGroups', state: 'wrong', what: 'groupMissing', groupName, groupId: serviceDesk },
    ]);
    const [said = ''] = /“Service Desk”[^\n]*/.exec(text) ?? [];
    assert.ok(doctors.includes(`Groups of the template: ${said}`), doctors);
  });

  it('asks Microsoft once a minute, however often somebody asks', async () => {
    await status();
    const asked = checks().length;
    assert.ok(asked > 0);
    w.world.sandbox.controls.setGroupMembers(adminAgents, []);
    assert.doesNotMatch(await status(), /❌/);
    assert.equal(checks().length, asked);
    await w.world.passes(60);
    assert.match(await status(), /❌ AdminAgents\nThe account is not in AdminAgents/);
    assert.equal(checks().length, 2 * asked);
  });

  it('answers in time though Microsoft does not, and has the rest a moment later', async () => {
    w.world.sandbox.controls.failNext({ path: '/v1.0/servicePrincipals', kind: 'stall' });
    const before = w.world.clock.milliseconds;
    const saying = w.chat.says('/status');
    const isAsked = () => w.world.sandbox.controls.requests().some(({ path }) => path.includes('/servicePrincipals'));
    while (!isAsked()) await new Promise((resolve) => setImmediate(resolve));
    await w.world.passes(6);
    const { card } = await saying;
    assert.equal(w.world.clock.milliseconds - before, 6000);
    const text = textOf(card);
    // Others may be on their way as well.
    assert.match(text, /🔎 [^\n]*GDAP service principal[^\n]*\nMicrosoft has not answered yet\./);
    assert.match(text, /✅ \d+ checks are fine: Settings/);
    await w.world.passes(30);
    assert.doesNotMatch(await status(), /has not answered yet/);
  });

  it('tells somebody who is no admin that this takes one, and asks Microsoft nothing', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    assert.match(megan.reads(await megan.says('/status')), /this takes an admin/);
    assert.equal(checks().length, 0);
  });
});

describe('an indirect reseller, whom Partner Center lets do nothing', () => {
  let world: World;

  beforeEach(async () => {
    // As it is reported: https://github.com/microsoft/Partner-Center-PowerShell/issues/306 (checked 2026-11-28)
    const answer = { code: '1002', description: 'Authorization Failed', data: [], source: 'PartnerFD' };
    disturb(async ({ url, go }) => (url.pathname.startsWith('/v1/') ? Response.json(answer, { status: 403 }) : go()));
    world = await World.start({ ADMINS: people.alex.aadObjectId });
  });
  afterEach(async () => {
    disturb(undefined);
    await world.end();
  });

  it('reads on the list and in /status what is so, where their customers are, and no promise', async () => {
    const chat = world.chat(people.alex, 'chat-of-alex');
    await chat.installs();
    await world.passes(600);
    const list = chat.reads(await chat.says('/tenants'));
    assert.match(list, /Gatehouse can’t show your customers.*You find them.*in Partner Center/);
    assert.match(list, /indirect reseller \(403 1002\)/);
    assert.doesNotMatch(list, /fills by itself|Being read|known from before/);
    assert.doesNotMatch(chat.reads(await chat.says('/leftovers')), /fills by itself|Being read/);
    assert.match(chat.reads(await chat.says('/tenants contoso')), /in Partner Center/);
    const text = chat.reads(await chat.says('/status'));
    assert.match(text, /❌ Partner Center\nIts API doesn’t let Gatehouse in \(403 1002\).*manages none of them/);
    assert.doesNotMatch(text, /still work/);
    // Nothing is wrong with the sign-in.
    assert.deepEqual(
      chat.messages.map(({ summary }) => summary).filter((line) => /sign/.test(line)),
      [],
    );
  });
});

// What does /status tell an admin about the whole, and what does it cost?
import assert from 'node:assert/strict';
import { checkupText } from '../../src/views/checkup-lines.js';
import { assertGoodCard } from '../support/card-lint.js';
import { textOf } from '../support/card-reading.js';
import { aWorldForEach, people } from '../support/world.js';

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

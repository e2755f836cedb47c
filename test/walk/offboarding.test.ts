// Offboard completely is decided by clicks: it ends every access, proves it, survives everything, and leaves a certificate.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tieName } from '../../src/views/certificate/tie-names.js';
import { nameExpected } from '../../src/views/offboarding/notices.js';
import { accessSentence } from '../../src/views/offboarding/past-offboarding.js';
import { taskStyle } from '../../src/views/offboarding/task-words.js';
import { capital } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, buttonVerbs, textOf } from '../support/card-reading.js';
import { decides, everyStep, opens, writesOf } from '../support/offboarding-walk.js';
import { accessLeftOn, offboardingStoppedNews, stageOn } from '../support/wording.js';
import { aWorldForEach, tenantIds, type World } from '../support/world.js';

/** Margie's Travel is tied in every way; nothing stands in the way of any of it any more. */
function untangle(world: World): void {
  const { controls } = world.sandbox;
  const { margie } = tenantIds;
  controls.setReservations(margie, 0);
  controls.endSubscriptions(margie, 'suspended');
}

const inOrder = [
  'DELETE accessAssignments',
  'DELETE accessAssignments',
  'DELETE applicationconsents',
  'DELETE accessAssignments',
  'POST requests',
  'PATCH customers AllowDelegatedAccess',
  'PATCH customers relationshipToPartner',
];

describe('Offboard completely', () => {
  const w = aWorldForEach({ OFFBOARD_GRACE_MINUTES: '5', PARTNER_NAME: 'Northbridge IT Ltd' });
  const name = "Margie's Travel";
  const noAccess = en.certificate.statement.none({ tenant: name, partner: 'Northbridge IT Ltd' });
  const certificate = async () => [...(await w.world.contents()).certificates.values()][0] ?? assert.fail();

  beforeEach(() => untangle(w.world));

  it('does nothing before its time, and not at all once it is undone', async () => {
    w.world.sandbox.controls.clearRequests();
    const message = await decides(w.chat, name);
    await w.world.passes(299);
    await w.chat.presses(message, 'offboarding.undo');
    await w.world.passes(600);
    assert.deepEqual(writesOf(w.world, tenantIds.margie), []);
    assert.deepEqual(w.chat.statuses(await opens(w.chat, name)), ['approved']);
  });

  it('takes only the tenant’s own name', async () => {
    const message = await opens(w.chat, name);
    await w.chat.presses(message, 'offboarding.plan');
    const card = await w.chat.presses(message, 'offboarding.decide', { steps: everyStep, name: 'Contoso Ltd' });
    assert.ok(buttonFor(card, 'offboarding.decide'));
    assert.ok(textOf(card).includes(nameExpected(await w.world.tenant(tenantIds.margie), en)));
    await w.world.passes(600);
    assert.deepEqual(w.chat.statuses(await opens(w.chat, name)), ['approved']);
  });

  it('removes everything in its order, tells it, and leaves nothing but the certificate', async () => {
    const message = await decides(w.chat, name);
    w.world.sandbox.controls.clearRequests();
    await w.world.passes(400);
    assert.deepEqual(writesOf(w.world, tenantIds.margie), inOrder);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.margie);
    assert.equal(relationship?.status, 'terminated');
    const told = w.world.teams.messages.filter(({ summary }) => summary.includes(noAccess));
    assert.equal(told.length, 1);
    assertGoodCard(w.chat.sees(message));
    assert.equal(accessLeftOn(w.chat.sees(message)), 'none');
    // Who is no customer any more is not in the list, and nothing of it is left but what the certificate says.
    assert.ok(!buttonFor((await w.chat.says("/tenants margie's")).card, 'tenant.open'));
    const state = await readFile(join(w.world.folder, 'data', 'gatehouse.json'), 'utf8');
    assert.ok(!state.includes('margiestravel'));
    assert.ok(!state.includes(relationship.id));
  });

  it('names the partner, the removals and Microsoft’s ids in the certificate, whose hash is in the audit log', async () => {
    await decides(w.chat, name);
    await w.world.passes(400);
    const { certificates } = JSON.parse(await readFile(join(w.world.folder, 'data', 'gatehouse.json'), 'utf8')) as {
      certificates: Record<string, { hashes: { json: string; pdf: string } }>;
    };
    const [[number, { hashes }] = ['', { hashes: { json: '', pdf: '' } }]] = Object.entries(certificates);
    const json = await readFile(join(w.world.folder, 'data', 'certificates', `${number}.json`));
    assert.equal(createHash('sha256').update(json).digest('hex'), hashes.json);
    const audit = await readFile(join(w.world.folder, 'data', 'audit.jsonl'), 'utf8');
    assert.ok(audit.includes(`"certificate":{"json":"${hashes.json}","pdf":"${hashes.pdf}"}`));
    const certificate = JSON.parse(json.toString('utf8')) as {
      partner: { name: string };
      removed: readonly { requestIds: readonly string[] }[];
      remains: { lines: readonly unknown[] };
    };
    // Nobody may take it for a real one.
    assert.equal(certificate.partner.name, 'Northbridge IT Ltd (sandbox: nothing of this is real)');
    assert.equal(certificate.removed.length, 7);
    for (const { requestIds } of certificate.removed) assert.equal(requestIds.length, 1);
    const sent = w.world.sandbox.controls.requests().map(({ headers }) => headers['ms-requestid']);
    assert.ok(certificate.removed.some(({ requestIds }) => sent.includes(requestIds[0])));
  });

  it('goes on by itself through a crash at every second', async () => {
    await decides(w.chat, name);
    await w.world.passes(298);
    for (let second = 0; second < 40; second += 1) {
      await w.world.passes(1);
      await w.world.crash();
    }
    await w.world.passes(400);
    const audit = await readFile(join(w.world.folder, 'data', 'audit.jsonl'), 'utf8');
    const proved = [...audit.matchAll(/"offboardingTaskProved".*?"subject":"(\w+)/g)].map(([, what]) => what);
    assert.deepEqual(proved, [
      'assignment',
      'assignment',
      'consent',
      'assignment',
      'relationship',
      'delegatedAdmin',
      'reseller',
    ]);
    assert.ok(w.world.teams.messages.some(({ summary }) => summary.includes(noAccess)));
    const terminations = w.world.sandbox.controls
      .relationships(tenantIds.margie)
      .flatMap(({ requests }) => requests.filter(({ action }) => action === 'terminate'));
    assert.equal(terminations.length, 1);
    const { certificates } = JSON.parse(await readFile(join(w.world.folder, 'data', 'gatehouse.json'), 'utf8')) as {
      certificates: object;
    };
    assert.equal(Object.keys(certificates).length, 1);
  });

  for (const removal of ['consent', 'relationship', 'delegatedAdmin', 'reseller'] as const) {
    it(`stops when Microsoft refuses (${removal}), says so, and goes on when it is tried again`, async () => {
      w.world.sandbox.controls.setRemoving(tenantIds.margie, removal, 'refused');
      const message = await decides(w.chat, name);
      await w.world.passes(1200);
      assertGoodCard(w.chat.sees(message));
      assert.equal(stageOn(w.chat.sees(message)), 'stopped');
      const tenant = await w.world.tenant(tenantIds.margie);
      const { offboarding } = tenant;
      assert.ok(offboarding);
      // Each task's state stands on the card: that it was refused, and what waits for it.
      for (const task of offboarding.tasks.slice(0, 5))
        assert.ok(w.chat.reads(message).includes(taskStyle(task, offboarding, en).state), task.id);
      assert.ok(offboarding.tasks.some(({ state }) => state.is === 'refused'));
      assert.ok(buttonFor(w.chat.sees(message), 'offboarding.retry'), w.chat.reads(message));
      const stopped = offboardingStoppedNews(tenant);
      assert.equal(w.world.teams.messages.filter(({ summary }) => summary === stopped).length, 1);
      w.world.sandbox.controls.setRemoving(tenantIds.margie, removal, 'works');
      await w.chat.presses(message, 'offboarding.retry');
      await w.world.passes(400);
      assert.equal(accessLeftOn(w.chat.sees(message)), 'none');
      assert.equal((await certificate()).removedCount, 7);
      assert.match(w.chat.reads(message), /^7 /m);
    });
  }

  it('needs nobody for an assignment that is refused, since it goes with its relationship', async () => {
    w.world.sandbox.controls.setRemoving(tenantIds.margie, 'assignments', 'refused');
    const message = await decides(w.chat, name);
    await w.world.passes(1200);
    assert.equal((await certificate()).removedCount, 7);
    assert.match(w.chat.reads(message), /^7 /m);
  });

  it('says after an hour that Microsoft never showed it, and leaves it out when somebody says so', async () => {
    w.world.sandbox.controls.setRemoving(tenantIds.margie, 'delegatedAdmin', 'neverShows');
    const message = await decides(w.chat, name, 'assignments,consent,relationships,delegatedAdmin');
    await w.world.passes(3000);
    assert.equal(stageOn(w.chat.sees(message)), 'running');
    await w.world.passes(2000);
    await w.chat.presses(message, 'offboarding.askLeaveRest');
    assertGoodCard(w.chat.sees(message));
    await w.chat.presses(message, 'offboarding.leaveRest');
    await w.world.passes(60);
    assert.equal(accessLeftOn(w.chat.sees(message)), 'remains');
    const issued = await certificate();
    assert.equal(issued.removedCount, 5);
    assert.deepEqual([issued.access?.is, issued.access?.by.length], ['remains', 1]);
    assert.deepEqual(
      issued.stillThere?.map(({ givesAccess }) => givesAccess),
      ['yes', 'no'],
    );
    const text = w.chat.reads(message);
    assert.ok(text.includes(accessSentence(issued, { partnerName: 'Northbridge IT Ltd', words: en })), text);
    for (const { tie = '', givesAccess } of issued.stillThere ?? []) {
      const line = `${capital(tieName(tie, en.certificate))}\n${capital(en.certificate.givesAccess[givesAccess])}`;
      assert.ok(text.includes(line), line);
    }
    assert.doesNotMatch(text, /✅/);
  });

  it('lets nobody enable, disable or revalidate meanwhile', async () => {
    const decided = await decides(w.chat, name);
    const other = await opens(w.chat, name);
    assert.deepEqual(buttonVerbs(w.chat.sees(other)), ['offboarding.show', 'tenants.list']);
    await w.chat.presses(other, 'offboarding.show');
    assert.equal(w.chat.reads(other), w.chat.reads(decided));
  });
});

describe('a request to a tenant that has been offboarded completely', () => {
  const w = aWorldForEach({ OFFBOARD_GRACE_MINUTES: '0' });

  it('is watched, told to the admins when it is approved after all, and terminated by a click', async () => {
    const message = await decides(w.chat, 'Northwind Traders', '');
    await w.world.passes(60);
    assert.equal(accessLeftOn(w.chat.sees(message)), 'none');
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.northwind);
    assert.equal(relationship?.status, 'approvalPending');
    w.world.sandbox.controls.approve(relationship.id);
    await w.world.passes(310);
    const alarm = w.world.teams.messages.find(({ card }) => buttonVerbs(card).includes('watchedRequest.terminate'));
    assert.ok(alarm, 'nobody was told');
    assertGoodCard(alarm.card);
    assert.match(textOf(alarm.card), /Northwind Traders/);
    await w.chat.presses(alarm, 'watchedRequest.terminate');
    await w.world.passes(60);
    assert.equal(w.world.sandbox.controls.relationships(tenantIds.northwind)[0]?.status, 'terminated');
    assert.match(w.world.teams.messages.at(-1)?.summary ?? '', /^✅ .*Northwind Traders/);
    assert.equal((await w.world.contents()).watchedRequests.size, 0);
  });
});

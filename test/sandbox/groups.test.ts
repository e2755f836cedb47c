// Who is in which group of the partner, and how Graph says so.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench, type GraphFault, ids } from './bench.js';

interface Membership {
  readonly '@odata.context': string;
  readonly value: string[];
}

const admins = 'd0000000-0000-4000-8000-000000000001';
const operators = 'd0000000-0000-4000-8000-000000000002';
const viewers = 'd0000000-0000-4000-8000-000000000003';
const alex = 'ABCDEF00-0000-4000-8000-000000000020';
const megan = '00000000-0000-4000-8000-000000000021';

const pathOf = (person: string) => `/v1.0/users/${encodeURIComponent(person)}/checkMemberGroups`;
const check = async <T = Membership>(bench: Bench, person: string, groupIds: unknown) =>
  bench.ask<T>('POST', pathOf(person), { body: { groupIds }, token: await bench.token('graph') });
const groupsOf = async (bench: Bench, person: string) =>
  (await check(bench, person, [admins, operators, viewers])).body.value;

describe('checkMemberGroups', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const refused = async (person: string, groupIds: unknown) => {
    const { status, body } = await check<GraphFault>(bench, person, groupIds);
    return [status, body.error.code];
  };

  it('knows three groups with nobody in them at first', async () => {
    const { status, body } = await check(bench, alex, [admins, operators, viewers]);
    assert.equal(status, 200);
    const context = `${bench.sandbox.url}/v1.0/$metadata#Collection(Edm.String)`;
    assert.deepEqual(body, { '@odata.context': context, value: [] });
    for (const group of [admins, operators, viewers]) bench.sandbox.controls.setGroupMembers(group, [alex]);
    assert.deepEqual(await groupsOf(bench, alex), [admins, operators, viewers]);
  });

  it('answers with those of the groups asked for that the user is in, and with no other', async () => {
    bench.sandbox.controls.setGroupMembers(admins, [alex]);
    bench.sandbox.controls.setGroupMembers(viewers, [alex, megan]);
    assert.deepEqual(await groupsOf(bench, alex), [admins, viewers]);
    assert.deepEqual(await groupsOf(bench, megan), [viewers]);
    assert.deepEqual((await check(bench, alex, [viewers, ids.serviceDesk])).body.value, [viewers]);
    bench.sandbox.controls.setGroupMembers(viewers, [megan]);
    assert.deepEqual(await groupsOf(bench, alex), [admins]);
  });

  it('looks through groups in groups, also in a circle', async () => {
    bench.sandbox.controls.setGroupMembers(admins, [alex, viewers]);
    bench.sandbox.controls.setGroupMembers(operators, [admins]);
    bench.sandbox.controls.setGroupMembers(viewers, [operators.toUpperCase(), megan]);
    assert.deepEqual(await groupsOf(bench, alex), [admins, operators, viewers]);
    bench.sandbox.controls.setGroupMembers(viewers, [megan]);
    assert.deepEqual(await groupsOf(bench, alex), [admins, operators]);
    assert.deepEqual(await groupsOf(bench, megan), [admins, operators, viewers]);
  });

  it('does not mind upper and lower case, and spells ids as they were asked for', async () => {
    bench.sandbox.controls.setGroupMembers(admins.toUpperCase(), [alex]);
    for (const person of [alex, alex.toLowerCase()]) {
      const { body } = await check(bench, person, [admins.toUpperCase()]);
      assert.deepEqual(body.value, [admins.toUpperCase()]);
    }
  });

  it('takes one to twenty groups', async () => {
    const many = Array.from({ length: 21 }, () => admins);
    assert.equal((await check(bench, alex, many.slice(1))).status, 200);
    for (const groupIds of [many, [], undefined, ['admins']]) {
      assert.deepEqual(await refused(alex, groupIds), [400, 'Request_BadRequest'], JSON.stringify(groupIds));
    }
  });

  it('does not know who is no user of the partner: no GUID, a group, or somebody who was removed', async () => {
    bench.sandbox.controls.setGroupMembers(admins, [alex]);
    bench.sandbox.controls.removeUser(alex);
    for (const person of [alex, alex.toLowerCase(), '29:alex', `${megan}0`, admins]) {
      assert.deepEqual(await refused(person, [admins]), [404, 'Request_ResourceNotFound'], person);
    }
    assert.equal((await check(bench, megan, [admins])).status, 200);
  });

  it('answers whoever has a token for Graph and the permission, and nobody else', async () => {
    const body = { groupIds: [admins] };
    const token = await bench.token('partnerCenter');
    assert.equal((await bench.ask('POST', pathOf(alex), { body })).status, 401);
    assert.equal((await bench.ask('POST', pathOf(alex), { body, token })).status, 401);
    assert.equal((await bench.ask('POST', pathOf(alex), { body, token: await bench.appToken('graph') })).status, 403);
    bench.sandbox.controls.setApplicationPermissions({ graph: ['GroupMember.Read.All'] });
    assert.equal((await bench.ask('POST', pathOf(alex), { body, token: await bench.appToken('graph') })).status, 200);
  });

  it('knows no group but the partner’s to put anybody in', () => {
    assert.throws(() => bench.sandbox.controls.setGroupMembers(megan, [alex]), { name: 'Refusal', code: 'notFound' });
  });
});

describe('groups in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-'));
    file = join(folder, 'world.json');
  });
  afterEach(async () => {
    await Bench.closeAll();
    await rm(folder, { recursive: true });
  });

  it('are as they were when the sandbox starts again', async () => {
    const first = await Bench.open({ file });
    first.sandbox.controls.setGroupMembers(admins, [alex]);
    first.sandbox.controls.removeUser(megan);
    await first.close();

    const second = await Bench.open({ file });
    assert.deepEqual(await groupsOf(second, alex), [admins]);
    assert.equal((await check(second, megan, [admins])).status, 404);
    await second.close();
  });

  it('begin empty in a file from before there were any', async () => {
    const first = await Bench.open({ file });
    first.sandbox.controls.setGroupMembers(admins, [alex]);
    await first.close();
    const { groups: _, removedUserIds: __, ...older } = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify(older));

    const second = await Bench.open({ file });
    assert.equal(second.sandbox.isNew, false);
    assert.deepEqual(await groupsOf(second, alex), []);
    second.sandbox.controls.setGroupMembers(viewers, [alex]);
    assert.deepEqual(await groupsOf(second, alex), [viewers]);
    await second.close();
  });
});

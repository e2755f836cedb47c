// Our clients ask the sandbox’s directory who is in which group, as documented.
import assert from 'node:assert/strict';
import { AccessDenied, CloudUnavailable, UnexpectedAnswer } from '../../../src/domain/errors.js';
import { failureOf } from '../../support/failure-of.js';
import { MicrosoftBench } from '../../support/microsoft-bench.js';

describe('the directory in the sandbox', () => {
  let bench: MicrosoftBench;
  let sandbox: MicrosoftBench['sandbox'];
  let microsoft: MicrosoftBench['microsoft'];

  beforeEach(async () => {
    bench = await MicrosoftBench.open();
    ({ sandbox, microsoft } = bench);
  });
  afterEach(() => bench.close());

  const alex = '00000000-0000-4000-8000-000000000020';
  const [admins, operators, viewers] = [1, 2, 3].map((n) => `d0000000-0000-4000-8000-00000000000${n}`) as [
    string,
    string,
    string,
  ];
  const others = (count: number) =>
    Array.from({ length: count }, (_, n) => `d1000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
  const checks = () => sandbox.controls.requests().filter(({ path }) => path.startsWith('/v1.0/users/'));

  it('says which of the groups a person is in, also through a group in a group, and names no other', async () => {
    assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins, operators, viewers]), []);
    sandbox.controls.setGroupMembers(admins, [alex]);
    sandbox.controls.setGroupMembers(viewers, [admins]);
    assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins, operators, viewers]), [admins, viewers]);
    assert.deepEqual(await microsoft.directory.groupsOf(alex, [operators, viewers]), [viewers]);
  });

  it('says what a group is called, and of one that is not there that it is not', async () => {
    assert.equal(await microsoft.directory.groupName(admins), 'Gatehouse admins');
    assert.equal(await microsoft.directory.groupName('d9999999-0000-4000-8000-000000000001'), undefined);
  });

  it('answers in lower case, however ids were written', async () => {
    sandbox.controls.setGroupMembers(admins, [alex]);
    assert.deepEqual(await microsoft.directory.groupsOf(alex.toUpperCase(), [admins.toUpperCase()]), [admins]);
    assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins.toUpperCase(), admins]), [admins]);
  });

  it('asks for twenty groups at a time, for each once, and not at all for none', async () => {
    sandbox.controls.setGroupMembers(operators, [alex]);
    sandbox.controls.setGroupMembers(viewers, [alex]);
    const groupIds = [viewers, ...others(43), viewers, operators];
    assert.deepEqual(await microsoft.directory.groupsOf(alex, groupIds), [viewers, operators]);
    const bodies = checks().map(({ body }) => body as { groupIds: string[] });
    assert.deepEqual(
      bodies.map((body) => body.groupIds.length),
      [20, 20, 5],
    );
    assert.deepEqual(await microsoft.directory.groupsOf(alex, []), []);
    assert.equal(checks().length, 3);
  });

  it('takes somebody whom the directory does not know for nobody’s member', async () => {
    sandbox.controls.setGroupMembers(admins, [alex]);
    sandbox.controls.removeUser(alex);
    assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins]), []);
    assert.deepEqual(await microsoft.directory.groupsOf('29:alex', [admins]), []);
  });

  it('sends the person’s id as part of the path, whatever is in it, and logs none', async () => {
    assert.deepEqual(await microsoft.directory.groupsOf('../groups/x?y#z', [admins]), []);
    assert.equal(checks().at(-1)?.path, '/v1.0/users/..%2Fgroups%2Fx%3Fy%23z/checkMemberGroups');
    const text = JSON.stringify(bench.lines);
    assert.ok(text.includes('/users/{id}/checkMemberGroups'));
    assert.ok(!text.includes('groups/x') && !text.includes(admins));
  });

  for (const fault of [{ status: 500 }, { kind: 'reset' }, { kind: 'invalidJson' }] as const) {
    it(`repeats the question like any read after ${JSON.stringify(fault)}`, async () => {
      sandbox.controls.setGroupMembers(admins, [alex]);
      sandbox.controls.failNext({ path: '/v1.0/users', ...fault, times: 2 });
      assert.deepEqual(await microsoft.directory.groupsOf(alex, [admins]), [admins]);
      assert.equal(checks().length, 3);
    });
  }

  it('is denied where permissions are missing', async () => {
    sandbox.controls.failNext({ path: '/v1.0/users', status: 403, code: 'Authorization_RequestDenied' });
    const error = await failureOf(microsoft.directory.groupsOf(alex, [admins]));
    assert.ok(error instanceof AccessDenied);
    assert.equal(error.problem.reason, 'noRights');
  });

  it('takes neither a failure nor an answer that it does not understand for no membership', async () => {
    sandbox.controls.failNext({ path: '/v1.0/users', status: 503, times: 3 });
    assert.ok((await failureOf(microsoft.directory.groupsOf(alex, [admins]))) instanceof CloudUnavailable);
    sandbox.controls.failNext({ path: '/v1.0/users', status: 200 });
    assert.ok((await failureOf(microsoft.directory.groupsOf(alex, [admins]))) instanceof UnexpectedAnswer);
  });
});

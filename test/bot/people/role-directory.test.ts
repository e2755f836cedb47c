// Roles by the settings and by Entra's groups.

import assert from 'node:assert/strict';
import { type Lists, RoleDirectory } from '../../../src/bot/people/role-directory.js';
import { FakeMicrosoft } from '../../support/fake-microsoft.js';
import { ManualClock } from '../../support/manual-clock.js';
import { noLog } from '../../support/test-dependencies.js';

const group = (name: string) => `group:${name}`;

function aRoleDirectory(
  lists: Lists | undefined,
  answer: (personId: string) => Promise<readonly string[]> = async () => [],
) {
  const clock = new ManualClock();
  const asked: string[] = [];
  const { directory } = new FakeMicrosoft();
  directory.groupsOf = (personId, groupIds) => {
    asked.push(`${personId}: ${groupIds.join(' ')}`);
    return answer(personId);
  };
  const roleDirectory = new RoleDirectory(lists, { directory, clock, log: noLog });
  return { clock, asked, roleDirectory, roleOf: (id: string) => roleDirectory.roleOf({ id, name: 'somebody' }) };
}

describe('the role of a person', () => {
  const named = { admins: ['a'], operators: ['o', 'a'], viewers: ['v'] };

  it('is settled by the lists, the highest counts, in any case', async () => {
    const { roleOf } = aRoleDirectory(named);
    assert.deepEqual(await Promise.all(['A', 'o', 'v', 'x', ''].map(roleOf)), [
      'admin',
      'operator',
      'viewer',
      undefined,
      undefined,
    ]);
  });

  it('is admin for everybody on a sandbox that names nobody', async () => {
    const { roleOf, roleDirectory } = aRoleDirectory(undefined);
    assert.equal(await roleOf('anybody'), 'admin');
    assert.equal(roleDirectory.lastRoleOf('somebody else'), 'admin');
  });

  it('asks Microsoft nothing while no group is named', async () => {
    const { roleOf, asked } = aRoleDirectory(named);
    await roleOf('x');
    assert.deepEqual(asked, []);
  });
});

describe('the role of a member of a group', () => {
  const lists = { admins: [group('g1'), 'a'], operators: [group('g2')], viewers: ['v'] };

  it('is the highest of all that they are, named or through groups', async () => {
    const memberships: Record<string, readonly string[]> = { x: ['g2', 'g1'], v: ['g2'], y: [] };
    const { roleOf } = aRoleDirectory(lists, async (id) => memberships[id] ?? []);
    assert.deepEqual(await Promise.all(['x', 'v', 'y'].map(roleOf)), ['admin', 'operator', undefined]);
  });

  it('is asked for once in five minutes, however often and at the same time', async () => {
    const { roleOf, asked, clock } = aRoleDirectory(lists, async () => ['g2']);
    await Promise.all([roleOf('x'), roleOf('x'), roleOf('X')]);
    assert.deepEqual(asked, ['x: g2 g1']);
    clock.next(clock.milliseconds + 299_000);
    await roleOf('x');
    assert.equal(asked.length, 1);
    clock.next(clock.milliseconds + 2000);
    await roleOf('x');
    assert.equal(asked.length, 2);
  });

  it('is not asked for where no group could raise it', async () => {
    const { roleOf, asked } = aRoleDirectory(lists);
    assert.equal(await roleOf('a'), 'admin');
    assert.deepEqual(asked, []);
  });

  it('is not known when the group cannot be read, which is no denial, and is asked for again soon', async () => {
    let isDown = true;
    const { roleOf, roleDirectory, asked, clock } = aRoleDirectory(lists, async () => {
      if (isDown) throw new Error('no answer');
      return ['g1'];
    });
    const isNotChecked = (id: string) => roleDirectory.isNotChecked({ id, name: '' });
    assert.equal(await roleOf('x'), undefined);
    assert.equal(await roleOf('v'), 'viewer');
    assert.deepEqual(['x', 'v', 'a'].map(isNotChecked), [true, true, false]);
    await assert.rejects(roleDirectory.checkedRoleOf({ id: 'x', name: '' }), { code: 'roleNotChecked' });
    isDown = false;
    await clock.passes(3);
    assert.equal(await roleOf('x'), 'admin');
    assert.equal(isNotChecked('x'), false);
    assert.equal(asked.length, 3);
  });

  it('is not known after 2.5 seconds without an answer, and is once the answer has come', async () => {
    const held: { tell?: (groupIds: readonly string[]) => void } = {};
    const { roleOf, roleDirectory, asked, clock } = aRoleDirectory(
      lists,
      () =>
        new Promise((resolve) => {
          held.tell = resolve;
        }),
    );
    const start = clock.elapsedMs();
    const role = roleOf('x');
    await clock.passes(2.5);
    assert.equal(await role, undefined);
    assert.equal(clock.elapsedMs() - start, 2500);
    assert.equal(roleDirectory.isNotChecked({ id: 'x', name: '' }), true);
    held.tell?.(['g1']);
    await clock.passes(0);
    assert.equal(await roleOf('x'), 'admin');
    assert.equal(asked.length, 1);
  });

  it('is not waited for again at once by whoever asks while Entra is slow', async () => {
    const { roleOf, clock } = aRoleDirectory(lists, () => new Promise(() => undefined));
    const role = roleOf('x');
    await clock.passes(2.5);
    await role;
    const start = clock.elapsedMs();
    const again = roleOf('x');
    await clock.passes(0);
    assert.equal(await again, undefined);
    assert.equal(clock.elapsedMs(), start);
  });

  it('takes nobody’s news away while the group cannot be read, only once it can', async () => {
    let isDown = true;
    const { roleDirectory, clock } = aRoleDirectory(lists, async () => {
      if (isDown) throw new Error('no answer');
      return [];
    });
    assert.equal(await roleDirectory.mayLook('x'), undefined);
    assert.equal(await roleDirectory.mayLook('v'), true);
    isDown = false;
    await clock.passes(3);
    assert.equal(await roleDirectory.mayLook('x'), false);
  });

  it('goes by what has passed and not by the wall clock, which may be set back', async () => {
    const { roleOf, asked, clock } = aRoleDirectory(lists, async () => ['g2']);
    await roleOf('x');
    clock.steps(-40 * 86_400);
    await clock.passes(301);
    await roleOf('x');
    assert.equal(asked.length, 2);
    clock.steps(80 * 86_400);
    await roleOf('x');
    assert.equal(asked.length, 2);
  });

  it('is drawn as it was known last while the group cannot be read', async () => {
    let isDown = false;
    const { roleOf, roleDirectory, clock } = aRoleDirectory(lists, async () => {
      if (isDown) throw new Error('no answer');
      return ['g2'];
    });
    await roleOf('x');
    isDown = true;
    await clock.passes(301);
    assert.equal(await roleOf('x'), undefined);
    assert.equal(roleDirectory.lastRoleOf('x'), 'operator');
  });

  it('is remembered for drawing only', async () => {
    const { roleOf, roleDirectory } = aRoleDirectory(lists, async () => ['g2']);
    assert.equal(roleDirectory.lastRoleOf('x'), undefined);
    await roleOf('x');
    assert.equal(roleDirectory.lastRoleOf('X'), 'operator');
  });
});

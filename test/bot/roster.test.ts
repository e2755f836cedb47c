// Who is what, going by the settings and by Entra's groups?
import assert from 'node:assert/strict';
import { type Lists, Roster } from '../../src/bot/roster.js';
import { ManualClock } from '../support/manual-clock.js';
import { noLog } from '../support/test-means.js';

const group = (name: string) => `group:${name}`;

function aRoster(lists: Lists | undefined, answer: (personId: string) => Promise<readonly string[]> = async () => []) {
  const clock = new ManualClock();
  const asked: string[] = [];
  const groupsOf = (personId: string, groupIds: readonly string[]) => {
    asked.push(`${personId}: ${groupIds.join(' ')}`);
    return answer(personId);
  };
  const roster = new Roster(lists, { groupsOf, clock, log: noLog });
  return { clock, asked, roster, roleOf: (id: string) => roster.roleOf({ id, name: 'somebody' }) };
}

describe('the role of a person', () => {
  const named = { admins: ['a'], operators: ['o', 'a'], viewers: ['v'] };

  it('is settled by the lists, the highest counts, in any case', async () => {
    const { roleOf } = aRoster(named);
    assert.deepEqual(await Promise.all(['A', 'o', 'v', 'x', ''].map(roleOf)), [
      'admin',
      'operator',
      'viewer',
      undefined,
      undefined,
    ]);
  });

  it('is admin for everybody on a sandbox that names nobody', async () => {
    const { roleOf, roster } = aRoster(undefined);
    assert.equal(await roleOf('anybody'), 'admin');
    assert.equal(roster.lastRoleOf('somebody else'), 'admin');
  });

  it('asks Microsoft nothing while no group is named', async () => {
    const { roleOf, asked } = aRoster(named);
    await roleOf('x');
    assert.deepEqual(asked, []);
  });
});

describe('the role of a member of a group', () => {
  const lists = { admins: [group('g1'), 'a'], operators: [group('g2')], viewers: ['v'] };

  it('is the highest of all that they are, named or through groups', async () => {
    const memberships: Record<string, readonly string[]> = { x: ['g2', 'g1'], v: ['g2'], y: [] };
    const { roleOf } = aRoster(lists, async (id) => memberships[id] ?? []);
    assert.deepEqual(await Promise.all(['x', 'v', 'y'].map(roleOf)), ['admin', 'operator', undefined]);
  });

  it('is asked for once in five minutes, however often and at the same time', async () => {
    const { roleOf, asked, clock } = aRoster(lists, async () => ['g2']);
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
    const { roleOf, asked } = aRoster(lists);
    assert.equal(await roleOf('a'), 'admin');
    assert.deepEqual(asked, []);
  });

  it('is none when the group cannot be read, and is asked for again soon', async () => {
    let isDown = true;
    const { roleOf, asked, clock } = aRoster(lists, async () => {
      if (isDown) throw new Error('no answer');
      return ['g1'];
    });
    assert.equal(await roleOf('x'), undefined);
    assert.equal(await roleOf('v'), 'viewer');
    isDown = false;
    assert.equal(await roleOf('x'), undefined);
    clock.next(clock.milliseconds + 16_000);
    assert.equal(await roleOf('x'), 'admin');
    assert.equal(asked.length, 3);
  });

  it('is none when the answer takes longer than a click can wait', async () => {
    const { roleOf, clock } = aRoster(lists, () => new Promise(() => undefined));
    const role = roleOf('x');
    clock.next(clock.milliseconds + 4000);
    assert.equal(await role, undefined);
  });

  it('is remembered for drawing only', async () => {
    const { roleOf, roster } = aRoster(lists, async () => ['g2']);
    assert.equal(roster.lastRoleOf('x'), undefined);
    await roleOf('x');
    assert.equal(roster.lastRoleOf('X'), 'operator');
  });
});

// What does looking at the groups of a template cost, and is nobody asked what nobody wants to know?
import assert from 'node:assert/strict';
import { checksOf } from '../../src/operations/checkup.js';
import type { CheckupCalls } from '../../src/operations/ports.js';
import { aTemplate, globalReader } from '../support/builders.js';
import { ManualClock } from '../support/manual-clock.js';

/** A checkup of a template with so many groups, each of which is in order. */
const looking = (count: number, requireAzure: boolean) => {
  const asked = { groups: 0, memberships: 0, underWay: 0, mostAtOnce: 0, adminAgents: 0 };
  const calls = {
    async adminAgents() {
      asked.adminAgents += 1;
      return ['admin-agents'];
    },
    async group(groupId: string) {
      asked.groups += 1;
      asked.underWay += 1;
      asked.mostAtOnce = Math.max(asked.mostAtOnce, asked.underWay);
      await new Promise(setImmediate);
      asked.underWay -= 1;
      return { name: groupId, isSecurity: true };
    },
    async isIn() {
      asked.memberships += 1;
      return true;
    },
  } as unknown as CheckupCalls;
  const assignments = Array.from({ length: count }, (_, n) => {
    return { groupId: `group-${n}`, groupName: `group-${n}`, roles: [globalReader] };
  });
  const checks = checksOf({
    clock: new ManualClock(),
    settings: [],
    botIdentity: () => assert.fail('not asked for'),
    dataFolder: () => assert.fail('not asked for'),
    nodeVersion: 'v24.0.0',
    microsoft: {
      calls,
      signIn: () => ({ credential: { kind: 'secret' }, scopes: {} }),
      template: aTemplate({ requireAzure, assignments }),
      namesGroups: false,
      app: { appId: 'app' },
      webhooks: {
        registration: () => assert.fail('not asked for'),
        offered: () => assert.fail('not asked for'),
        view: () => assert.fail('not asked for'),
      },
    },
  });
  const look = checks.get('templateGroups');
  assert.ok(look);
  return { asked, look };
};

describe('looking at the groups of a template', () => {
  it('asks for twenty at most, four at a time, and tells how many were left out', async () => {
    const { asked, look } = looking(25, true);
    const findings = await look();
    assert.deepEqual(
      findings.map((each) => [each.what, 'count' in each && each.count]),
      [['groupsLeftOut', 5]],
    );
    assert.deepEqual(asked, { groups: 20, memberships: 20, underWay: 0, mostAtOnce: 4, adminAgents: 1 });
  });

  it('asks for no membership where Azure is not wanted', async () => {
    const { asked, look } = looking(2, false);
    assert.deepEqual(await look(), [
      { check: 'templateGroups', state: 'good', what: 'groupsGood', count: 2, areNested: false },
    ]);
    assert.deepEqual([asked.groups, asked.memberships, asked.adminAgents], [2, 0, 0]);
  });
});

// What a checkup costs; nothing unneeded is asked, and nothing is made of what isn't known.

import assert from 'node:assert/strict';
import { checkupChecks, type MicrosoftCheckupDeps } from '../../../src/operations/health/checkup.js';
import type { CheckupCalls } from '../../../src/operations/ports/microsoft.js';
import { fixedTemplates } from '../../../src/operations/ports/templates.js';
import { aTemplates, globalReader } from '../../support/builders.js';
import { ManualClock } from '../../support/manual-clock.js';

const notAskedFor = () => assert.fail('not asked for');

/** The checks of a checkup that asks Microsoft for these things and nothing else. */
const checksWith = (calls: Partial<CheckupCalls>, side: Partial<MicrosoftCheckupDeps> = {}) =>
  checkupChecks({
    clock: new ManualClock(),
    settings: () => [],
    people: { needsSecondAdmin: false },
    botIdentity: notAskedFor,
    storage: { dataFolder: notAskedFor },
    nodeVersion: 'v24.0.0',
    microsoft: {
      calls: calls as CheckupCalls,
      tokens: { signIn: () => ({ credential: { kind: 'secret' }, scopes: {} }) },
      templates: fixedTemplates(aTemplates()),
      namesGroups: false,
      app: { appId: 'app' },
      webhooks: { registration: notAskedFor, offeredEvents: notAskedFor },
      wantedEvents: [],
      address: { eventsUrl: undefined, isSet: false },
      ...side,
    },
  });

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
  };
  const assignments = Array.from({ length: count }, (_, n) => {
    return { groupId: `group-${n}`, groupName: `group-${n}`, roles: [globalReader] };
  });
  const checks = checksWith(calls, { templates: fixedTemplates(aTemplates({ requireAzure, assignments })) });
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

describe('looking at where events go', () => {
  it('misses no event that Microsoft does not offer', async () => {
    const registered = async (...events: readonly string[]) => {
      const url = 'https://a.example/hook';
      const webhooks = {
        registration: async () => ({ url, events }),
        offeredEvents: async () => ['approved', 'terminated'],
      };
      const wantedEvents = ['approved', 'terminated', 'withdrawn by Microsoft'];
      return checksWith({}, { webhooks, wantedEvents, address: { eventsUrl: url, isSet: true } }).get('webhooks')?.();
    };
    assert.deepEqual(
      (await registered('approved', 'terminated'))?.map(({ what }) => what),
      ['webhookOurs'],
    );
    const lacking = [{ check: 'webhooks', state: 'warning', what: 'webhookLacksEvents', events: ['terminated'] }];
    assert.deepEqual(await registered('approved'), lacking);
  });
});

describe('looking at when a secret ends', () => {
  it('takes no other secret for one of which nothing is known, or that the tenant does not have', async () => {
    const elsewhere = [{ check: 'botCredential', state: 'notChecked', what: 'appElsewhere' }];
    const ended = [{ hint: '', endsAt: '2026-01-01T00:00:00.000Z' }];
    const look = (hint: string | undefined, listed: typeof ended | undefined) =>
      checksWith({ credentialsOf: async () => listed }, { bot: { appId: 'bot', hint } }).get('botCredential')?.();
    assert.deepEqual(await look(undefined, ended), elsewhere);
    assert.deepEqual(await look('abc', undefined), elsewhere);
    const marked = ended.map((each) => ({ ...each, hint: 'abc' }));
    assert.equal((await look('abc', marked))?.[0]?.state, 'wrong');
  });
});

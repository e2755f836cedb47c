// A checkup has read the directory, Partner Center and this machine: the finding for each, and their order.
import assert from 'node:assert/strict';
import { couldNotCheck, type Finding, mostUrgentFirst, settingsFindings } from '../../../src/domain/health/checkup.js';
import {
  adminAgentsFinding,
  groupsFindings,
  partnerCenterFinding,
  rolesFinding,
  type SeenGroup,
  type WebhookView,
  webhooksFinding,
} from '../../../src/domain/health/checkup-directory.js';
import {
  clockFinding,
  type DataFolder,
  dataFolderFinding,
  nodeFinding,
} from '../../../src/domain/health/checkup-machine.js';
import { mfaFinding } from '../../../src/domain/health/checkup-sign-in.js';
import { bareFault } from '../../../src/domain/setting-fault.js';
import { aTemplate, aTemplates, now } from '../../support/builders.js';
import { aProblem, aSignIn, told } from '../../support/checkup-builders.js';

describe('groups of the template', () => {
  const aGroup = (changes: Partial<SeenGroup> = {}): SeenGroup => ({
    groupId: 'id',
    groupName: 'Desk',
    group: { name: 'Desk', isSecurity: true },
    isNested: true,
    ...changes,
  });
  const all = (seen: readonly SeenGroup[], leftOut = 0) => groupsFindings(seen, leftOut).map(told);

  it('are good when they exist, are security groups and are where Azure wants them', () => {
    assert.deepEqual(all([aGroup(), aGroup()]), ['good groupsGood']);
    assert.deepEqual(all([aGroup({ isNested: undefined })]), ['good groupsGood']);
  });

  it('are told of one by one', () => {
    assert.deepEqual(
      all([
        aGroup({ group: undefined, isNested: undefined }),
        aGroup({ group: { name: 'Desk', isSecurity: false } }),
        aGroup({ group: { name: 'Other', isSecurity: true } }),
        aGroup({ isNested: false }),
      ]),
      ['wrong groupMissing', 'wrong groupNotSecurity', 'warning groupNamedOtherwise', 'warning groupNotNested'],
    );
  });

  it('are wrong together when Azure is wanted and none of them gets there', () => {
    assert.deepEqual(all([aGroup({ isNested: false }), aGroup({ isNested: false })]), ['wrong noGroupNested']);
  });

  it('are not all good when some were not looked at', () => {
    assert.deepEqual(all([aGroup()], 3), ['notChecked groupsLeftOut']);
  });
});

describe('Partner Center', () => {
  it('is closed when it says no itself, and lacks consent when the sign-in service does', () => {
    assert.equal(told(partnerCenterFinding(undefined)), 'good partnerCenterReached');
    assert.equal(told(partnerCenterFinding(aProblem('noRights', 'partnerCenter'))), 'wrong partnerCenterRefuses');
    assert.equal(
      told(partnerCenterFinding(aProblem('partnerCenterClosed', 'partnerCenter'))),
      'warning partnerCenterClosed',
    );
    assert.equal(told(partnerCenterFinding(aProblem('noRights'))), 'wrong partnerCenterNoConsent');
    for (const reason of ['throttled', 'unreachable', 'mfaRequired', 'signInExpired'] as const) {
      assert.equal(told(partnerCenterFinding(aProblem(reason))), 'notChecked failed', reason);
    }
  });

  const ourUrl = 'https://gatehouse.example/api/partner-center';
  const wanted = ['test-created', 'granular-admin-relationship-approved'];
  const unknownAddress = { eventsUrl: undefined, isSet: false };

  it('sends events to us, to somebody else or nowhere', () => {
    const view = { address: { eventsUrl: ourUrl, isSet: true }, wanted };
    assert.equal(told(webhooksFinding(undefined, view)), 'warning webhookAbsent');
    assert.equal(told(webhooksFinding({ url: ourUrl, events: wanted }, view)), 'good webhookOurs');
    assert.equal(
      told(webhooksFinding({ url: ourUrl, events: wanted }, { address: unknownAddress, wanted })),
      'warning webhookOursUnknown',
    );
    assert.deepEqual(webhooksFinding({ url: ourUrl, events: ['test-created'] }, view), {
      check: 'webhooks',
      state: 'warning',
      what: 'webhookLacksEvents',
      events: ['granular-admin-relationship-approved'],
    });
  });

  it('sends events to us where they arrive, whatever is registered, unless the settings name our address', () => {
    const registration = { url: 'https://tunnel.example/api/partner-center', events: wanted };
    const local = { eventsUrl: 'http://127.0.0.1:3978/api/partner-center', isSet: false };
    const heartbeat = { arrives: true, lastEventAt: '2026-11-22T10:00:00.000Z' };
    const what = (view: Omit<WebhookView, 'wanted'>) => told(webhooksFinding(registration, { wanted, ...view }));
    assert.equal(what({ address: unknownAddress, heartbeat }), 'good webhookOurs');
    assert.equal(what({ address: local, heartbeat }), 'good webhookOurs');
    assert.equal(what({ address: local, heartbeat: { ...heartbeat, arrives: false } }), 'warning webhookElsewhere');
    assert.equal(what({ address: { eventsUrl: ourUrl, isSet: true }, heartbeat }), 'warning webhookElsewhere');
    assert.equal(what({ address: unknownAddress }), 'warning webhookOursUnknown');
    assert.equal(told(webhooksFinding(undefined, { address: local, heartbeat, wanted })), 'warning webhookAbsent');
  });

  it('names another product by its host only: the rest may be a key', () => {
    const view = { address: { eventsUrl: ourUrl, isSet: true }, wanted };
    const elsewhere = webhooksFinding({ url: 'https://cipp.example/api/hook?code=secret', events: wanted }, view);
    assert.deepEqual(elsewhere, {
      check: 'webhooks',
      state: 'warning',
      what: 'webhookElsewhere',
      host: 'cipp.example',
    });
    assert.doesNotMatch(JSON.stringify(webhooksFinding({ url: 'secret', events: [] }, view)), /secret/);
  });
});

describe('the rest', () => {
  it('AdminAgents is wrong when it is not there, and when the account is not in it', () => {
    assert.equal(told(adminAgentsFinding(true)), 'good inAdminAgents');
    assert.equal(told(adminAgentsFinding(false)), 'wrong notInAdminAgents');
    assert.equal(told(adminAgentsFinding(undefined)), 'wrong noAdminAgents');
  });

  it('a role without a name may be new, or a slip', () => {
    assert.equal(told(rolesFinding(aTemplates())), 'good rolesKnown');
    const unknown = '12345678-0000-4000-8000-000000000001';
    const [first] = aTemplate().assignments;
    assert.ok(first);
    const templates = aTemplates({
      assignments: [{ ...first, roles: [...first.roles, { id: unknown, name: unknown }] }],
    });
    assert.deepEqual(rolesFinding(templates), {
      check: 'templateRoles',
      state: 'warning',
      what: 'rolesUnknown',
      roleIds: [unknown],
    });
  });

  it('a clock is told of from one minute on, and wrong from five', () => {
    for (const [seconds, expected] of [
      [0, 'good clockRight'],
      [60, 'good clockRight'],
      [-61, 'warning clockOff'],
      [300, 'warning clockOff'],
      [-301, 'wrong clockOff'],
      [undefined, 'notChecked clockNotTold'],
    ] as const) {
      assert.equal(told(clockFinding(seconds)), expected, `${seconds} seconds`);
    }
  });

  it('a version of Node.js is supported until its end', () => {
    const at = (version: string, when = now) => told(nodeFinding(version, when));
    assert.equal(at('v18.20.8'), 'wrong nodeTooOld');
    assert.equal(at('v20.18.3'), 'wrong nodeTooOld');
    assert.equal(at('v20.19.0', '2026-04-30T23:00:00.000Z'), 'good nodeSupported');
    assert.equal(at('v20.19.0', '2026-05-01T00:00:00.000Z'), 'warning nodeEnded');
    assert.equal(at('v24.11.0'), 'good nodeSupported');
    assert.equal(at('v25.2.0'), 'warning nodeEnded');
    assert.equal(at('v28.0.0'), 'good nodeSupported');
    assert.equal(at('unknown'), 'wrong nodeTooOld');
  });

  it('a data folder is good where it can be written, stays, and has room', () => {
    const folder: DataFolder = {
      access: 'writable',
      isOpenToOthers: false,
      isFleeting: false,
      freeBytes: 1e12,
      isHeld: false,
    };
    const like = (changes: Partial<DataFolder>) => told(dataFolderFinding({ ...folder, ...changes }));
    assert.equal(like({}), 'good folderGood');
    assert.equal(like({ isHeld: true }), 'good folderGood');
    assert.equal(like({ freeBytes: undefined }), 'good folderGood');
    assert.equal(like({ access: 'absent' }), 'good folderAbsent');
    assert.equal(like({ access: 'none' }), 'wrong folderNotWritable');
    assert.equal(like({ isOpenToOthers: true }), 'warning folderOpenToOthers');
    assert.equal(like({ isFleeting: true }), 'warning folderFleeting');
    assert.equal(like({ freeBytes: 100 * 1024 ** 2 }), 'warning folderFilling');
    assert.equal(like({ freeBytes: 10 * 1024 ** 2 }), 'wrong folderFilling');
  });

  it('settings are whole, or told of one by one', () => {
    assert.deepEqual(settingsFindings([]).map(told), ['good settingsWhole']);
    const problems = ['PORT', 'HOST'].map((name) => ({ name, fault: bareFault('fileAbsent') }));
    assert.deepEqual(settingsFindings(problems).map(told), ['wrong settingWrong', 'wrong settingWrong']);
  });
});

describe('findings', () => {
  it('go by urgency, then in the order of the checks', () => {
    const findings: readonly Finding[] = [
      clockFinding(0),
      couldNotCheck('webhooks', { reason: 'unreachable' }),
      nodeFinding('v25.0.0', now),
      adminAgentsFinding(false),
      clockFinding(-1000),
      mfaFinding(aSignIn({ hasMfa: true }), undefined),
    ];
    assert.deepEqual(
      mostUrgentFirst(findings).map(({ check }) => check),
      ['adminAgents', 'clock', 'nodeVersion', 'webhooks', 'mfa', 'clock'],
    );
  });
});

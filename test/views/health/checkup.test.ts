// Every finding is told in plain words, short enough for a card, with no foreign text that bends it.
import assert from 'node:assert/strict';
import { checkNames, type Finding, mostUrgentFirst } from '../../../src/domain/health/checkup.js';
import { problemReasons } from '../../../src/domain/problem.js';
import { bareFault, fault } from '../../../src/domain/setting-fault.js';
import { checkupText, fineLine } from '../../../src/views/health/checkup-lines.js';
import { checkWords } from '../../../src/views/health/checkup-words.js';
import { statusReportView } from '../../../src/views/health/status-report.js';
import { de } from '../../../src/views/words/de/index.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTemplates, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { parts, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('checkup');
const nasty = `**Desk** [pay](https://evil.example) {{DATE(2020-01-01T00:00:00Z)}}\u001b[31m\n${'x'.repeat(500)}`;
const id = 'b0000000-0000-4000-8000-000000000001';
const reasons = problemReasons;
const credentials = (['appCredential', 'botCredential'] as const).flatMap((check): readonly Finding[] => [
  { check, state: 'good', what: 'credentialLasts', endsAt: now, days: 90 },
  { check, state: 'warning', what: 'credentialEnds', endsAt: now, days: 7 },
  { check, state: 'wrong', what: 'credentialEnds', endsAt: now, days: 0 },
  { check, state: 'wrong', what: 'credentialEnded', endsAt: now, days: -1 },
  { check, state: 'good', what: 'credentialHasNoEnd' },
  { check, state: 'warning', what: 'credentialNotListed' },
  { check, state: 'wrong', what: 'credentialRefused', problem: { reason: 'credentialRefused' } },
  { check, state: 'notChecked', what: 'appElsewhere' },
  { check, state: 'good', what: 'managedIdentity' },
]);
const bot = (['botSecretWrong', 'botSecretEnded', 'botAppUnknown', 'botTenantUnknown', 'botRefused'] as const).map(
  (what): Finding => ({ check: 'botIdentity', state: 'wrong', what }),
);
// One of each kind; TypeScript holds the words to be complete, and this the findings to be told well.
const every: readonly Finding[] = [
  ...checkNames.flatMap((check) =>
    reasons.map((reason): Finding => ({ check, state: 'notChecked', what: 'failed', problem: { reason } })),
  ),
  { check: 'mfa', state: 'notChecked', what: 'stillLooking' },
  { check: 'microsoft', state: 'notChecked', what: 'settingsInTheWay' },
  { check: 'microsoft', state: 'notChecked', what: 'databaseInTheWay' },
  { check: 'microsoft', state: 'notChecked', what: 'comesWithTheBot' },
  { check: 'mfa', state: 'notChecked', what: 'broke' },
  { check: 'settings', state: 'good', what: 'settingsWhole' },
  {
    check: 'settings',
    state: 'wrong',
    what: 'settingWrong',
    problem: { name: 'PORT', fault: fault('notHost', { given: nasty }) },
  },
  {
    check: 'settings',
    state: 'wrong',
    what: 'settingWrong',
    problem: { name: nasty, fault: bareFault('tokensDamaged') },
  },
  { check: 'people', state: 'good', what: 'everybodyMay' },
  { check: 'people', state: 'good', what: 'peopleNamed', count: 3 },
  { check: 'people', state: 'wrong', what: 'nobodyMay', emptyGroups: [] },
  { check: 'people', state: 'warning', what: 'noAdmins', emptyGroups: [nasty] },
  { check: 'people', state: 'warning', what: 'emptyGroups', emptyGroups: [nasty] },
  { check: 'people', state: 'warning', what: 'noSecondAdmin' },
  { check: 'signIn', state: 'good', what: 'signedIn', userName: nasty, daysLeft: 1 },
  { check: 'signIn', state: 'good', what: 'signedInSince', userName: nasty },
  { check: 'signIn', state: 'warning', what: 'signInEnds', userName: nasty, daysLeft: 0 },
  { check: 'signIn', state: 'wrong', what: 'signInEnded', userName: nasty },
  { check: 'signIn', state: 'wrong', what: 'signedOut' },
  { check: 'mfa', state: 'good', what: 'mfaSeen' },
  { check: 'mfa', state: 'wrong', what: 'mfaMissing' },
  { check: 'mfa', state: 'notChecked', what: 'mfaNotTold' },
  { check: 'graphPermissions', state: 'good', what: 'permissionsGranted', count: 3 },
  {
    check: 'graphPermissions',
    state: 'wrong',
    what: 'permissionsMissing',
    missing: [
      { name: 'DelegatedAdminRelationship.ReadWrite.All', why: 'always' },
      { name: 'GroupMember.Read.All', why: 'groups' },
      { name: 'User.ReadBasic.All', why: 'groups' },
    ],
  },
  { check: 'graphPermissions', state: 'notChecked', what: 'permissionsNotTold' },
  { check: 'adminAgents', state: 'good', what: 'inAdminAgents' },
  { check: 'adminAgents', state: 'wrong', what: 'notInAdminAgents' },
  { check: 'adminAgents', state: 'wrong', what: 'noAdminAgents' },
  { check: 'gdapServicePrincipal', state: 'good', what: 'servicePrincipalThere' },
  { check: 'gdapServicePrincipal', state: 'warning', what: 'servicePrincipalMissing' },
  { check: 'templateRoles', state: 'good', what: 'rolesKnown', count: 1 },
  { check: 'templateRoles', state: 'warning', what: 'rolesUnknown', roleIds: Array(50).fill(id) },
  { check: 'templateGroups', state: 'good', what: 'groupsGood', count: 1, areNested: true },
  { check: 'templateGroups', state: 'wrong', what: 'groupMissing', groupName: nasty, groupId: id },
  { check: 'templateGroups', state: 'wrong', what: 'groupNotSecurity', groupName: nasty },
  { check: 'templateGroups', state: 'warning', what: 'groupNotNested', groupName: nasty },
  { check: 'templateGroups', state: 'warning', what: 'groupNamedOtherwise', groupName: nasty, directoryName: nasty },
  { check: 'templateGroups', state: 'notChecked', what: 'groupsLeftOut', count: 3 },
  { check: 'templateGroups', state: 'wrong', what: 'noGroupNested' },
  { check: 'partnerCenter', state: 'good', what: 'partnerCenterReached' },
  { check: 'partnerCenter', state: 'warning', what: 'partnerCenterClosed' },
  {
    check: 'partnerCenter',
    state: 'wrong',
    what: 'partnerCenterRefuses',
    problem: { reason: 'noRights', service: 'partnerCenter', answer: nasty },
  },
  { check: 'partnerCenter', state: 'wrong', what: 'partnerCenterNoConsent' },
  { check: 'webhooks', state: 'good', what: 'webhookOurs', lastEventAt: now },
  { check: 'webhooks', state: 'good', what: 'webhookOurs' },
  { check: 'webhooks', state: 'warning', what: 'webhookElsewhere', host: nasty },
  { check: 'webhooks', state: 'warning', what: 'webhookLacksEvents', events: Array(50).fill(nasty) },
  { check: 'webhooks', state: 'warning', what: 'webhookAbsent' },
  { check: 'webhooks', state: 'warning', what: 'webhookOursUnknown' },
  { check: 'botIdentity', state: 'good', what: 'botAnonymous' },
  { check: 'botIdentity', state: 'warning', what: 'botAnonymous' },
  { check: 'botIdentity', state: 'notChecked', what: 'botManagedIdentity' },
  { check: 'botIdentity', state: 'good', what: 'botKnown' },
  { check: 'botIdentity', state: 'good', what: 'botTokenGranted' },
  ...bot,
  ...credentials,
  { check: 'clock', state: 'good', what: 'clockRight' },
  { check: 'clock', state: 'notChecked', what: 'clockNotTold' },
  { check: 'clock', state: 'warning', what: 'clockOff', seconds: 90 },
  { check: 'clock', state: 'wrong', what: 'clockOff', seconds: -900 },
  { check: 'dataFolder', state: 'good', what: 'folderGood', isHeld: true },
  { check: 'dataFolder', state: 'good', what: 'folderAbsent' },
  { check: 'dataFolder', state: 'wrong', what: 'folderNotWritable' },
  { check: 'dataFolder', state: 'warning', what: 'folderOpenToOthers' },
  { check: 'dataFolder', state: 'warning', what: 'folderFleeting' },
  { check: 'dataFolder', state: 'warning', what: 'folderFilling', freeBytes: 1e8 },
  ...[0, 1, 3].map(
    (replicas): Finding => ({ check: 'database', state: 'good', what: 'databaseGood', version: '15.18', replicas }),
  ),
  { check: 'database', state: 'wrong', what: 'databaseAway', answer: nasty },
  { check: 'database', state: 'wrong', what: 'databaseRefuses', answer: nasty },
  { check: 'database', state: 'wrong', what: 'databaseTooOld', version: '13.1' },
  { check: 'database', state: 'wrong', what: 'databaseEncoding' },
  { check: 'database', state: 'wrong', what: 'databaseNotMigrated' },
  { check: 'database', state: 'wrong', what: 'databaseNewer' },
  { check: 'database', state: 'wrong', what: 'databaseNotGranted', user: nasty },
  { check: 'database', state: 'wrong', what: 'databasePooled' },
  { check: 'database', state: 'wrong', what: 'databaseMoved', place: nasty },
  { check: 'database', state: 'warning', what: 'databaseBehind', seconds: 11 },
  { check: 'database', state: 'warning', what: 'replicaTemplatesDiffer', sets: 2 },
  { check: 'databaseLogin', state: 'good', what: 'databaseLoginLimited', user: nasty },
  { check: 'databaseLogin', state: 'warning', what: 'databaseOwner', user: nasty },
  { check: 'databaseClock', state: 'good', what: 'databaseClockRight' },
  { check: 'databaseClock', state: 'warning', what: 'databaseClockOff', seconds: 3 },
  { check: 'databaseClock', state: 'warning', what: 'databaseClockOff', seconds: -90 },
  { check: 'nodeVersion', state: 'good', what: 'nodeSupported', version: 'v24.11.0' },
  { check: 'nodeVersion', state: 'warning', what: 'nodeEnded', version: 'v20.20.2' },
  { check: 'nodeVersion', state: 'wrong', what: 'nodeTooOld', version: nasty },
];

const context = { words: en, isSandbox: true, templates: aTemplates(), now, asOf: now };
const counts = { issuesFound: 1, needsApproval: 0, awaitingMicrosoft: 0, approved: 2, notConfigured: 3 };
const cardOf = (
  findings: readonly Finding[],
  conversations: Parameters<typeof statusReportView>[0]['conversations'] = [],
) => statusReportView({ findings, counts, conversations }, context);

describe('the words for a finding', () => {
  it('say what was found, and what to do unless it is good, in whole sentences', () => {
    for (const finding of every) {
      const { found, cure } = checkWords(finding, en);
      const what = JSON.stringify(finding);
      golden(what, `${found}\n${cure ?? ''}`);
      assert.match(found, /[.)]$/, what);
      assert.ok(found.length < 500, what);
      assert.doesNotMatch(found + cure, /NaN|\[object|\n/, what);
      assert.doesNotMatch(found, /undefined/, what);
      if (finding.state === 'wrong' || finding.state === 'warning') assert.ok(cure, what);
      if (cure !== undefined) assert.match(cure, /\.$|"$|\d$/, what);
    }
  });

  it('never say that something is missing when the check failed', () => {
    // Of the settings themselves it is known.
    const unknown = every.filter(({ state, what }) => state === 'notChecked' && what !== 'settingsInTheWay');
    for (const finding of unknown) {
      assert.doesNotMatch(
        checkWords(finding, en).found,
        /missing|does not exist|there is no/i,
        JSON.stringify(finding),
      );
    }
  });

  it('have foreign text literally, on one line, and cut', () => {
    for (const finding of every) {
      const { found, cure = '' } = checkWords(finding, en);
      assert.doesNotMatch(found + cure, /\p{Cc}|\{\{DATE/u, JSON.stringify(finding));
    }
  });
});

describe('the card of /status', () => {
  it('is one that Teams shows, for each finding', () => {
    for (const finding of every) assertGoodCard(cardOf([finding]));
  });

  it('stays small with everything wrong at once and many conversations', () => {
    const unreachable = { why: nasty, since: now };
    const conversations = Array.from({ length: 200 }, (_, number) => ({
      kind: 'channel' as const,
      name: `${number}${nasty}`,
      teamName: 'x'.repeat(1000),
      subscribed: true,
      waiting: number,
      unreachable,
    }));
    const card = cardOf(mostUrgentFirst(every), conversations);
    assertGoodCard(card);
    assert.ok(JSON.stringify(card).length < 20 * 1024);
    golden('everything wrong at once', card);
  });

  it('has what Microsoft or a person wrote in no place that reads markdown', () => {
    for (const finding of every) {
      for (const part of parts(cardOf([finding]))) {
        if (part.type === 'TextBlock') assert.doesNotMatch(String(part.text), /evil/, JSON.stringify(finding));
      }
    }
  });

  it('tells what needs somebody first, then what is not known, once for each reason, then what is fine', () => {
    const problem = { reason: 'unreachable' } as const;
    const text = textOf(
      cardOf([
        { check: 'adminAgents', state: 'wrong', what: 'notInAdminAgents' },
        { check: 'nodeVersion', state: 'warning', what: 'nodeEnded', version: 'v20.20.2' },
        { check: 'templateGroups', state: 'notChecked', what: 'failed', problem },
        { check: 'mfa', state: 'notChecked', what: 'failed', problem },
        { check: 'settings', state: 'good', what: 'settingsWhole' },
        { check: 'clock', state: 'good', what: 'clockRight' },
      ]),
    );
    golden('the order', text);
    const fine = fineLine(
      [
        { check: 'settings', state: 'good', what: 'settingsWhole' },
        { check: 'clock', state: 'good', what: 'clockRight' },
      ],
      en,
    );
    const order = ['❌', '⚠️', '🔎', fine.join('\n')].map((each) => text.indexOf(each));
    assert.deepEqual(
      order,
      [...order].sort((one, other) => one - other),
    );
    assert.ok(order.every((place) => place >= 0));
  });

  it('says in the reader’s language why Teams takes no message, with Teams’ own answer', () => {
    const why = (said: string) => {
      const delivery = { conversationId: '19:a', kind: 'channel', subscribed: true, waiting: 0 } as const;
      const conversations = [{ ...delivery, failing: { since: now, why: said } }];
      return textOf(statusReportView({ findings: [], counts, conversations }, { ...context, words: de }));
    };
    const { refusals } = de.statusReport;
    assert.match(why('Teams answered 403 BotDisabledByAdmin'), new RegExp(`${refusals.blockedByAdmin} \\(403 Bot`));
    assert.match(why('Teams answered 500'), new RegExp(`${refusals.notAccepted} \\(500\\)`));
    for (const silence of ['Teams answered nothing', 'Teams did not answer within 10000 ms'])
      assert.match(why(silence), new RegExp(`: ${refusals.noAnswer}\\.`));
  });

  it('has no line for what is fine when nothing is', () => {
    assert.deepEqual(fineLine([], en), []);
    golden('one is fine', fineLine([{ check: 'clock', state: 'good', what: 'clockRight' }], en).join('\n'));
  });
});

describe('a checkup in a terminal', () => {
  it('ends with the sum of it', () => {
    assert.match(checkupText(every, en), /\n$/);
    golden('all in a terminal', checkupText(every, en));
    golden('one in a terminal', checkupText([{ check: 'clock', state: 'good', what: 'clockRight' }], en));
  });
});

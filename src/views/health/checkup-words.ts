// The words of a finding: what was found, and what to do.

import type { Finding } from '../../domain/health/checkup.js';
import type { Words } from '../catalogue.js';
import { problemWords } from '../explain/problem-words.js';
import { settingCure, settingWords } from '../explain/setting-words.js';
import { signInWords } from '../explain/sign-in-words.js';
import { dateAndTimeInWords, dateInWords, joined, literal, phrase } from '../render/text.js';
import type { Literal, Text } from '../words/text-types.js';

/**
 * One line for what was found, and one for what to do, absent when there's nothing to do. Plain text for places that don't
 * read markdown: text runs, and a terminal.
 */
export interface CheckWords {
  readonly found: Literal;
  readonly cure?: Literal | undefined;
}

/** The words for a finding. */
export function checkWords(finding: Finding, words: Words): CheckWords {
  const { findings, byHand } = words.checkup;
  switch (finding.what) {
    case 'failed':
      return failedWords(finding, words);
    case 'settingWrong': {
      const { problem } = finding;
      return {
        found: phrase`${settingWords(problem, words)}.`,
        cure: settingCure(problem.fault, words) ?? words.settings.seeExample,
      };
    }
    case 'peopleNamed':
      return { found: findings.peopleNamed.found(finding) };
    case 'nobodyMay':
    case 'noAdmins': {
      const { found, foundWithGroups, cure } = findings[finding.what];
      const groups = listOf(finding.emptyGroups, words);
      return { found: groups === '' ? found : foundWithGroups({ groups }), cure };
    }
    case 'emptyGroups': {
      const { found, cure } = findings.emptyGroups;
      const { emptyGroups } = finding;
      return { found: found({ count: emptyGroups.length, groups: listOf(emptyGroups, words) }), cure };
    }
    case 'signedIn':
      return {
        found: findings.signedIn.found({ userName: literal(finding.userName), days: finding.daysLeft ?? 0 }),
      };
    case 'signedInSince':
      return {
        found:
          finding.userName === undefined
            ? findings.signedInUnnamed.found
            : findings.signedInSince.found({ userName: literal(finding.userName) }),
      };
    case 'signInEnds': {
      const { found, cure } = findings.signInEnds;
      return { found: found({ userName: literal(finding.userName), days: finding.daysLeft ?? 0 }), cure };
    }
    case 'signInEnded': {
      const { found, cure } = findings.signInEnded;
      return { found: found({ userName: literal(finding.userName) }), cure };
    }
    case 'signInBlocked': {
      const { cause, cure } = signInWords(finding.problem.reason, words, finding.problem.answer);
      return { found: cause, cure };
    }
    case 'permissionsMissing': {
      const { found, cure } = findings.permissionsMissing;
      const names = finding.missing.map(({ name, why }) =>
        why === 'always' ? literal(name) : findings.permissionForGroups({ name: literal(name) }),
      );
      return { found: found({ permissions: joined(names, ', ') }), cure };
    }
    case 'credentialLasts':
      return {
        found: findings.credentialLasts.found({ date: dateInWords(finding.endsAt, words), days: finding.days }),
      };
    case 'credentialEnds': {
      const { found, cure } = findings.credentialEnds;
      const days = Math.max(0, finding.days);
      return {
        found: found({ date: dateInWords(finding.endsAt, words), days }),
        cure: cure(settingOf(finding, words)),
      };
    }
    case 'credentialEnded': {
      const { found, cure } = findings.credentialEnded;
      return { found: found({ date: dateInWords(finding.endsAt, words) }), cure: cure(settingOf(finding, words)) };
    }
    case 'credentialRefused': {
      const { cause, cure } = problemWords(finding.problem, 'check', words);
      // The doctor names the setting itself, as the general cure leads here.
      const isExpired = finding.problem.reason === 'credentialExpired';
      const what = isExpired ? findings.credentialEnded.cure(settingOf(finding, words)) : cure;
      return { found: findings.credentialRefused.found, cure: joined([cause, what]) };
    }
    case 'credentialNotListed': {
      const { found, cure } = findings.credentialNotListed;
      return { found, cure: cure({ byHand: byHandOf(finding, words) ?? '' }) };
    }
    case 'appElsewhere':
      return { found: findings.appElsewhere.found, cure: byHandOf(finding, words) };
    case 'rolesKnown':
      return { found: findings.rolesKnown.found(finding) };
    case 'rolesUnknown': {
      const { found, cure } = findings.rolesUnknown;
      return { found: found({ roles: listOf(finding.roleIds, words) }), cure };
    }
    case 'groupsGood': {
      const { found, foundNested } = findings.groupsGood;
      return { found: finding.areNested ? foundNested(finding) : found(finding) };
    }
    case 'groupMissing': {
      const { found, cure } = findings.groupMissing;
      return { found: found({ group: literal(finding.groupName), id: literal(finding.groupId) }), cure };
    }
    case 'groupNotSecurity':
    case 'groupNotNested': {
      const { found, cure } = findings[finding.what];
      return { found: found({ group: literal(finding.groupName) }), cure };
    }
    case 'groupNamedOtherwise': {
      const { found, cure } = findings.groupNamedOtherwise;
      const { groupName, directoryName } = finding;
      return { found: found({ group: literal(groupName), directoryName: literal(directoryName) }), cure };
    }
    case 'groupsLeftOut':
      return { found: findings.groupsLeftOut.found(finding), cure: byHand.templateGroups };
    case 'partnerCenterRefuses': {
      const { found, cure } = findings.partnerCenterRefuses;
      return { found: found({ answer: literal(finding.problem.answer ?? '403') }), cure };
    }
    case 'webhookOurs': {
      const { found, foundNone } = findings.webhookOurs;
      const { lastEventAt } = finding;
      return { found: lastEventAt === undefined ? foundNone : found({ time: dateAndTimeInWords(lastEventAt, words) }) };
    }
    case 'webhookElsewhere': {
      const { found, cure } = findings.webhookElsewhere;
      return { found: found({ host: literal(finding.host) }), cure };
    }
    case 'webhookLacksEvents': {
      const { found, cure } = findings.webhookLacksEvents;
      return { found: found({ events: listOf(finding.events, words) }), cure };
    }
    case 'botAnonymous': {
      const { found, foundExposed, cure } = findings.botAnonymous;
      return finding.state === 'good' ? { found } : { found: foundExposed, cure };
    }
    case 'clockOff': {
      const { found, cure } = findings.clockOff;
      const seconds = Math.abs(finding.seconds);
      const direction = finding.seconds > 0 ? 'ahead' : 'behind';
      const unit = seconds < 120 ? 'seconds' : 'minutes';
      return { found: found({ seconds, minutes: Math.round(seconds / 60), unit, direction }), cure };
    }
    case 'folderGood': {
      const { freeBytes, isHeld } = finding;
      return {
        found: findings.folderGood.found({ free: freeBytes === undefined ? undefined : space(freeBytes), isHeld }),
      };
    }
    case 'folderFilling': {
      const { found, cure } = findings.folderFilling;
      return { found: found({ free: space(finding.freeBytes) }), cure };
    }
    case 'databaseAway':
    case 'databaseRefuses': {
      const { found, cure } = findings[finding.what];
      return { found: found({ answer: literal(finding.answer) }), cure };
    }
    case 'databaseMoved': {
      const { found, cure } = findings.databaseMoved;
      return { found: found({ place: literal(finding.place) }), cure };
    }
    case 'databaseNotGranted':
    case 'databaseOwner': {
      const { found, cure } = findings[finding.what];
      return { found: found({ user: literal(finding.user) }), cure };
    }
    case 'databaseLoginLimited':
      return { found: findings.databaseLoginLimited.found({ user: literal(finding.user) }) };
    case 'databaseGood': {
      const { version, replicas } = finding;
      return { found: findings.databaseGood.found({ version: literal(version), replicas }) };
    }
    case 'databaseBehind': {
      const { found, cure } = findings.databaseBehind;
      return { found: found(finding), cure };
    }
    case 'replicaTemplatesDiffer': {
      const { found, cure } = findings.replicaTemplatesDiffer;
      return { found: found(finding), cure };
    }
    case 'databaseClockOff': {
      const { found, cure } = findings.databaseClockOff;
      const direction = finding.seconds > 0 ? 'ahead' : 'behind';
      return { found: found({ seconds: Math.abs(finding.seconds), direction }), cure };
    }
    case 'nodeSupported':
      return { found: findings.nodeSupported.found({ version: literal(finding.version) }) };
    case 'databaseTooOld':
    case 'nodeEnded':
    case 'nodeTooOld': {
      const { found, cure } = findings[finding.what];
      return { found: found({ version: literal(finding.version) }), cure };
    }
    // What takes no arguments stands in the catalogue as it is.
    default:
      return findings[finding.what];
  }
}

function failedWords(finding: Extract<Finding, { what: 'failed' }>, words: Words): CheckWords {
  const { problem } = finding;
  // A permission that only a checkup needs isn't worth asking an administrator for.
  const mayNot = problem.reason === 'noRights' || problem.reason === 'partnerCenterClosed';
  const elsewhere = byHandOf(finding, words);
  if (mayNot && elsewhere !== undefined) return { found: words.checkup.findings.mayNotLook.found, cure: elsewhere };
  const { cause, cure } = problemWords(problem, 'check', words);
  return { found: cause, cure };
}

/** Where a person sees it at Microsoft; `undefined`: nowhere that's simpler than checking again. */
function byHandOf({ check }: Finding, { checkup: { byHand } }: Words): Literal | undefined {
  return (byHand as Readonly<Record<string, Literal | undefined>>)[check];
}

function settingOf({ check }: Finding, { checkup: { findings } }: Words): { readonly setting: Text } {
  return { setting: check === 'botCredential' ? phrase`MicrosoftAppPassword` : findings.secretOrCertificate };
}

const mostListed = 5;

function listOf(names: readonly string[], { checkup: { andMore } }: Words): Literal {
  const list = joined(
    names.slice(0, mostListed).map((name) => literal(name)),
    ', ',
  );
  return names.length > mostListed ? andMore({ list }) : list;
}

function space(bytes: number): Text {
  const mebibytes = bytes / 1024 ** 2;
  return mebibytes < 1024 ? phrase`${Math.floor(mebibytes)} MB` : phrase`${Math.floor(mebibytes / 1024)} GB`;
}

// What a checkup covers, and what it can find.

import type { Problem, SignInProblem } from '../problem.js';
import type { SettingProblem } from '../setting-fault.js';
import type { Instant } from '../time.js';
import type { Permission } from './permissions.js';

/** Everything that's checked, in the order in which it's shown. */
export const checkNames = [
  'settings',
  'people',
  'microsoft',
  'signIn',
  'mfa',
  'graphPermissions',
  'adminAgents',
  'gdapServicePrincipal',
  'templateRoles',
  'templateGroups',
  'partnerCenter',
  'webhooks',
  'appCredential',
  'botIdentity',
  'botCredential',
  'clock',
  'dataFolder',
  'database',
  'databaseLogin',
  'databaseClock',
  'nodeVersion',
] as const;

/** One of the checks. */
export type CheckName = (typeof checkNames)[number];

/**
 * - `good`: as it must be.
 * - `warning`: works, and deserves attention.
 * - `wrong`: something doesn't work until a person fixes it.
 * - `notChecked`: couldn't be checked, which says nothing about whether it's good.
 */
export type CheckState = 'good' | 'warning' | 'wrong' | 'notChecked';

/** The state of a credential. */
type CredentialFact =
  | { readonly what: 'credentialRefused'; readonly problem: Problem }
  | {
      readonly what: 'credentialLasts' | 'credentialEnds' | 'credentialEnded';
      readonly endsAt: Instant;
      readonly days: number;
    }
  | { readonly what: 'credentialHasNoEnd' | 'credentialNotListed' | 'appElsewhere' | 'managedIdentity' };

/** Why the database can't be used as it is. `answer`: the server's, or the system's. */
export type DatabaseTrouble =
  | { readonly what: 'databaseAway' | 'databaseRefuses'; readonly answer: string }
  | { readonly what: 'databaseTooOld'; readonly version: string }
  | { readonly what: 'databaseNotGranted'; readonly user: string }
  | { readonly what: 'databaseMoved'; readonly place: string }
  | { readonly what: 'databaseNotMigrated' | 'databaseNewer' | 'databasePooled' | 'databaseEncoding' };

/** What was found, with the details that its words need. */
export type CheckFact =
  // Any check.
  | { readonly what: 'failed'; readonly problem: Problem }
  | { readonly what: 'stillLooking' | 'settingsInTheWay' | 'databaseInTheWay' | 'broke' | 'comesWithTheBot' }
  | { readonly what: 'settingsWhole' }
  | { readonly what: 'settingWrong'; readonly problem: SettingProblem }
  // Who may act.
  | { readonly what: 'everybodyMay' | 'noSecondAdmin' }
  | { readonly what: 'peopleNamed'; readonly count: number }
  | { readonly what: 'nobodyMay' | 'noAdmins' | 'emptyGroups'; readonly emptyGroups: readonly string[] }
  // The sign-in and its permissions.
  | { readonly what: 'signedIn' | 'signInEnds' | 'signInEnded'; readonly userName: string; readonly daysLeft?: number }
  | { readonly what: 'signInBlocked'; readonly problem: SignInProblem }
  | { readonly what: 'signedInSince'; readonly userName?: string | undefined }
  | { readonly what: 'signedOut' | 'mfaSeen' | 'mfaMissing' | 'mfaNotTold' | 'permissionsNotTold' }
  | { readonly what: 'permissionsGranted'; readonly count: number }
  | { readonly what: 'permissionsMissing'; readonly missing: readonly Permission[] }
  // The partner's directory.
  | { readonly what: 'inAdminAgents' | 'notInAdminAgents' | 'noAdminAgents' }
  | { readonly what: 'servicePrincipalThere' | 'servicePrincipalMissing' }
  | { readonly what: 'rolesKnown'; readonly count: number }
  | { readonly what: 'rolesUnknown'; readonly roleIds: readonly string[] }
  | { readonly what: 'groupsGood'; readonly count: number; readonly areNested: boolean }
  | { readonly what: 'groupMissing'; readonly groupName: string; readonly groupId: string }
  | { readonly what: 'groupNotSecurity' | 'groupNotNested'; readonly groupName: string }
  | { readonly what: 'groupNamedOtherwise'; readonly groupName: string; readonly directoryName: string }
  | { readonly what: 'groupsLeftOut'; readonly count: number }
  | { readonly what: 'noGroupNested' }
  // Partner Center.
  | { readonly what: 'partnerCenterReached' | 'partnerCenterClosed' | 'partnerCenterNoConsent' }
  | { readonly what: 'partnerCenterRefuses'; readonly problem: Problem }
  | { readonly what: 'webhookOurs'; readonly lastEventAt?: Instant | undefined }
  | { readonly what: 'webhookElsewhere'; readonly host: string }
  | { readonly what: 'webhookLacksEvents'; readonly events: readonly string[] }
  | { readonly what: 'webhookAbsent' | 'webhookOursUnknown' }
  // The bot.
  | { readonly what: 'botAnonymous' | 'botManagedIdentity' | 'botKnown' | 'botTokenGranted' }
  | { readonly what: 'botSecretWrong' | 'botSecretEnded' | 'botAppUnknown' | 'botTenantUnknown' | 'botRefused' }
  | CredentialFact
  // The machine.
  | { readonly what: 'clockRight' | 'clockNotTold' }
  | { readonly what: 'clockOff'; readonly seconds: number }
  | { readonly what: 'folderGood'; readonly freeBytes?: number | undefined; readonly isHeld: boolean }
  | { readonly what: 'folderAbsent' | 'folderNotWritable' | 'folderOpenToOthers' | 'folderFleeting' }
  | { readonly what: 'folderFilling'; readonly freeBytes: number }
  // The database.
  | DatabaseTrouble
  | { readonly what: 'databaseGood'; readonly version: string; readonly replicas: number }
  | { readonly what: 'databaseBehind'; readonly seconds: number }
  | { readonly what: 'replicaTemplatesDiffer'; readonly sets: number }
  | { readonly what: 'databaseLoginLimited' | 'databaseOwner'; readonly user: string }
  | { readonly what: 'databaseClockRight' }
  | { readonly what: 'databaseClockOff'; readonly seconds: number }
  | { readonly what: 'nodeSupported' | 'nodeEnded' | 'nodeTooOld'; readonly version: string };

/** The result of one check. */
export type Finding = { readonly check: CheckName; readonly state: CheckState } & CheckFact;

const urgency: Readonly<Record<CheckState, number>> = { wrong: 0, warning: 1, notChecked: 2, good: 3 };

/** The findings by urgency, and within that in the order of the checks. */
export function mostUrgentFirst(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ check, state }: Finding) => urgency[state] * checkNames.length + checkNames.indexOf(check);
  return [...findings].sort((a, b) => place(a) - place(b));
}

/** A check whose call failed, which says nothing about what it checks. */
export function couldNotCheck(check: CheckName, problem: Problem): Finding {
  return { check, state: 'notChecked', what: 'failed', problem };
}

/** Findings about the settings. */
export function settingsFindings(problems: readonly SettingProblem[]): readonly Finding[] {
  const check = 'settings';
  if (problems.length === 0) return [{ check, state: 'good', what: 'settingsWhole' }];
  return problems.map((problem) => ({ check, state: 'wrong', what: 'settingWrong', problem }));
}

// Findings about the partner's directory, the access template and Partner Center.

import { rolesOf } from '../access/access-template.js';
import type { AccessTemplates } from '../access/access-templates.js';
import type { Problem } from '../problem.js';
import { isSameAddress } from '../same-address.js';
import type { Instant } from '../time.js';
import { couldNotCheck, type Finding } from './checkup.js';
import { isMissingConsent } from './checkup-sign-in.js';

/** A group of the directory. */
export interface DirectoryGroup {
  readonly name: string;
  /** Only security groups can get access. */
  readonly isSecurity: boolean;
}

/** What was read about a group of a template. */
export interface SeenGroup {
  readonly groupName: string;
  readonly groupId: string;
  /** `undefined`: there's none. */
  readonly group: DirectoryGroup | undefined;
  /** Whether it's in AdminAgents, directly or through other groups. `undefined`: no template needs it. */
  readonly isNested: boolean | undefined;
}

/** Whether the account of the sign-in is in AdminAgents; `undefined`: there's no such group. */
export function adminAgentsFinding(isMember: boolean | undefined): Finding {
  const check = 'adminAgents';
  if (isMember === undefined) return { check, state: 'wrong', what: 'noAdminAgents' };
  return isMember
    ? { check, state: 'good', what: 'inAdminAgents' }
    : { check, state: 'wrong', what: 'notInAdminAgents' };
}

/**
 * Whether the service principal of “Partner Customer Delegated Administration” is in the partner's tenant. Only app-only
 * calls need it, so all is well without it as long as a person is signed in.
 * @see https://learn.microsoft.com/graph/api/tenantrelationship-post-delegatedadminrelationships (checked 2026-11-22)
 */
export function servicePrincipalFinding(isThere: boolean): Finding {
  const check = 'gdapServicePrincipal';
  return isThere
    ? { check, state: 'good', what: 'servicePrincipalThere' }
    : { check, state: 'warning', what: 'servicePrincipalMissing' };
}

/** Whether the roles of the templates have names. One known only by its id may be newer than the list, or a typo. */
export function rolesFinding({ templates }: AccessTemplates): Finding {
  const check = 'templateRoles';
  const roles = [...new Map([...templates.values()].flatMap(rolesOf).map((role) => [role.id, role])).values()];
  const roleIds = roles.filter(({ id, name }) => id === name).map(({ id }) => id);
  return roleIds.length > 0
    ? { check, state: 'warning', what: 'rolesUnknown', roleIds }
    : { check, state: 'good', what: 'rolesKnown', count: roles.length };
}

/** Ids of the groups of those templates that want Azure, which is reached through AdminAgents. */
export function groupsForAzure({ templates }: AccessTemplates): ReadonlySet<string> {
  const wanting = [...templates.values()].filter(({ requireAzure }) => requireAzure);
  return new Set(wanting.flatMap(({ assignments }) => assignments.map(({ groupId }) => groupId)));
}

/**
 * Whether the groups of the templates can get access and, where Azure is wanted, reach it through AdminAgents. That each has
 * a directory role at the customer, the other half of it, follows from the template, which has no group without one.
 * @see https://learn.microsoft.com/partner-center/customers/gdap-supported-workloads (checked 2026-11-22)
 */
export function groupsFindings(seen: readonly SeenGroup[], leftOut: number): readonly Finding[] {
  const check = 'templateGroups';
  const findings = seen.flatMap(({ groupName, groupId, group }): readonly Finding[] => {
    if (!group) return [{ check, state: 'wrong', what: 'groupMissing', groupName, groupId }];
    if (!group.isSecurity) return [{ check, state: 'wrong', what: 'groupNotSecurity', groupName }];
    if (group.name === groupName) return [];
    return [{ check, state: 'warning', what: 'groupNamedOtherwise', groupName, directoryName: group.name }];
  });
  const outside = seen.filter(({ group, isNested }) => group && isNested === false);
  const isAnyNested = seen.some(({ isNested }) => isNested === true);
  if (outside.length > 0 && !isAnyNested) findings.push({ check, state: 'wrong', what: 'noGroupNested' });
  else {
    for (const { groupName } of outside) findings.push({ check, state: 'warning', what: 'groupNotNested', groupName });
  }
  if (leftOut > 0) findings.push({ check, state: 'notChecked', what: 'groupsLeftOut', count: leftOut });
  if (findings.length > 0) return findings;
  return [{ check, state: 'good', what: 'groupsGood', count: seen.length, areNested: isAnyNested }];
}

/**
 * Whether Partner Center's API answers; `problem` is why it didn't. An indirect reseller has no access to it, and manages
 * the customers that Graph lists.
 * @see https://learn.microsoft.com/partner-center/developer/get-started (checked 2026-11-22)
 */
export function partnerCenterFinding(problem: Problem | undefined): Finding {
  const check = 'partnerCenter';
  if (!problem) return { check, state: 'good', what: 'partnerCenterReached' };
  if (isMissingConsent(problem)) return { check, state: 'wrong', what: 'partnerCenterNoConsent' };
  if (problem.reason === 'partnerCenterClosed') return { check, state: 'warning', what: 'partnerCenterClosed' };
  if (problem.reason === 'noRights') return { check, state: 'wrong', what: 'partnerCenterRefuses', problem };
  return couldNotCheck(check, problem);
}

/** Our registration for Partner Center's events. */
export interface WebhookRegistration {
  readonly url: string;
  readonly events: readonly string[];
}

/** Our address for Partner Center's events. */
interface OwnEventsAddress {
  /** Absent: it's not known at which address the internet reaches us. */
  readonly eventsUrl: string | undefined;
  /** Whether a setting names it. */
  readonly isSet: boolean;
}

/** What's known of the events that arrive. */
export interface WebhookView {
  readonly address: OwnEventsAddress;
  /** Where no setting names our address, events about something of ours that arrive show that they're sent here. Absent: none can. */
  readonly heartbeat?: { readonly arrives: boolean; readonly lastEventAt: Instant | undefined } | undefined;
  /** The events that Gatehouse registers for. */
  readonly wanted: readonly string[];
}

/** Whether Partner Center sends its events here. Without them reconciling still finds every change, only later. */
export function webhooksFinding(
  registration: WebhookRegistration | undefined,
  { address, heartbeat, wanted }: WebhookView,
): Finding {
  const check = 'webhooks';
  if (!registration) return { check, state: 'warning', what: 'webhookAbsent' };
  const ourUrl = heartbeat?.arrives && !address.isSet ? registration.url : address.eventsUrl;
  if (ourUrl === undefined) return { check, state: 'warning', what: 'webhookOursUnknown' };
  if (!isSameAddress(registration.url, ourUrl)) {
    // The rest of the URL may hold another product's key.
    const host = URL.canParse(registration.url) ? new URL(registration.url).host : '…';
    return { check, state: 'warning', what: 'webhookElsewhere', host };
  }
  const events = wanted.filter((event) => !registration.events.includes(event));
  if (events.length > 0) return { check, state: 'warning', what: 'webhookLacksEvents', events };
  return { check, state: 'good', what: 'webhookOurs', lastEventAt: heartbeat?.lastEventAt };
}

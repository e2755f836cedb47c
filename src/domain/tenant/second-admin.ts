// What was asked for at a tenant and waits for a second admin: kept as it was asked, and done once another has said yes.
import type { AccessTemplate } from '../access/access-template.js';
import type { TemplateWish } from '../access/access-templates.js';
import { knownCoverage } from '../access/coverage.js';
import { isPrivileged } from '../access/gdap-roles.js';
import { heldRolesIn, withoutHeld } from '../access/held-roles.js';
import { limitationKey } from '../access/limitation.js';
import { isAnotherPerson, type SecondAdminRules, secondYesLapsesAt } from '../second-admin.js';
import { type Instant, secondsBetween } from '../time.js';
import type { AwaitedSecond, SecondedAction } from './awaited-second.js';
import type { Command } from './commands.js';
import type { FactData } from './facts.js';
import type { Tenant } from './tenant.js';

/** A command that waits at the tenant where it takes a second admin. An import is a batch, which waits itself. */
export type SecondedCommand = Extract<Command, { readonly do: SecondedAction['do'] }>;

/** What the decision takes besides the tenant. `template`: the one that a command leads to. */
export interface SecondAdminMoment {
  readonly rules: SecondAdminRules;
  readonly template: AccessTemplate;
  /** The one that the tenant works by so far; `undefined`: it isn't onboarded, so only Enable gives it access. */
  readonly present: AccessTemplate | undefined;
}

/** What of a command decides on the tenant's template. */
export function wishIn(command: Command | SecondedAction): TemplateWish {
  switch (command.do) {
    case 'enable':
      return command;
    case 'tag':
      return { tags: { added: command.added, removed: command.removed } };
    case 'import':
    case 'importOver':
      return { tags: command.tags, template: command.template };
    default:
      return {};
  }
}

/** Whether the partner has a second admin approve this command. */
export function takesSecond(command: Pick<Command, 'do'>, { rules, template, present }: SecondAdminMoment): boolean {
  switch (command.do) {
    case 'enable':
      return rules.subjects.includes('enable') && hasPrivilegedRoles(template);
    case 'tag':
    case 'import':
    case 'importOver':
      return rules.subjects.includes('enable') && present !== undefined && addsPrivilegedRoles(present, template);
    case 'removeGlobalAdministrator':
      return rules.subjects.includes('global-admin');
    case 'endEarlier':
      return rules.subjects.includes('end-earlier');
    default:
      return false;
  }
}

/**
 * The one that a tenant works by so far, given its template and the one that follows. What is held of its own, or will be at its next
 * check, isn't given yet, and another holds nothing of that. `undefined`: it isn't onboarded.
 */
export function presentTemplate(
  { onboarding, status }: Pick<Tenant, 'onboarding' | 'status'>,
  own: AccessTemplate,
  next: AccessTemplate,
): AccessTemplate | undefined {
  if (!onboarding || own.name === next.name) return onboarding && own;
  return withoutHeld(own, heldRolesIn({ ...onboarding, wasInPlace: status === 'approved' }, own));
}

/** The facts of a command that leads from one template to another, and by which nothing of that is held. */
export function withAgreed(
  facts: readonly FactData[],
  own: AccessTemplate | undefined,
  { name, templateHash }: AccessTemplate,
): readonly FactData[] {
  return facts.map((fact) => {
    switch (fact.type) {
      case 'onboardingRequested':
        return { ...fact, agreedTo: templateHash };
      case 'tagged':
      case 'templateChosen':
        return own && own.name !== name ? { ...fact, agreedTo: templateHash } : fact;
      default:
        return fact;
    }
  });
}

/** Whether a template gives a role that Microsoft labels as privileged. */
export function hasPrivilegedRoles({ assignments }: AccessTemplate): boolean {
  return assignments.some(({ roles }) => roles.some(isPrivileged));
}

/** Whether a template gives a group such a role that the one before doesn't give it: the next check assigns that. */
export function addsPrivilegedRoles(before: AccessTemplate, after: AccessTemplate): boolean {
  const given = privilegedIn(before);
  return [...privilegedIn(after)].some((each) => !given.has(each));
}

function privilegedIn({ assignments }: AccessTemplate): ReadonlySet<string> {
  const pairs = assignments.map(({ groupId, roles }) => roles.filter(isPrivileged).map(({ id }) => `${groupId} ${id}`));
  return new Set(pairs.flat());
}

/** Whether a command can wait at its tenant. */
export function canWait(command: Command): command is SecondedCommand {
  return ['enable', 'tag', 'removeGlobalAdministrator', 'endEarlier'].includes(command.do);
}

/** What of a tenant an approval is about, as a text that is another once that has changed. */
export function basisOf(action: SecondedAction, { status, onboarding }: Tenant, template: AccessTemplate): string {
  switch (action.do) {
    case 'enable':
      return [status, template.templateHash, ...(onboarding?.limitations ?? []).map(limitationKey).sort()].join(' ');
    case 'tag':
      return template.templateHash;
    case 'removeGlobalAdministrator': {
      const coverage = onboarding && knownCoverage(onboarding);
      return [coverage?.relationshipId, coverage?.on].join(' ');
    }
    case 'endEarlier':
      return [status, action.relationshipId, onboarding?.relationship?.id].join(' ');
    default:
      return action satisfies never;
  }
}

/** What of a command is kept until then. */
export function secondedActionOf(command: SecondedCommand): SecondedAction {
  const { by: _by, conversationId: _conversationId, ...action } = command;
  return action;
}

/** The command as it was asked for. */
export function commandOf({ action, by, conversationId }: AwaitedSecond): SecondedCommand {
  return { ...action, by, conversationId };
}

/** A command about what waits. */
export type SecondAdminCommand = Extract<
  Command,
  { readonly do: 'approveSecond' | 'declineSecond' | 'withdrawSecond' }
>;

/** Why such a command is refused. */
export type SecondAdminRefusalReason =
  /** Nothing waits for a second admin, or something else does. */
  | 'noSuchRequest'
  /** The second yes must come from another admin. */
  | 'sameAdmin'
  /** Someone else has asked for it. */
  | 'notTheAsker';

type Decision<R> = { readonly facts: readonly FactData[] } | { readonly refused: R };

/** Decides such a command. `decide`: the command that waits, as the tenant is now. */
export function decideSecond<R>(
  command: SecondAdminCommand,
  tenant: Tenant,
  decide: (command: SecondedCommand) => Decision<R>,
): Decision<R | SecondAdminRefusalReason> {
  const awaited = tenant.awaitedSecond;
  const { by } = command;
  if (!awaited || awaited.id !== command.askedId) return { refused: 'noSuchRequest' };
  switch (command.do) {
    case 'withdrawSecond':
      if (by.id === '' || by.id !== awaited.by.id) return { refused: 'notTheAsker' };
      return { facts: [{ type: 'secondAdminDeclined', by }] };
    case 'declineSecond':
      return { facts: [{ type: 'secondAdminDeclined', by }] };
    case 'approveSecond': {
      if (command.now >= secondYesLapsesAt(awaited)) return { refused: 'noSuchRequest' };
      if (!isAnotherPerson(by, awaited)) return { refused: 'sameAdmin' };
      const stale = { facts: [{ type: 'secondAdminDropped', why: 'stale' }] } as const;
      if (!command.mayAsk || basisOf(awaited.action, tenant, command.template) !== awaited.basis) return stale;
      const decision = decide(commandOf(awaited));
      if ('refused' in decision) return stale;
      return { facts: [{ type: 'secondAdminApproved', by }, ...decision.facts] };
    }
    default:
      return command satisfies never;
  }
}

/** The end of what waits, where something else leaves no place for it; none: nothing waits. */
export function droppedSecond({ awaitedSecond }: Tenant): readonly FactData[] {
  return awaitedSecond ? [{ type: 'secondAdminDropped', why: 'stale' }] : [];
}

/** The end of what waited for too long; none: it goes on, or nothing waits. */
export function lapsedSecond(tenant: Tenant, now: Instant): readonly FactData[] {
  const seconds = secondsToSecondLapse(tenant, now);
  return seconds !== undefined && seconds <= 0 ? [{ type: 'secondAdminDropped', why: 'lapsed' }] : [];
}

/** Seconds until then, 0 or less once it's over; `undefined`: nothing waits. */
export function secondsToSecondLapse({ awaitedSecond }: Tenant, now: Instant): number | undefined {
  return awaitedSecond && secondsBetween(now, secondYesLapsesAt(awaitedSecond));
}

// The reference of a ticket, where the partner has it asked for: what takes one, and what becomes of it.
import type { Command, CommandName } from './commands.js';
import type { Decision } from './decide.js';
import type { Tenant } from './tenant.js';

/** What a partner can have a ticket asked for, at one tenant and at many. */
export const ticketSubjects = [
  'enable',
  'keep-access',
  'end-earlier',
  'delegated-admin',
  'disable',
  'offboard',
] as const;

/** One of them. */
export type TicketSubject = (typeof ticketSubjects)[number];

const subjectOf: Readonly<Partial<Record<CommandName, TicketSubject>>> = {
  enable: 'enable',
  keepAccess: 'keep-access',
  removeGlobalAdministrator: 'keep-access',
  endEarlier: 'end-earlier',
  removeDelegatedAdmin: 'delegated-admin',
  disable: 'disable',
  decideOffboarding: 'offboard',
  approveOffboarding: 'offboard',
};

/** Whether a command takes a ticket. Without `subjects` nothing does. */
export function takesTicket(command: CommandName, subjects: readonly TicketSubject[] = []): boolean {
  const subject = subjectOf[command];
  return subject !== undefined && subjects.includes(subject);
}

/** A command, and the ticket that comes with it, as `ticketIn` makes it. */
export interface TicketedCommand {
  readonly command: Command;
  /** Absent: none does. */
  readonly ticket?: string | undefined;
}

/**
 * What was decided, by what ticket: it becomes the tenant's before the rest, so that the audit log has it beside all of it.
 * A second admin's yes goes by the tenant's ticket, which who asked has given.
 */
export function withTicket(
  decision: Decision,
  { command, ticket }: TicketedCommand,
  tenant: Tenant,
  subjects: readonly TicketSubject[],
): Decision {
  if ('refused' in decision) return decision;
  if (command.do === 'approveSecond' && decision.facts.some(({ type }) => type === 'secondAdminDropped'))
    return decision;
  const isYes = command.do === 'approveSecond' || command.do === 'approveOffboarding';
  const given = ticket ?? (isYes ? tenant.ticket : undefined);
  const asked = command.do === 'approveSecond' ? tenant.awaitedSecond?.action.do : command.do;
  if (given === undefined)
    return asked !== undefined && takesTicket(asked, subjects) ? { refused: 'ticketMissing' } : decision;
  if (given === tenant.ticket) return decision;
  return { facts: [{ type: 'ticketSet', by: command.by, ticket: given }, ...decision.facts] };
}

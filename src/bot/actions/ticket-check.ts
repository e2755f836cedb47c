// The reference of a ticket that a click brings: checked in one place, before any action that takes one.
import { ticketIn } from '../../domain/tenant/attention.js';
import type { CommandName } from '../../domain/tenant/commands.js';
import { takesTicket } from '../../domain/tenant/required-ticket.js';
import { attentionFaultWords } from '../../views/explain/attention-words.js';
import type { Literal } from '../../views/words/text-types.js';
import type { BotServices } from '../replies/bot-services.js';
import type { Reply } from '../turn/turn.js';
import type { Action } from './action.js';

type TenantAction = Extract<Action, { readonly target: 'tenant' }>;

/** The same services, whose questions keep what was typed as a ticket, and say what is wrong with it. */
export function keepingTicket(services: BotServices, typed: string | undefined, problem?: Literal): BotServices {
  if (typed === undefined && problem === undefined) return services;
  const typedTicket = { text: typed, problem };
  return { ...services, context: (...reader) => ({ ...services.context(...reader), typedTicket }) };
}

/** Why a command can't be carried out by the ticket that was typed for it; `undefined`: it can. */
export function ticketProblem(services: BotServices, command: CommandName, typed = ''): Literal | undefined {
  const { words, ticketSubjects } = services.context();
  if (!takesTicket(command, ticketSubjects) || ticketIn(typed) !== undefined) return undefined;
  if (typed.trim() === '') return words.attention.required.missing;
  return attentionFaultWords({ is: 'notTicket', given: typed }, words);
}

/** Does what was clicked; without the ticket that it takes its question is asked again, with what is wrong beside the input. */
export function runOnTenant(
  { run, ticket }: TenantAction,
  on: Parameters<TenantAction['run']>[0],
): Promise<Reply> | Reply {
  const { ticket: typed } = on.data;
  const problem = ticket && ticketProblem(on.services, ticket.for, typed);
  const services = keepingTicket(on.services, typed, problem);
  const kept = { ...on, services };
  return ticket && problem !== undefined ? ticket.question(kept) : run(kept);
}

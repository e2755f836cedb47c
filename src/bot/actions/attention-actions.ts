// The form for a note, a ticket and a snooze. All of it is taken or none: what can't be had is shown again as it was typed.
import type { AttentionCommand } from '../../domain/tenant/attention.js';
import { decide } from '../../domain/tenant/decide.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { attentionFaultWords, doneWords } from '../../views/explain/attention-words.js';
import { refusalNotice } from '../../views/explain/notices.js';
import { joined } from '../../views/render/text.js';
import type { Verb } from '../../views/render/verbs.js';
import { attentionForm, noteChoice, type TypedAttention } from '../../views/tenant/attention-form.js';
import type { Literal } from '../../views/words/text-types.js';
import {
  type AskedAttention,
  deletableNotes,
  deletionAsked,
  noteAsked,
  snoozeAsked,
  ticketAsked,
} from '../replies/asked-attention.js';
import type { Reply } from '../turn/turn.js';
import type { Action, TenantClick } from './action.js';
import { answerOutcome, current, noticeOf, shown } from './tenant-actions.js';

/** What each of these verbs does. */
export const attentionActions = {
  'tenant.askAttend': { target: 'tenant', run: (on) => form(on) },
  'tenant.attend': { target: 'tenant', run: attend },
  'tenant.wake': { target: 'tenant', run: wake },
} satisfies Partial<Record<Verb, Action>>;

type AttendClick = TenantClick<'note' | 'deletedNote' | 'ticket' | 'shownTicket' | 'snoozeDays' | 'reason'>;

async function form(on: TenantClick, typed?: TypedAttention): Promise<Reply> {
  const { services, tenant, turn, click } = on;
  const deletable = await deletableNotes(services, turn.actor, tenant);
  return shown(on, tenant, attentionForm(tenant, services.context(), click.query, { ...typed, deletable }));
}

async function attend(on: AttendClick): Promise<Reply> {
  const { services, data, tenant } = on;
  const { words } = services.context();
  const { ticket, snooze, all } = await askedIn(on);
  const { note, deletedNote, ticket: typedTicket, snoozeDays, reason } = data;
  const again = (problem: Partial<TypedAttention>) =>
    form(on, { note, deletedNote, ticket: typedTicket, snoozeDays, reason, ...problem });
  const problemOf = (asked: AskedAttention) =>
    asked && 'fault' in asked ? attentionFaultWords(asked.fault, words) : undefined;
  const [ticketProblem, snoozeProblem] = [problemOf(ticket), problemOf(snooze)];
  if (ticketProblem !== undefined || snoozeProblem !== undefined) return again({ ticketProblem, snoozeProblem });
  if (all.length === 0) return again({ notice: words.attention.form.nothing });
  for (const command of all) {
    const decision = decide(command, tenant);
    if ('refused' in decision && decision.refused !== 'alreadyDone')
      return again({ notice: noticeOf(on, decision.refused) });
  }
  return carryOutAll(on, all);
}

/** What of the form asks for something. What it was drawn with, and what was left empty, doesn't. */
async function askedIn({ services, turn: { actor: by }, data, tenant }: AttendClick) {
  const { note = '', deletedNote = '', ticket = '', shownTicket = '', snoozeDays = '', reason = '' } = data;
  const isNewTicket = ticket.trim() !== shownTicket && ticket.trim() !== (tenant.ticket ?? '');
  const deleted = deletedNote === '' ? undefined : tenant.notes?.find((each) => noteChoice(each) === deletedNote);
  const asked = {
    note: noteAsked(by, note),
    deletion: deletedNote === '' ? undefined : await deletionAsked(services, by, deleted),
    ticket: isNewTicket ? ticketAsked(by, ticket) : undefined,
    snooze: snoozeIn(by, snoozeDays, reason),
  };
  const all = Object.values(asked).flatMap((each) => (each && 'command' in each ? [each.command] : []));
  return { ...asked, all };
}

function snoozeIn(by: AttentionCommand['by'], days: string, reason: string): AskedAttention {
  if (days !== '') return snoozeAsked(by, days, reason);
  return reason.trim() === '' ? undefined : { fault: { is: 'daysMissing', given: '' } };
}

async function carryOutAll(on: TenantClick, commands: readonly AttentionCommand[]): Promise<Reply> {
  const { services } = on;
  const { words } = services.context();
  let tenant: Tenant = on.tenant;
  const said: Literal[] = [];
  for (const command of commands) {
    const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command });
    if (!outcome) return answerOutcome(on, outcome);
    const { refused } = outcome;
    tenant = outcome.tenant;
    said.push(refused ? refusalNotice(refused, tenant, words) : doneWords(command, tenant, words));
  }
  return { ...current(on, tenant, joined(said, ' ')), othersMustSee: true };
}

function wake(on: TenantClick): Promise<Reply> {
  return carryOutAll(on, [{ do: 'wake', by: on.turn.actor }]);
}

// The form for a note, a ticket and a snooze. Where a part can't be had, none is taken; what was refused all the same, as where
// the tenant is busy, is shown again as it was typed.
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
  const { note: askedNote, ticket, snooze, all } = await askedIn(on);
  const { note, deletedNote, ticket: typedTicket, snoozeDays, reason } = data;
  const again = (problem: Partial<TypedAttention>) =>
    form(on, { note, deletedNote, ticket: typedTicket, snoozeDays, reason, ...problem });
  const problemOf = (asked: AskedAttention) =>
    asked && 'fault' in asked ? attentionFaultWords(asked.fault, words) : undefined;
  // Of the note it stands above the form, whose first input it's typed into.
  const problems = { notice: problemOf(askedNote), ticketProblem: problemOf(ticket), snoozeProblem: problemOf(snooze) };
  if (Object.values(problems).some((problem) => problem !== undefined)) return again(problems);
  // Who emptied the field has seen another ticket in it.
  if (removesTicket(ticket) && (tenant.ticket ?? '') !== (data.shownTicket ?? ''))
    return again({ ticket: undefined, notice: noticeOf(on, 'outdated') });
  if (all.length === 0) return again({ notice: words.attention.form.nothing });
  for (const command of all) {
    const decision = decide(command, tenant);
    if ('refused' in decision && decision.refused !== 'alreadyDone')
      return again({ notice: noticeOf(on, decision.refused) });
  }
  const came = await carryOutAll(on, all);
  if (!came) return answerOutcome(on, undefined);
  const { tenant: then, said, refused } = came;
  if (refused.length === 0) return { ...current(on, then, said), othersMustSee: true };
  const left = Object.assign({}, ...refused.map((command) => typedFor(command.do, data)));
  return { ...(await form({ ...on, tenant: then }, { ...left, notice: said })), othersMustSee: came.isChanged };
}

/** What was typed for a command. */
function typedFor(name: AttentionCommand['do'], data: AttendClick['data']): TypedAttention {
  const { note, deletedNote, ticket, snoozeDays, reason } = data;
  if (name === 'note') return { note };
  if (name === 'setTicket') return { ticket };
  return name === 'snooze' || name === 'wake' ? { snoozeDays, reason } : { deletedNote };
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

function removesTicket(asked: AskedAttention): boolean {
  return asked !== undefined && 'command' in asked && asked.command.do === 'setTicket' && !asked.command.ticket;
}

function snoozeIn(by: AttentionCommand['by'], days: string, reason: string): AskedAttention {
  if (days !== '') return snoozeAsked(by, days, reason);
  return reason.trim() === '' ? undefined : { fault: { is: 'daysMissing', given: '' } };
}

/** What came of commands, one after the other, and which weren't taken; `undefined`: there's no such tenant. */
async function carryOutAll({ services, ...on }: TenantClick, commands: readonly AttentionCommand[]) {
  const { words } = services.context();
  let tenant: Tenant = on.tenant;
  const said: Literal[] = [];
  const refused: AttentionCommand[] = [];
  let isChanged = false;
  for (const [at, command] of commands.entries()) {
    const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command });
    if (!outcome) return undefined;
    tenant = outcome.tenant;
    isChanged ||= outcome.refused === undefined;
    said.push(outcome.refused ? refusalNotice(outcome.refused, tenant, words) : doneWords(command, tenant, words));
    if (outcome.refused === 'busy') {
      // Each of the others would be waited for as long, in vain.
      refused.push(...commands.slice(at));
      break;
    }
    if (outcome.refused && outcome.refused !== 'alreadyDone') refused.push(command);
  }
  return { tenant, said: joined(said, ' '), refused, isChanged };
}

async function wake(on: TenantClick): Promise<Reply> {
  const came = await carryOutAll(on, [{ do: 'wake', by: on.turn.actor }]);
  return came ? { ...current(on, came.tenant, came.said), othersMustSee: true } : answerOutcome(on, undefined);
}

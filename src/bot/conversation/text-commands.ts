// The answers to what a person types: one entry a command.

import type { ListQuery } from '../../domain/tenant/list.js';
import { findStatus } from '../../domain/tenant/status.js';
import { statusReportView } from '../../views/health/status-report.js';
import { messageView } from '../../views/render/message.js';
import { helpView } from '../../views/tenant/help.js';
import { denial } from '../people/permissions.js';
import type { BotServices } from '../replies/bot-services.js';
import { refusal } from '../replies/failure.js';
import { showCertificate } from '../replies/show-certificate.js';
import { showHistory } from '../replies/show-history.js';
import { showLeftovers, showList } from '../replies/show-list.js';
import type { Reply, Turn } from '../turn/turn.js';
import { parse, type TypedCommand } from './typed-commands.js';

/**
 * Answers a message.
 * @throws StoreError when a subscription can't be saved.
 */
export async function answerText(forAll: BotServices, text: string, turn: Turn): Promise<Reply> {
  const role = await forAll.roles.roleOf(turn.actor);
  // A post in a shared conversation is for everyone there.
  const services = turn.isPersonal ? { ...forAll, context: () => forAll.context(role) } : forAll;
  const words = parse(text);
  if (!('command' in words)) {
    const nearest = words.nearest && `/${words.nearest}`;
    return { card: helpView(services.context(), words.said, nearest), summary: 'What Gatehouse understands' };
  }
  if (words.command === 'help') return { card: helpView(services.context()), summary: 'What Gatehouse understands' };
  const least = forAdmins.includes(words.command) ? 'admin' : 'viewer';
  const isNotChecked = services.roles.isNotChecked(turn.actor);
  const denied = denial(role, least, turn.actor, isNotChecked);
  if (denied !== undefined) {
    if (!isNotChecked) await services.denials.record({ by: turn.actor.id, asked: words.command });
    return refusal(services, denied);
  }
  return answers[words.command](services, words.argument, turn);
}

const whichHistory = 'Several tenants match. Say /history and the whole name of one, or its tenant id.';

const forAdmins: readonly TypedCommand[] = ['status', 'certificate'];

const answers: Readonly<
  Record<Exclude<TypedCommand, 'help'>, (services: BotServices, argument: string, turn: Turn) => Reply | Promise<Reply>>
> = {
  tenants: (services, argument) => showList(services, queryFrom(argument)),
  history: (services, argument) =>
    showHistory(services, argument) ?? showList(services, { search: argument, page: 1 }, whichHistory),
  certificate: (services, argument) => showCertificate(services, argument),
  leftovers: (services) => showLeftovers(services, { page: 1 }),
  status: (services, _, turn) => showStatus(services, turn),
  subscribe: (services, _, turn) => subscribe(services, turn, true),
  unsubscribe: (services, _, turn) => subscribe(services, turn, false),
};

function queryFrom(argument: string): ListQuery {
  const status = findStatus(argument);
  return status ? { status, search: '', page: 1 } : { search: argument, page: 1 };
}

// Teams gives up on an answer after ten seconds, within which Microsoft's answers must also be drawn and sent.
const checkupPatienceMs = 6000;

async function showStatus(services: BotServices, turn: Turn): Promise<Reply> {
  const findings = await services.checkup.findings(turn.time.atMost(checkupPatienceMs));
  const { counts, unlisted } = services.tenantList.page({ search: '', page: 1 });
  const watched = [...services.store.watchedRequests()];
  const approved = watched.filter(({ becameActiveAt }) => becameActiveAt !== undefined).length;
  const watchedRequests = { watched: watched.length, approved };
  const report = {
    findings,
    counts,
    unlisted,
    conversations: services.subscriptions.deliveryStates(),
    watchedRequests,
  };
  return { card: statusReportView(report, services.context()), summary: 'Status of Gatehouse' };
}

async function subscribe(services: BotServices, turn: Turn, subscribed: boolean): Promise<Reply> {
  const hasChanged = await services.subscriptions.subscribe(turn.conversationId, subscribed);
  const title = subscribed
    ? `This conversation ${hasChanged ? 'is now' : 'was already'} subscribed`
    : `This conversation ${hasChanged ? 'is no longer' : 'was not'} subscribed`;
  const line = subscribed
    ? 'It hears when a tenant becomes Approved, when issues are found, and when access is lost.'
    : 'It hears nothing by itself, except about tenants that were enabled from here. /subscribe changes that.';
  return { card: messageView({ title, lines: [line] }, services.context()), summary: title };
}

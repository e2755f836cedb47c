// The card of `/status`: how the bot is doing, for the people who run it.

import type { Finding } from '../../domain/health/checkup.js';
import { type Status, statuses } from '../../domain/tenant/status.js';
import type { Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { conversationName, type NamedConversation } from '../explain/conversation-words.js';
import { signInLostWords, withCure } from '../explain/problem-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateAndTimeInWords, dayAndTime, joined, literal, phrase } from '../render/text.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { checkupLines, fineLine } from './checkup-lines.js';

/** A conversation that gets messages, or no longer does. */
export interface DeliveryState extends NamedConversation {
  readonly subscribed: boolean;
  /** Why nothing is sent there, and since when, until a person writes there. */
  readonly unreachable?: { readonly why: string; readonly since: Instant } | undefined;
  /** Why messages don't arrive there just now, and since when. */
  readonly failing?: { readonly why: string; readonly since: Instant } | undefined;
  /** Number of messages due to it. */
  readonly waiting: number;
}

/** What `/status` shows. */
export interface StatusReport {
  /** The most urgent first. */
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Status, number>>;
  /** Number of former customers. Absent: none are counted. */
  readonly unlisted?: number | undefined;
  readonly conversations: readonly DeliveryState[];
  /** Numbers of watched requests, and of those that have been approved. */
  readonly watchedRequests?: { readonly watched: number; readonly approved: number } | undefined;
}

// More would make the card too large; those that need a person come first.
const mostConversations = 6;
const mostFindings = 8;

/** The card for `/status`. */
export function statusReportView(report: StatusReport, context: ViewContext): Card {
  const { findings, counts, unlisted = 0, conversations, watchedRequests } = report;
  const { words } = context;
  const { statusReport, statuses: statusNames } = words;
  const inOrder = [...conversations].sort((a, b) => urgency(b) - urgency(a));
  const { needed, unknown } = checkupLines(findings, words);
  const lines = [...needed, ...unknown];
  const shown = lines.slice(0, mostFindings);
  const data = {
    title: statusReport.title,
    lines: [
      readingLine(context),
      ...eventsLines(findings, words),
      ...(unlisted === 0 ? [] : [statusReport.unlisted({ count: unlisted })]),
      ...watchedRequestLines(watchedRequests, words),
    ],
    findings: shown.map(({ icon, title, found, cure = '' }) => ({ title: phrase`${icon} ${title}`, found, cure })),
    fine: [...moreLine(lines.length - shown.length, statusReport.moreFindings), ...fineLine(findings, words)],
    rows: [
      ...statuses.map((status) => ({
        label: statusNames[status],
        text: statusReport.tenants({ count: counts[status] }),
      })),
      ...inOrder.slice(0, mostConversations).map((conversation) => ({
        label: conversationName(conversation, words),
        text: deliveryWords(conversation, words),
      })),
    ],
    more: moreLine(conversations.length - mostConversations, statusReport.moreConversations),
    actions: [listButton({}, words)],
  };
  return render('status', data, frameOf(context, data.title));
}

function moreLine(count: number, line: (args: { count: number }) => Text): readonly Text[] {
  return count > 0 ? [line({ count })] : [];
}

function urgency({ unreachable, failing, waiting }: DeliveryState): number {
  return (unreachable ? 2_000_000 : failing ? 1_000_000 : 0) + waiting;
}

// The one good finding with details worth a line.
function eventsLines(findings: readonly Finding[], { statusReport }: Words): readonly Markdown[] {
  return findings.flatMap((finding) => {
    if (finding.what !== 'webhookOurs') return [];
    const { lastEventAt } = finding;
    return [
      lastEventAt === undefined ? statusReport.noEvent : statusReport.lastEvent({ time: dayAndTime(lastEventAt) }),
    ];
  });
}

function watchedRequestLines(
  watchedRequests: StatusReport['watchedRequests'],
  { statusReport }: Words,
): readonly Text[] {
  const { watched = 0, approved = 0 } = watchedRequests ?? {};
  if (watched === 0) return [];
  const alarm = approved === 0 ? '' : statusReport.watchedApproved({ count: approved });
  return [joined([statusReport.watched({ count: watched }), alarm])];
}

function readingLine({ asOf, failing, signInLost, words }: ViewContext): Markdown {
  const { statusReport } = words;
  if (failing) return withCure(statusReport.notRead({ since: dayAndTime(failing.since) }), failing.problem, words);
  if (signInLost) return phrase`❌ ${signInLostWords(signInLost, words)}`;
  return asOf === undefined ? statusReport.neverRead : statusReport.lastRead({ time: dayAndTime(asOf) });
}

function deliveryWords({ subscribed, unreachable, failing, waiting }: DeliveryState, words: Words): Literal {
  const { statusReport } = words;
  if (unreachable) {
    const since = dateAndTimeInWords(unreachable.since, words);
    return joined([
      statusReport.unreachable({ since, why: refusalWords(unreachable.why, words) }),
      waiting === 0 ? '' : statusReport.kept({ count: waiting }),
      statusReport.unreachableUntil,
    ]);
  }
  const due = waiting === 0 ? '' : statusReport.waiting({ count: waiting });
  if (failing) {
    const since = dateAndTimeInWords(failing.since, words);
    return joined([
      statusReport.failing({ since, why: refusalWords(failing.why, words) }),
      due === '' ? '' : phrase`${due}.`,
      statusReport.failingUntil,
    ]);
  }
  const subscription = subscribed ? statusReport.subscribed : statusReport.notSubscribed;
  return due === '' ? subscription : phrase`${subscription}, ${due}`;
}

// Teams' own codes, by the reason that people read; Teams' answer follows it.
const causes: readonly (readonly [code: string, refusal: keyof Words['statusReport']['refusals']])[] = [
  ['BotNotInConversationRoster', 'notInstalled'],
  ['ForbiddenOperationException', 'notInstalled'],
  ['ConversationBlockedByUser', 'blocked'],
  ['MessageWritesBlocked', 'blockedOrUninstalled'],
  ['BotDisabledByAdmin', 'blockedByAdmin'],
  ['ConversationNotFound', 'notFound'],
];

// How a delivery's error says what Teams answered: a status and a code of Teams' own, or nothing.
const answered = /^Teams answered (\d.*)$/s;
const unanswered = /^Teams (?:answered nothing|did not answer)/;

function refusalWords(why: string, { statusReport: { refusals } }: Words): Literal {
  const cause = causes.find(([code]) => why.includes(code))?.[1];
  const answer = answered.exec(why)?.[1];
  if (cause !== undefined || answer !== undefined)
    return phrase`${refusals[cause ?? 'notAccepted']} (${literal(answer ?? why)})`;
  return unanswered.test(why) ? refusals.noAnswer : literal(why);
}

// The card of `/status`: how the bot is doing, for the people who run it.
import type { Finding } from '../../domain/health/checkup.js';
import { type Status, statuses, statusWords } from '../../domain/tenant/status.js';
import type { Instant } from '../../domain/time.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { counted, dayAndTime, literal } from '../render/text.js';
import { problemWords, signInLostWords } from '../words/problem-words.js';
import { checkupLines, fineLine } from './checkup-lines.js';

/** A conversation that gets messages, or no longer does. */
export interface DeliveryState {
  readonly conversationId: string;
  readonly kind: string;
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
  const { findings, counts, unlisted, conversations, watchedRequests } = report;
  const inOrder = [...conversations].sort((a, b) => urgency(b) - urgency(a));
  const { needed, unknown } = checkupLines(findings);
  const shown = [...needed, ...unknown].slice(0, mostFindings);
  const data = {
    title: 'Status of Gatehouse',
    lines: [
      readingLine(context),
      ...eventsLines(findings),
      ...unlistedLines(unlisted),
      ...watchedRequestLines(watchedRequests),
    ],
    findings: shown.map(({ icon, title, found, cure = '' }) => ({ title: `${icon} ${title}`, found, cure })),
    fine: [
      ...moreLine(needed.length + unknown.length - shown.length, 'finding', ': “npm run doctor” lists all'),
      ...fineLine(findings),
    ],
    rows: [
      ...statuses.map((status) => ({ label: statusWords[status], text: counted(counts[status], 'tenant'), note: '' })),
      ...inOrder.slice(0, mostConversations).map((conversation) => ({
        label: conversation.kind === 'groupChat' ? 'Group chat' : conversation.kind === 'channel' ? 'Channel' : 'Chat',
        text: deliveryWords(conversation),
        note: literal(conversation.conversationId),
      })),
    ],
    more: moreLine(conversations.length - mostConversations, 'conversation', ' not shown'),
    actions: [listButton({})],
  };
  return render('status', data, { banner: sandboxBanner(context), fallbackText: data.title });
}

function moreLine(hidden: number, noun: string, rest: string): readonly string[] {
  return hidden > 0 ? [`${counted(hidden, `more ${noun}`)}${rest}.`] : [];
}

function urgency({ unreachable, failing, waiting }: DeliveryState): number {
  return (unreachable ? 2_000_000 : failing ? 1_000_000 : 0) + waiting;
}

// The one good finding with details worth a line.
function eventsLines(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap((finding) => {
    if (finding.what !== 'webhookOurs') return [];
    const { lastEventAt } = finding;
    return [
      lastEventAt === undefined
        ? '📨 Partner Center sends its events here; none has come since the start.'
        : `📨 Partner Center’s last event came ${dayAndTime(lastEventAt)}.`,
    ];
  });
}

function unlistedLines(unlisted = 0): readonly string[] {
  if (unlisted === 0) return [];
  const [are, them] = unlisted === 1 ? ['isn’t your customer', 'it'] : ['aren’t your customers', 'them'];
  return [
    `🔗 ${counted(unlisted, 'tenant')} ${are} in Partner Center, but you still have access or an open request there: /leftovers lists ${them}. Gatehouse can’t enable ${them}.`,
  ];
}

function watchedRequestLines(watchedRequests: StatusReport['watchedRequests']): readonly string[] {
  const { watched = 0, approved = 0 } = watchedRequests ?? {};
  if (watched === 0) return [];
  const alarm = approved === 0 ? '' : ` ⚠️ ${approved} of them approved after all.`;
  const is = watched === 1 ? 'is' : 'are';
  return [
    `👁️ ${counted(watched, 'open request')} to offboarded tenants ${is} watched until ${watched === 1 ? 'it lapses' : 'they lapse'}.${alarm}`,
  ];
}

function readingLine({ asOf, failing, signInLost }: ViewContext): string {
  if (failing) {
    const { cause, cure } = failing.problem ? problemWords(failing.problem, 'check') : { cause: '', cure: '' };
    return `⚠️ Microsoft could not be read since ${dayAndTime(failing.since)}. ${cause} ${cure}`.trim();
  }
  if (signInLost) return `❌ ${signInLostWords(signInLost)}`;
  return asOf === undefined
    ? 'Microsoft is being read for the first time.'
    : `✅ Microsoft was read ${dayAndTime(asOf)}.`;
}

function deliveryWords({ subscribed, unreachable, failing, waiting }: DeliveryState): string {
  if (unreachable) {
    const kept = waiting === 0 ? '' : ` ${counted(waiting, 'message')} kept.`;
    return `⚠️ Not reachable since ${dayAndTime(unreachable.since)}: ${refusalWords(unreachable.why)}.${kept} Gatehouse sends messages again when someone writes there or installs it again.`;
  }
  if (failing) {
    const due = waiting === 0 ? '' : ` ${counted(waiting, 'message')} waiting.`;
    return `⚠️ Not reached since ${dayAndTime(failing.since)}: ${refusalWords(failing.why)}.${due} Gatehouse keeps trying.`;
  }
  const due = waiting === 0 ? '' : `, ${counted(waiting, 'message')} waiting`;
  return `${subscribed ? '✅ Subscribed' : '⚪ Not subscribed'}${due}`;
}

// By Teams' own codes; the words are followed by Teams' answer.
const causes: readonly (readonly [code: string, words: string])[] = [
  ['BotNotInConversationRoster', 'Gatehouse isn’t installed there anymore'],
  ['ForbiddenOperationException', 'Gatehouse isn’t installed there anymore'],
  ['ConversationBlockedByUser', 'Gatehouse is blocked there'],
  ['MessageWritesBlocked', 'Gatehouse is blocked or was uninstalled there'],
  ['BotDisabledByAdmin', 'your Teams administrator has blocked the app'],
  ['ConversationNotFound', 'Teams can’t find this conversation'],
];

function refusalWords(why: string): string {
  const cause = causes.find(([code]) => why.includes(code))?.[1];
  return cause === undefined ? literal(why) : `${cause} (${literal(why)})`;
}

// What does the audit log say about a tenant, to people?

import { relationshipName } from '../../domain/access/relationship-name.js';
import type { ToldFactType } from '../../domain/tenant/fact-traits.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import { groupName, shortName } from '../offboarding/plan-rows.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { type Card, render } from '../render/templates.js';
import { counted, dayAndTime, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { factWords } from '../words/history-words.js';
import { listButton, openButton } from './buttons.js';

/** One line of the audit log, as far as the card shows it. */
export interface AuditedEntry {
  readonly at: Instant;
  readonly what: string;
  /** Entra object id. */
  readonly by?: string | undefined;
  readonly subject?: string | undefined;
  readonly asked?: string | undefined;
  readonly why?: string | undefined;
  readonly requestId?: string | undefined;
}

/** A page of what the audit log says of a tenant. */
export interface HistoryPage {
  readonly tenantId: string;
  /** Absent: it is not known any more; the log knows ids only. */
  readonly tenant?: Tenant | undefined;
  /** What it was called when it was offboarded. Absent: it was not. */
  readonly formerName?: string | undefined;
  /** The newest first. */
  readonly entries: readonly AuditedEntry[];
  /** Counted from 1; one past the end means the last page. */
  readonly page: number;
}

// Each takes up to half a KB of a message.
const pageSize = 15;

/** The card for `/history`. */
export function auditHistoryView(history: HistoryPage, context: ViewContext): Card {
  const { tenantId, tenant, formerName, entries } = history;
  const name = literal(tenant?.customer.displayName ?? formerName ?? tenantId);
  const title = `History of ${name}`;
  const pages = Math.max(1, Math.ceil(entries.length / pageSize));
  const page = Math.min(history.page, pages);
  const first = (page - 1) * pageSize;
  const shown = entries.slice(first, first + pageSize);
  const range = `${first + 1}–${first + shown.length} of ${counted(entries.length, 'entry', 'entries')}, newest first.`;
  const pageButton = (word: string, to: number): Button => ({
    title: word,
    tooltip: `${word}: history of ${name}, page ${to} of ${pages}`,
    verb: 'history.show',
    data: { tenantId, page: to },
    style: 'default',
  });
  const data = {
    title,
    lines: [entries.length === 0 ? 'Nothing has been done to this tenant.' : range],
    rows: shown.map((entry) => ({
      label: dayAndTime(entry.at),
      text: [words(entry, history, context), who(entry, tenant)].filter((part) => part !== '').join(' · '),
      note: entry.requestId === undefined ? '' : `Microsoft’s request id: ${literal(entry.requestId)}`,
    })),
    actions: [
      ...(page > 1 ? [pageButton('‹ Newer', page - 1)] : []),
      ...(page < pages ? [pageButton('Show more ›', page + 1)] : []),
      ...(tenant ? [openButton(tenant, {}, 'To the tenant')] : []),
      listButton({}),
    ],
  };
  return render('report', data, { banner: sandboxBanner(context, tenant?.tenantId), fallbackText: title });
}

/** No tenant is meant by what was said after `/history`. `nearest`: the one that may have been. */
export function noHistoryView(search: string, nearest: string | undefined, context: ViewContext): Card {
  const title = search === '' ? 'Whose history?' : `No tenant matches “${literal(search, 60)}”`;
  const lines = [
    ...(nearest === undefined ? [] : [`Did you mean ${literal(nearest, 60)}? Say /history and the name.`]),
    search === ''
      ? 'Say /history and part of a name, a domain or a tenant ID.'
      : 'Say /history and part of a name or a domain. For a tenant that Gatehouse has forgotten, say its tenant ID.',
  ];
  return messageView({ title, lines, actions: [listButton({})] }, context);
}

function words(entry: AuditedEntry, history: HistoryPage, context: ViewContext): string {
  const { what, asked = '', why } = entry;
  if (what === 'accessDenied') return `Denied: ${asked}`;
  if (what === 'commandRefused') return `Refused: ${asked} (${why})`;
  const told = factWords[what as ToldFactType] ?? otherEntries[what] ?? what;
  const subject = subjectWords(entry.subject, history, context);
  return `${told}${subject === '' ? '' : `: ${subject}`}${why === undefined ? '' : ` (${why})`}`;
}

// Kinds of thing that there is one of in a tenant.
const single: Readonly<Record<string, string>> = {
  consent: 'consent of your application',
  delegatedAdmin: 'delegated admin (DAP)',
  reseller: 'reseller relationship',
};

/** What of the tenant it was about, by name where one is known; the log holds ids. Empty: the tenant as a whole. */
function subjectWords(subject: string | undefined, { tenantId, tenant }: HistoryPage, context: ViewContext): string {
  const [kind = '', id = '', , groupId] = subject?.split(' ') ?? [];
  const names = tenant?.offboarding?.plan.names;
  switch (kind) {
    case 'group':
      return groupName(id, context, names);
    case 'assignment':
      return groupId === undefined
        ? `an access assignment of ${nameOf(id, tenant)}`
        : groupName(groupId, context, names);
    case 'relationship':
      return numberedName(id, tenantId, tenant);
    default:
      return single[kind] ?? '';
  }
}

// A number is that in our own name for it; none, and it was made elsewhere; anything else is the id of one.
function numberedName(number: string, tenantId: string, tenant: Tenant | undefined): string {
  if (number === '') return 'a GDAP relationship made outside of Gatehouse';
  return /^\d{1,3}$/.test(number)
    ? `GDAP relationship “${shortName(relationshipName(tenantId, Number(number)), tenantId)}”`
    : nameOf(number, tenant);
}

function nameOf(id: string, tenant: Tenant | undefined): string {
  const planned = (tenant?.offboarding?.plan.lines ?? []).flatMap((line) =>
    'relationship' in line ? [line.relationship] : [],
  );
  const known = [tenant?.onboarding?.relationship, ...planned].find((each) => each?.id === id);
  return known
    ? `GDAP relationship “${shortName(known.displayName, tenant?.tenantId ?? '')}”`
    : `GDAP relationship ${literal(id)}`;
}

// What is no fact about a tenant, which may have been forgotten by then.
const otherEntries: Readonly<Record<string, string>> = {
  watchedRequestBecameActive: 'A request was approved after the offboarding',
  watchedRequestTerminationAsked: 'Asked to terminate the access that came of it',
  watchedRequestTerminationSent: 'Termination sent',
  watchedRequestTerminationRefused: 'Termination refused',
  watchedRequestOver: 'Stopped watching a request',
  certificateOpened: 'Exit certificate opened',
  offboardingPlanOpened: 'Exported plan opened',
};

// The log holds ids; a name is shown where the tenant still knows it.
function who({ by }: AuditedEntry, tenant: Tenant | undefined): string {
  if (by === undefined) return '';
  const known = [tenant?.onboarding?.requestedBy, ...(tenant?.history ?? []).map((entry) => entry.by)];
  const person = known.find((each) => each?.id === by);
  return person ? literal(person.name, 40) : by;
}

// The card of `/history`: what the audit log says about a tenant.

import { relationshipName } from '../../domain/access/relationship-name.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { ToldFactType } from '../../domain/tenant/fact-traits.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { groupName, shortName } from '../offboarding/plan-rows.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton, openButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { counted, dayAndTime, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { factWords } from '../words/history-words.js';

/** A page of a tenant's audit log. */
export interface HistoryPage {
  readonly tenantId: string;
  /** Absent: it isn't known any more; the log has ids only. */
  readonly tenant?: Tenant | undefined;
  /** Its name when it was offboarded. Absent: it wasn't. */
  readonly formerName?: string | undefined;
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
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

/** No tenant matches the search after `/history`. `nearest`: the name that may have been intended. */
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

function words(entry: AuditEntry, history: HistoryPage, context: ViewContext): string {
  const { what, asked = '', why } = entry;
  if (what === 'accessDenied') return `Denied: ${asked}`;
  if (what === 'commandRefused') return `Refused: ${asked} (${why})`;
  const told = factWords[what as ToldFactType] ?? otherEntries[what] ?? what;
  const subject = subjectWords(entry.subject, history, context);
  return `${told}${subject === '' ? '' : `: ${subject}`}${why === undefined ? '' : ` (${why})`}`;
}

// Things of which a tenant has only one.
const single: Readonly<Record<string, string>> = {
  consent: 'consent of your application',
  delegatedAdmin: 'delegated admin (DAP)',
  reseller: 'reseller relationship',
};

/** The subject of a line, by name where it's known; the log has ids. Empty: the tenant as a whole. */
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

// A number is the one in our own name; empty: it was made elsewhere; anything else is a relationship's id.
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

// Lines that aren't facts about a tenant, which may have been forgotten by then.
const otherEntries: Readonly<Record<string, string>> = {
  watchedRequestBecameActive: 'A request was approved after the offboarding',
  watchedRequestTerminationAsked: 'Asked to terminate the access that came of it',
  watchedRequestTerminationSent: 'Termination sent',
  watchedRequestTerminationRefused: 'Termination refused',
  watchedRequestOver: 'Stopped watching a request',
  certificateOpened: 'Exit certificate opened',
  offboardingPlanOpened: 'Exported plan opened',
};

// The log has ids; a name is shown where the tenant's record has it.
function who({ by }: AuditEntry, tenant: Tenant | undefined): string {
  if (by === undefined) return '';
  const known = [tenant?.onboarding?.requestedBy, ...(tenant?.history ?? []).map((entry) => entry.by)];
  const person = known.find((each) => each?.id === by);
  return person ? literal(person.name, 40) : by;
}

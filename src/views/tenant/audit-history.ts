// The card of `/history`: what the audit log says about a tenant.

import { relationshipName } from '../../domain/access/relationship-name.js';
import { messageLanguageFor } from '../../domain/message-languages.js';
import { mostTicketCharacters } from '../../domain/tenant/attention.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import { customerNotices } from '../../domain/tenant/customer-notice.js';
import { peopleAt } from '../../domain/tenant/people.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { customerMessageIn } from '../customer-messages.js';
import { askedWords, whyWords } from '../explain/audit-words.js';
import { factWords, templateSubject } from '../explain/history-words.js';
import { groupName, shortName } from '../offboarding/plan-rows.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton, openButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, dayAndTime, joined, literal, personName } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Text } from '../words/text-types.js';

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
export function auditHistoryView(page: HistoryPage, context: ViewContext): Card {
  const { tenantId, tenant, formerName, entries } = page;
  const { words } = context;
  const { history, buttons } = words;
  const name = literal(tenant?.customer.displayName ?? formerName ?? tenantId);
  const title = history.title({ tenant: name });
  const pages = Math.max(1, Math.ceil(entries.length / pageSize));
  const number = Math.min(page.page, pages);
  const first = (number - 1) * pageSize;
  const shown = entries.slice(first, first + pageSize);
  const range = history.range({ from: first + 1, to: first + shown.length, total: entries.length });
  const pageButton = (label: Text, to: number): Button => ({
    title: label,
    tooltip: history.pageTooltip({ title: label, tenant: name, page: to, pages }),
    verb: 'history.show',
    data: { tenantId, page: to },
    style: 'default',
  });
  const data = {
    title,
    lines: [entries.length === 0 ? history.nothing : range],
    rows: shown.map((entry) => ({
      label: dayAndTime(entry.at),
      text: joined([historyEntryWords(entry, page, context), historyPerson(entry, tenant, context.words)], ' · '),
      note: entry.requestId === undefined ? '' : history.requestId({ id: literal(entry.requestId) }),
    })),
    actions: [
      ...(number > 1 ? [pageButton(buttons.newer, number - 1)] : []),
      ...(number < pages ? [pageButton(buttons.older, number + 1)] : []),
      ...(tenant ? [openButton(tenant, {}, buttons.toTenant, words)] : []),
      listButton({}, words),
    ],
  };
  return render('report', data, frameOf(context, title, tenant?.tenantId));
}

/** No tenant matches the search after `/history`. `nearest`: the name that may have been intended. */
export function noHistoryView(search: string, nearest: string | undefined, context: ViewContext): Card {
  const { history } = context.words;
  const title = search === '' ? history.which : history.noMatch({ search: literal(search, 60) });
  const lines = [
    ...(nearest === undefined ? [] : [history.didYouMean({ nearest: literal(nearest, 60) })]),
    search === '' ? history.howToAsk : history.howToAskForgotten,
  ];
  return messageView({ title, lines, actions: [listButton({}, context.words)] }, context);
}

/** Which tenant a line of the log is about, and its record, if there's one. */
type LineSubject = Pick<HistoryPage, 'tenantId' | 'tenant'>;

/** What a line of the audit log about a tenant says. */
export function historyEntryWords(entry: AuditEntry, about: LineSubject, context: ViewContext): Literal {
  const { what } = entry;
  const { history } = context.words;
  const asked = askedWords(entry.asked ?? '', context.words);
  const why = entry.why === undefined ? undefined : whyWords(entry, entry.why, context.words);
  if (what === 'accessDenied') return history.denied({ asked });
  if (what === 'commandRefused') return history.refused({ asked, why: why ?? '' });
  // Lines about a tenant that may have been forgotten by then aren't facts about it.
  const others: Readonly<Record<string, Text>> = history.others;
  const told = others[what] ?? factWords(what, context.words);
  const subject = subjectWords(entry.subject, about, context);
  const of = subject === '' ? told : history.of({ what: told, subject });
  return why === undefined ? of : history.because({ what: of, why });
}

/** The subject of a line, by name where it's known; the log has ids. Empty: the tenant as a whole. */
function subjectWords(subject: string | undefined, { tenantId, tenant }: LineSubject, context: ViewContext): Literal {
  const [kind = '', id = '', , groupId] = subject?.split(' ') ?? [];
  const { subjects } = context.words.history;
  const names = tenant?.offboarding?.plan.names;
  switch (kind) {
    case 'tags':
      return literal(subject?.slice('tags '.length) ?? '', 200);
    case 'template':
      return templateSubject(subject?.slice('template '.length) ?? '', context.words);
    case 'owner':
      return historyPerson({ by: id }, tenant, context.words);
    case 'ticket':
      return subjects.ticket({ ticket: literal(subject?.slice('ticket '.length) ?? '', mostTicketCharacters) });
    case 'review': {
      const [, on = '', accountable = ''] = subject?.split(' ') ?? [];
      const reviewDay = dateInWords(`${on}T00:00:00.000Z`, context.words);
      return subjects.review({ day: reviewDay, person: historyPerson({ by: accountable }, tenant, context.words) });
    }
    case 'customerNotice':
      return customerNoticeSubject(id, context.words);
    case 'language':
      return messageLanguageName(id);
    case 'group':
      return groupName(id, context, names);
    case 'assignment':
      return groupId === undefined
        ? subjects.assignmentOf({ relationship: nameOf(id, tenant, context.words) })
        : groupName(groupId, context, names);
    case 'relationship':
      return numberedName(id, tenantId, tenant, context.words);
    case 'enable':
    case 'tag':
    case 'removeGlobalAdministrator':
    case 'endEarlier':
      return context.words.secondAdmin.subjects[kind];
    case 'consent':
    case 'delegatedAdmin':
    case 'reseller':
      return subjects[kind];
    default:
      return '';
  }
}

function customerNoticeSubject(name: string, { customerNotice }: Words): Literal {
  const known = customerNotices.find((each) => each === name);
  return known === undefined ? literal(name) : customerNotice.about[known];
}

function messageLanguageName(tag: string): Literal {
  const known = messageLanguageFor(tag);
  return literal(known === undefined ? tag : customerMessageIn(known).languageName);
}

// A number is the one in our own name; empty: it was made elsewhere; anything else is a relationship's id.
function numberedName(number: string, tenantId: string, tenant: Tenant | undefined, words: Words): Literal {
  const { subjects } = words.history;
  if (number === '') return subjects.otherRelationship;
  return /^\d{1,3}$/.test(number)
    ? subjects.relationship({ relationship: shortName(relationshipName(tenantId, Number(number)), tenantId) })
    : nameOf(number, tenant, words);
}

function nameOf(id: string, tenant: Tenant | undefined, { history: { subjects } }: Words): Literal {
  const planned = (tenant?.offboarding?.plan.lines ?? []).flatMap((line) =>
    'relationship' in line ? [line.relationship] : [],
  );
  const known = [tenant?.onboarding?.relationship, ...planned].find((each) => each?.id === id);
  return known
    ? subjects.relationship({ relationship: shortName(known.displayName, tenant?.tenantId ?? '') })
    : subjects.relationshipById({ id: literal(id) });
}

/** Who did it: the log has ids; a name is shown where the tenant's record has it. Empty: no person. */
export function historyPerson({ by }: Pick<AuditEntry, 'by'>, tenant: Tenant | undefined, words: Words): Literal {
  if (by === undefined) return '';
  const person = tenant && peopleAt(tenant).find(({ id }) => id === by);
  return person ? personName(person, words) : literal(by);
}

// One message for what came of many tenants at once: approvals, issues by cause, requests that no one has answered, and reviews.
import type { Batch } from '../../domain/batch/batch.js';
import { groupedByCause } from '../../domain/batch/standing.js';
import { printQuery } from '../../domain/query/print-query.js';
import { everyTenant } from '../../domain/query/query.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { requestExpiry } from '../../domain/tenant/waiting-request.js';
import type { Words } from '../catalogue.js';
import { queryNames } from '../explain/query-words.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { dateInWords, joined, literal, personName, phrase } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { batchTitle } from './batch-lines.js';
import { causeOfGroup, countOf } from './standing-lines.js';

/** A message, and its first line. */
interface ToldMany {
  readonly card: Card;
  readonly summary: Literal;
}

// The list behind the button has all of them.
const mostNamed = 20;
const mostOfCause = 5;
const mostName = 60;

/**
 * What has become of tenants: which are Approved, and which have issues, by cause. `batch`: of which this came. Absent: of none.
 * Others among them are left out.
 */
export function cameTogetherView(tenants: readonly Tenant[], context: ViewContext, batch?: Batch): ToldMany {
  const { words } = context;
  const { together } = words.batches;
  const approved = tenants.filter(({ status }) => status === 'approved');
  const groups = groupedByCause(tenants);
  const issues = countOf(groups);
  const summary = joined(
    [
      ...(approved.length > 0 ? [together.approved({ count: approved.length })] : []),
      ...(issues > 0 ? [together.issues({ count: issues })] : []),
    ],
    ' · ',
  );
  const lines = [
    ...(batch
      ? [phrase`${batchTitle(batch, words)} · ${words.batches.startedBy({ person: personName(batch.by, words) })}`]
      : []),
    ...named(approved, mostNamed, words),
    ...groups.map((group) => {
      const names = joined(named(group.tenants, mostOfCause, words), ', ');
      return together.ofCause({ cause: causeOfGroup(group, words), tenants: names });
    }),
  ];
  const listed = issues > 0 ? 'issuesFound' : 'approved';
  const actions = [
    ...(batch ? [showBatchButton(batch, words)] : []),
    listButton({ status: listed }, words, words.statuses[listed]),
  ];
  return { card: messageView({ title: summary, lines, actions }, context), summary };
}

/** Which customers haven't approved, the earliest expiry first. */
export function unansweredView(tenants: readonly Tenant[], context: ViewContext): ToldMany {
  const { words } = context;
  const summary = words.batches.together.unanswered({ count: tenants.length });
  const lines = tenants
    .map((tenant) => ({ name: literal(tenant.customer.displayName, mostName), on: requestExpiry(tenant) }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ name, on }) => words.batches.together.expires({ tenant: name, day: dateInWords(on, words) }));
  const actions = [listButton({ status: 'needsApproval' }, words, words.statuses.needsApproval)];
  return { card: messageView({ title: summary, lines: cut(lines, mostNamed, words), actions }, context), summary };
}

/** Whose accepted limitations are to be looked at again, by name. */
export function reviewsDueView(tenants: readonly Tenant[], context: ViewContext): ToldMany {
  const { words } = context;
  const { together } = words.batches;
  const summary = together.reviewsDue({ count: tenants.length });
  const search = printQuery(
    { ...everyTenant, terms: [{ isNot: false, condition: { key: 'accepted', is: true } }] },
    queryNames(words),
  );
  const actions = [listButton({ search }, words, together.accepted)];
  return {
    card: messageView({ title: summary, lines: named(tenants, mostNamed, words), actions }, context),
    summary,
  };
}

/** To the card of a batch. `title`: what one does there. */
export function showBatchButton({ id: batchId, ...batch }: Batch, words: Words, title = words.batches.show): Button {
  const tooltip = words.buttons.about({ title, subject: batchTitle(batch, words) });
  return { title, tooltip, verb: 'batch.show', data: { batchId }, style: 'default' };
}

function named(tenants: readonly Tenant[], most: number, words: Words): readonly Literal[] {
  const names = tenants.map(({ customer }) => customer.displayName).sort((a, b) => a.localeCompare(b));
  return cut(
    names.map((name) => literal(name, mostName)),
    most,
    words,
  );
}

function cut(lines: readonly Literal[], most: number, words: Words): readonly Literal[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), words.tenant.progress.more({ count: more })] : lines;
}

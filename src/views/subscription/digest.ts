// What came to a conversation in its quiet hours, worst first, and the digest of what waits for a person.
import { printQuery } from '../../domain/query/print-query.js';
import { everyTenant, type Query } from '../../domain/query/query.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { matters, type WaitingTenants } from '../../domain/tenant/waiting-list.js';
import type { Words } from '../catalogue.js';
import { queryNames } from '../explain/query-words.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton, openButton, waitingButton } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { joined, literal, phrase } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

// As many as are read; the list behind the button has all.
const mostLines = 20;
const mostOpened = 4;
const mostNamed = 5;
const mostName = 40;

/** Something that came meanwhile. */
export interface CameMeanwhile {
  readonly line: Literal;
  /** Absent: it's about no tenant, or about one that is gone. */
  readonly tenant?: Tenant | undefined;
}

/** The card of what came meanwhile, in this order, and its first line. */
export function meanwhileView(
  came: readonly CameMeanwhile[],
  context: ViewContext,
): { readonly card: Card; readonly summary: Literal } {
  const { words } = context;
  const summary = words.subscriptions.meanwhile({ count: came.length });
  const more = came.length - mostLines;
  const lines = came.slice(0, mostLines).map(({ line }) => line);
  const opened = [
    ...new Map(came.flatMap(({ tenant }) => (tenant ? [[tenant.tenantId, tenant] as const] : []))).values(),
  ];
  const actions: readonly Button[] = [
    ...opened
      .slice(0, mostOpened)
      .map((tenant) => openButton(tenant, {}, literal(tenant.customer.displayName, mostName), words)),
    listButton({}, words),
  ];
  const all = more > 0 ? [...lines, words.tenant.progress.more({ count: more })] : lines;
  return { card: messageView({ title: summary, lines: all, actions }, context), summary };
}

/** The card of what waits for a person, as `/open` has it, and its first line; `undefined`: nothing does. */
export function digestView(
  { rows, approvedRequests, awaitedBatchIds }: WaitingTenants,
  query: Query = everyTenant,
  context: ViewContext,
): { readonly card: Card; readonly summary: Literal } | undefined {
  const { words } = context;
  const { subscriptions, waiting } = words;
  const unowned = rows.filter(({ tenant }) => !tenant.owner).length;
  const lines = [
    ...(awaitedBatchIds.length > 0 ? [waiting.awaitedBatches({ count: awaitedBatchIds.length })] : []),
    ...(approvedRequests > 0 ? [waiting.approvedRequests({ count: approvedRequests })] : []),
    ...matters.flatMap((matter) => {
      const tenants = rows.filter((row) => row.waiting.matter === matter).map(({ tenant }) => tenant);
      const what = phrase`${waiting.matters[matter]} (${tenants.length})`;
      return tenants.length === 0 ? [] : [subscriptions.digest.named({ what, names: namesIn(tenants, words) })];
    }),
    ...(unowned > 0 ? [subscriptions.digest.unowned({ count: unowned })] : []),
  ];
  if (lines.length === 0) return undefined;
  const title = subscriptions.digest.title;
  const actions = [waitingButton({ search: printQuery(query, queryNames(words)) }, waiting.title, words)];
  return { card: messageView({ title, lines, actions }, context), summary: title };
}

function namesIn(tenants: readonly Tenant[], words: Words): Literal {
  const shown = tenants.slice(0, mostNamed).map(({ customer }) => literal(customer.displayName, mostName));
  const more = tenants.length - shown.length;
  return joined([joined(shown, ', '), ...(more > 0 ? [words.tenant.progress.more({ count: more })] : [])], ' · ');
}

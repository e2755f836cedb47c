// What came to a conversation in its quiet hours, worst first, and the digest of what's open.
import { printQuery } from '../../domain/query/print-query.js';
import { everyTenant, type Query, withStatus } from '../../domain/query/query.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { queryNames } from '../explain/query-words.js';
import { endingSoonDays, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { expiringButton, listButton, openButton } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { joined, literal } from '../render/text.js';
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

/** What is open, of the tenants that a query asks for. */
export interface WhatIsOpen {
  readonly issues: readonly Tenant[];
  readonly waiting: readonly Tenant[];
  /** Access that ends within `endingSoonDays`. */
  readonly ending: readonly Tenant[];
}

/** The card of what's open, and its first line; `undefined`: nothing is. */
export function digestView(
  { issues, waiting, ending }: WhatIsOpen,
  query: Query = everyTenant,
  context: ViewContext,
): { readonly card: Card; readonly summary: Literal } | undefined {
  const { words } = context;
  const { digest } = words.subscriptions;
  const unowned = new Set([...issues, ...ending].filter(({ owner }) => !owner)).size;
  const lineOf = (what: Literal, tenants: readonly Tenant[]): readonly Literal[] =>
    tenants.length === 0 ? [] : [digest.named({ what, names: namesIn(tenants, words) })];
  const lines = [
    ...lineOf(digest.issues({ count: issues.length }), issues),
    ...lineOf(digest.ending({ count: ending.length, days: endingSoonDays }), ending),
    ...(unowned > 0 ? [digest.unowned({ count: unowned })] : []),
    ...lineOf(digest.waiting({ count: waiting.length }), waiting),
  ];
  if (lines.length === 0) return undefined;
  const search = printQuery(withStatus(query, undefined), queryNames(words));
  const listOf = (status: 'issuesFound' | 'needsApproval', tenants: readonly Tenant[]) => {
    const title = words.statuses[status];
    const tooltip = words.buttons.about({ title, subject: digest.title });
    return tenants.length === 0 ? [] : [{ ...listButton({ search, status }, words, title), tooltip }];
  };
  const actions = [
    ...listOf('issuesFound', issues),
    ...(ending.length > 0 ? [expiringButton(words.expiring.title, words)] : []),
    ...listOf('needsApproval', waiting),
  ];
  return { card: messageView({ title: digest.title, lines, actions }, context), summary: digest.title };
}

function namesIn(tenants: readonly Tenant[], words: Words): Literal {
  const shown = tenants.slice(0, mostNamed).map(({ customer }) => literal(customer.displayName, mostName));
  const more = tenants.length - shown.length;
  return joined([joined(shown, ', '), ...(more > 0 ? [words.tenant.progress.more({ count: more })] : [])], ' · ');
}

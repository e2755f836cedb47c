// One message for what many tenants have in common: their access ends soon, auto-extend is off, or their template has changed.
import { templateFor } from '../../domain/access/access-templates.js';
import { knownCoverage } from '../../domain/access/coverage.js';
import { printQuery } from '../../domain/query/print-query.js';
import { everyTenant } from '../../domain/query/query.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { queryNames } from '../explain/query-words.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { expiringButton, listButton } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { dateInWords, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { changedButtons } from './changed-template.js';

/** The news that are told so. */
type ToldTogether = 'accessEnding' | 'autoExtendOff' | 'templateChanged';

// The list behind the button has all of them.
const mostNamed = 20;
const mostName = 60;

/** The card of it, the earliest end first, and its first line. */
export function togetherView(
  news: ToldTogether,
  tenants: readonly Tenant[],
  context: ViewContext,
): { readonly card: Card; readonly summary: Literal } {
  if (news === 'templateChanged') return changedView(tenants, context);
  const { words } = context;
  const summary = titleOf(news, tenants.length, words);
  const lines = tenants
    .flatMap(({ customer, onboarding }) => {
      const coverage = onboarding && knownCoverage(onboarding);
      return coverage ? [{ name: literal(customer.displayName, mostName), on: coverage.on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ name, on }) => words.expiring.warnings.line({ tenant: name, day: dateInWords(on, words) }));
  const more = lines.length - mostNamed;
  const named = more > 0 ? [...lines.slice(0, mostNamed), words.tenant.progress.more({ count: more })] : lines;
  const message = {
    title: summary,
    lines: news === 'autoExtendOff' ? [words.keeping.drift.hint, ...named] : named,
    actions: news === 'autoExtendOff' ? driftButtons(words) : [expiringButton(words.expiring.title, words)],
  };
  return { card: messageView(message, context), summary };
}

/** Keep access for all that are in the list by then, after a question, and the list. */
function driftButtons(words: Words): readonly Button[] {
  const { keepAccessForAll: title } = words.buttons;
  const search = printQuery(
    { ...everyTenant, terms: [{ isNot: false, condition: { key: 'drift', is: true } }] },
    queryNames(words),
  );
  const list = listButton({ search }, words, words.keeping.drift.list);
  return [
    { title, tooltip: title, verb: 'batch.ask', data: { ...list.data, batchAction: 'keepAccess' }, style: 'positive' },
    list,
  ];
}

/** By name; the batch that Review plans and the list are of those with that cause, and with that template where there's one. */
function changedView(tenants: readonly Tenant[], context: ViewContext) {
  const { words, templates } = context;
  const { changed } = words.templates;
  const count = tenants.length;
  const names = new Set(tenants.map((tenant) => templateFor(templates, tenant).name));
  const [template = templates.default, ...others] = names;
  const isOne = others.length === 0;
  const summary = isOne ? changed.title({ template: literal(template, 64), count }) : changed.several({ count });
  const named = tenants
    .map(({ customer }) => customer.displayName)
    .sort((a, b) => a.localeCompare(b))
    .map((name) => literal(name, mostName));
  const more = count - mostNamed;
  const message = {
    title: summary,
    lines: [
      changed.hint,
      ...named.slice(0, mostNamed),
      ...(more > 0 ? [words.tenant.progress.more({ count: more })] : []),
    ],
    actions: changedButtons(isOne && templates.templates.size > 1 ? template : undefined, words),
  };
  return { card: messageView(message, context), summary };
}

function titleOf(news: Exclude<ToldTogether, 'templateChanged'>, count: number, { expiring, keeping }: Words): Literal {
  return news === 'accessEnding' ? expiring.warnings.title({ count }) : keeping.drift.title({ count });
}

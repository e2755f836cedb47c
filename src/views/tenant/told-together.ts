// One message for what many tenants have in common: that their access ends soon, or that auto-extend is off.
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

/** The news that are told so. */
type ToldTogether = 'accessEnding' | 'autoExtendOff';

// The list behind the button has all of them.
const mostNamed = 20;
const mostName = 60;

/** The card of it, the earliest end first, and its first line. */
export function togetherView(
  news: ToldTogether,
  tenants: readonly Tenant[],
  context: ViewContext,
): { readonly card: Card; readonly summary: Literal } {
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

function titleOf(news: ToldTogether, count: number, { expiring, keeping }: Words): Literal {
  return news === 'accessEnding' ? expiring.warnings.title({ count }) : keeping.drift.title({ count });
}

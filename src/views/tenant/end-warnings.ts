// One message for the ends of access of many tenants.
import { knownCoverage } from '../../domain/access/coverage.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { expiringButton } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { dateInWords, literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';

// The list behind the button has all of them.
const mostNamed = 20;
const mostName = 60;

/** The first line of it. */
export function endWarningsTitle(count: number, { expiring }: Words): Literal {
  return expiring.warnings.title({ count });
}

/** The card of it: the earliest end first. */
export function endWarningsView(tenants: readonly Tenant[], context: ViewContext): Card {
  const { words } = context;
  const { warnings, title } = words.expiring;
  const lines = tenants
    .flatMap(({ customer, onboarding }) => {
      const coverage = onboarding && knownCoverage(onboarding);
      return coverage ? [{ name: literal(customer.displayName, mostName), on: coverage.on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ name, on }) => warnings.line({ tenant: name, day: dateInWords(on, words) }));
  const more = lines.length - mostNamed;
  return messageView(
    {
      title: endWarningsTitle(tenants.length, words),
      lines: more > 0 ? [...lines.slice(0, mostNamed), words.tenant.progress.more({ count: more })] : lines,
      actions: [expiringButton(title, words)],
    },
    context,
  );
}

// The answer to /add: whom Microsoft knows by a domain or a tenant id, and the question whether to add them.

import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Sought } from '../../operations/commands/added-customers.js';
import { messageView } from '../../views/render/message.js';
import { literal } from '../../views/render/text.js';
import { addQuestion } from '../../views/tenant/add-question.js';
import { tenantView } from '../../views/tenant/tenant.js';
import type { Literal } from '../../views/words/text-types.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

// Two services are asked, the second once the first has answered.
const patienceMs = 6500;

/**
 * Shows whom was found, and asks. Nothing is added.
 * @throws MicrosoftError
 */
export async function askToAdd(services: BotServices, argument: string, turn: Turn): Promise<Reply> {
  const typed = argument.trim();
  if (typed === '') return says(services, services.context().words.adding.howToAsk);
  return answered(services, typed, await lookUp(services, typed, turn));
}

/**
 * The yes. Microsoft is asked once more, and where the domain leads to another tenant by now, so is the person.
 * @throws MicrosoftError, Outdated and StoreError
 */
export async function addCustomer(
  services: BotServices,
  { tenantId, typed }: { readonly tenantId: string | undefined; readonly typed: string },
  turn: Turn,
): Promise<Reply> {
  const found = await lookUp(services, typed, turn);
  if (found?.is !== 'stranger') return answered(services, typed, found);
  const { words } = services.context();
  if (found.tenantId !== tenantId) return answered(services, typed, found, words.adding.changed);
  const tenant = await services.addedCustomers.add(found, turn.actor);
  const notice = words.adding.added({ tenant: literal(tenant.customer.displayName) });
  return { ...opened(services, tenant, notice), othersMustSee: true };
}

function lookUp({ addedCustomers }: BotServices, typed: string, turn: Turn): Promise<Sought | undefined> {
  return turn.time.within(patienceMs, addedCustomers.find(typed));
}

function answered(services: BotServices, typed: string, found: Sought | undefined, notice?: Literal): Reply {
  const context = services.context();
  const { adding } = context.words;
  const given = literal(typed, 100);
  if (!found) return says(services, adding.slow);
  switch (found.is) {
    case 'stranger': {
      const title = adding.question({ tenant: literal(found.customer.displayName) });
      return { card: addQuestion({ ...found, typed, notice }, context), summary: title };
    }
    case 'known':
      return opened(services, found.tenant, adding.known({ tenant: literal(found.tenant.customer.displayName) }));
    case 'notADomain':
      return says(services, adding.notADomain({ given }));
    case 'notFound':
      return says(services, adding.notFound({ given }));
    case 'ourselves':
      return says(services, adding.ourselves);
    case 'inAnotherCloud':
      return says(services, adding.inAnotherCloud({ given }));
    default:
      return found satisfies never;
  }
}

function opened(services: BotServices, tenant: Tenant, notice: Literal): Reply {
  return {
    card: tenantView(tenant, services.context(), { notice }),
    summary: literal(tenant.customer.displayName),
    view: { kind: 'tenant', tenantId: tenant.tenantId, position: {} },
  };
}

function says(services: BotServices, line: Literal): Reply {
  const context = services.context();
  const { title } = context.words.adding;
  return { card: messageView({ title, lines: [line] }, context), summary: title };
}

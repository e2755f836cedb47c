// The answer to a button's name and a tenant's, such as `enable contoso`: the card with that button. Nothing is done.

import { knownCoverage } from '../../domain/access/coverage.js';
import { type Decision, decide, type RefusalReason } from '../../domain/tenant/decide.js';
import { decideKeeping, type KeepingDecision } from '../../domain/tenant/decide-keeping.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { refusalNotice } from '../../views/explain/notices.js';
import { wayToOffboarding } from '../../views/offboarding/buttons.js';
import type { ViewContext } from '../../views/render/context.js';
import { literal } from '../../views/render/text.js';
import { tenantButtons } from '../../views/tenant/buttons.js';
import { tenantView } from '../../views/tenant/tenant.js';
import type { Literal } from '../../views/words/text-types.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { namedTenant } from './named-tenant.js';
import { showList } from './show-list.js';

/** The buttons that can be typed with a tenant's name. */
export type TypedVerb =
  | 'tenant.askEnable'
  | 'tenant.revalidate'
  | 'tenant.askKeepAccess'
  | 'tenant.askDisable'
  | 'offboarding.plan';

/** A typed button: the word that stood for it, and which tenant. */
export interface TypedButton {
  readonly verb: TypedVerb;
  readonly word: string;
  readonly search: string;
}

// As long as opening a tenant from the list waits.
const patienceMs = 1500;

/** The card of the one tenant that is named, and which button continues; the list where it isn't one. */
export async function showTenantFor(
  services: BotServices,
  { verb, word, search }: TypedButton,
  turn: Turn,
): Promise<Reply> {
  const context = services.context();
  const { whichTenant, severalTenants } = context.words.replies;
  if (search === '') return showList(services, { search, page: 1 }, whichTenant({ command: literal(word) }));
  const { tenant: named, total } = namedTenant(services, search);
  if (!named)
    return showList(
      services,
      { search, page: 1 },
      total === 0 ? undefined : severalTenants({ command: literal(word) }),
    );
  await turn.time.within(patienceMs, services.delegatedAdmin.read(named.tenantId));
  const tenant = services.store.tenant(named.tenantId) ?? named;
  return {
    card: tenantView(tenant, context, { notice: noticeFor(verb, tenant, context, turn) }),
    summary: literal(tenant.customer.displayName),
    view: { kind: 'tenant', tenantId: tenant.tenantId, position: {} },
  };
}

function noticeFor(verb: TypedVerb, tenant: Tenant, context: ViewContext, turn: Turn): Literal | undefined {
  const { words } = context;
  const refused = refusalOf(verb, tenant, turn);
  if (refused) return refusalNotice(refused, tenant, words);
  const buttons = [...tenantButtons(tenant, {}, context), ...wayToOffboarding(tenant, {}, context)];
  // A new request, where access was lost, stands in the review.
  const verbs: readonly string[] = verb === 'tenant.askKeepAccess' ? [verb, 'tenant.keepAccess'] : [verb];
  const button =
    buttons.find((each) => verbs.includes(each.verb)) ??
    buttons.find((each) => each.verb === 'tenant.reviewLimitations');
  return button && words.replies.selectButton({ button: button.title });
}

// What pressing the button would be refused for.
function refusalOf(verb: TypedVerb, tenant: Tenant, { actor: by, conversationId }: Turn): RefusalReason | undefined {
  switch (verb) {
    case 'tenant.askEnable':
      return refusalIn(decide({ do: 'enable', by, conversationId }, tenant));
    case 'tenant.revalidate':
      return refusalIn(decide({ do: 'revalidate', by }, tenant));
    case 'tenant.askKeepAccess': {
      const way = tenant.onboarding && knownCoverage(tenant.onboarding)?.keep;
      return refusalIn(decideKeeping(by, way ?? 'extend', tenant));
    }
    case 'tenant.askDisable':
      return refusalIn(decide({ do: 'disable', by }, tenant));
    case 'offboarding.plan':
      return tenant.offboarding ? 'offboardingUnderWay' : undefined;
    default:
      return verb satisfies never;
  }
}

function refusalIn(decision: Decision | KeepingDecision): RefusalReason | undefined {
  return 'refused' in decision ? decision.refused : undefined;
}

// The answer to /tag: puts tags on the tenant that is named or takes them off, or shows them.
import { mostTagCharacters, tagRequestIn } from '../../domain/tag.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { refusalNotice } from '../../views/explain/notices.js';
import { messageView } from '../../views/render/message.js';
import { literal } from '../../views/render/text.js';
import { tenantView } from '../../views/tenant/tenant.js';
import type { Literal } from '../../views/words/text-types.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { namedTenant } from './named-tenant.js';
import { showList } from './show-list.js';

/**
 * The tenant's card with what came of it; the list where not one tenant is named.
 * @throws StoreError
 */
export async function tagTenant(services: BotServices, argument: string, turn: Turn): Promise<Reply> {
  const { tags, replies } = services.context().words;
  const { search, added, removed, notTags } = tagRequestIn(argument, (name) => isName(services, name));
  if (search === '') return says(services, tags.howToAsk);
  const { tenant, total } = namedTenant(services, search);
  if (!tenant) return showList(services, { search, page: 1 }, total === 0 ? '' : replies.whichTag);
  if (notTags.length > 0)
    return says(services, tags.notTags({ given: literal(notTags.join(', '), 100), most: mostTagCharacters }));
  if (added.length + removed.length === 0) return shown(services, tenant, tagsNotice(tenant, services));
  const { actor: by, conversationId } = turn;
  const command = { do: 'tag', by, conversationId, added, removed } as const;
  const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command });
  if (!outcome) return says(services, replies.noCustomer);
  const { refused } = outcome;
  // Where it waits for a second admin, the card says so.
  const waits = outcome.facts.some(({ type }) => type === 'secondAdminAsked');
  const notice = refused
    ? refusalNotice(refused, outcome.tenant, services.context().words)
    : waits
      ? ''
      : tagsNotice(outcome.tenant, services);
  return shown(services, outcome.tenant, notice);
}

function isName({ tenantList }: BotServices, search: string): boolean {
  return tenantList.find(search).listed.length > 0;
}

function tagsNotice({ tags = [], customer }: Tenant, services: BotServices): Literal {
  const words = services.context().words.tags;
  const tenant = literal(customer.displayName);
  return tags.length === 0 ? words.none({ tenant }) : words.now({ tenant, tags: literal(tags.join(', '), 700) });
}

function shown(services: BotServices, tenant: Tenant, notice: Literal): Reply {
  return {
    card: tenantView(tenant, services.context(), { notice }),
    summary: literal(tenant.customer.displayName),
    view: { kind: 'tenant', tenantId: tenant.tenantId, position: {} },
  };
}

function says(services: BotServices, line: Literal): Reply {
  const context = services.context();
  const { title } = context.words.tags;
  return { card: messageView({ title, lines: [line] }, context), summary: title };
}

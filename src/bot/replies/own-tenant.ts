// The answer to /take and /release: the tenant that is named, with who looks after it from now on.
import type { Person } from '../../domain/person.js';
import type { OwnershipCommand } from '../../domain/tenant/ownership.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { doneWords } from '../../views/explain/attention-words.js';
import { refusalNotice } from '../../views/explain/notices.js';
import { literal } from '../../views/render/text.js';
import { tenantView } from '../../views/tenant/tenant.js';
import { mayCertainlyAsk } from '../people/permissions.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { namedTenant } from './named-tenant.js';
import { showList } from './show-list.js';

/** What was asked for: the command, the word that stood for it, and which tenant. */
export interface OwnershipRequest {
  readonly do: 'take' | 'release';
  readonly word: string;
  readonly search: string;
}

/**
 * The tenant's card with what came of it; the list where no tenant is named, or several by too long a search.
 * @throws StoreError, RoleNotChecked
 */
export async function ownTenant(services: BotServices, asked: OwnershipRequest, turn: Turn): Promise<Reply> {
  const { words } = services.context();
  const { severalTenants, noCustomer } = words.replies;
  const { search } = asked;
  const command = literal(asked.word);
  const { tenant, total } = namedTenant(services, search);
  if (!tenant) {
    const none = words.attention.noTenant({ given: literal(search, 70) });
    return showList(services, { search, page: 1 }, total === 0 ? none : severalTenants({ command }));
  }
  const { actor: by } = turn;
  const own: OwnershipCommand = asked.do === 'take' ? { do: 'take', by } : await releaseBy(services, by, tenant);
  const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command: own });
  if (!outcome) return showList(services, { search, page: 1 }, noCustomer);
  const { refused } = outcome;
  const notice = refused ? refusalNotice(refused, outcome.tenant, words) : doneWords(own, outcome.tenant, words);
  return {
    card: tenantView(outcome.tenant, services.context(), { notice }),
    summary: literal(tenant.customer.displayName),
    view: { kind: 'tenant', tenantId: tenant.tenantId, position: {} },
  };
}

/** The release that a person may: of their own tenants, and admins of all. @throws RoleNotChecked */
export async function releaseBy(
  services: Pick<BotServices, 'roles'>,
  by: Person,
  { owner }: Tenant,
): Promise<OwnershipCommand> {
  const isAnothers = owner !== undefined && owner.person.id !== by.id;
  const mayAll = isAnothers && (await mayCertainlyAsk(services, by, 'releaseOther'));
  return { do: mayAll ? 'releaseOther' : 'release', by };
}

// The answer to /assign: the tenant that is named, given to a person who may look after it.
import type { Person } from '../../domain/person.js';
import type { OwnershipCommand } from '../../domain/tenant/ownership.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { doneWords } from '../../views/explain/attention-words.js';
import { refusalNotice } from '../../views/explain/notices.js';
import { messageView } from '../../views/render/message.js';
import { literal, personName } from '../../views/render/text.js';
import { tenantView } from '../../views/tenant/tenant.js';
import type { Literal } from '../../views/words/text-types.js';
import { mayAsk, mayCertainlyAsk } from '../people/permissions.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { peopleCalled, personMentioned } from './known-people.js';
import { namedTenant, tenantAndRest } from './named-tenant.js';
import { showList } from './show-list.js';

/**
 * The tenant's card with whom it was given to; the list where not one tenant is named.
 * @throws StoreError, RoleNotChecked
 */
export async function assignTenant(services: BotServices, argument: string, turn: Turn): Promise<Reply> {
  const { words } = services.context();
  const { assign, noTenant } = words.attention;
  const { search, given } = askedIn(services, argument, turn);
  if (search === '') return says(services, assign.howToAsk);
  const { tenant, total } = namedTenant(services, search);
  const command = words.commands.assign[0] ?? '';
  if (!tenant)
    return showList(
      services,
      { search, page: 1 },
      total === 0 ? noTenant({ given: literal(search, 70) }) : words.replies.severalTenants({ command }),
    );
  if (given === '') return says(services, assign.howToAsk);
  const owner = await ownerIn(services, given, turn);
  return 'fault' in owner ? says(services, owner.fault) : give(services, tenant, owner.person, turn.actor);
}

/** The tenant's part and the person's: a mention, else what follows an @, else what follows the tenant's name. */
function askedIn(services: BotServices, argument: string, { mentioned }: Turn) {
  if (mentioned) return { search: argument.trim(), given: mentioned.name };
  const [, before, after] = /^(.*?)\s*(?:^|\s)@\s*(\S.*)$/su.exec(argument) ?? [];
  if (before !== undefined && after !== undefined) return { search: before.trim(), given: after.trim() };
  const { search, rest } = tenantAndRest(services, argument);
  return { search, given: rest };
}

type FoundOwner = { readonly person: Person } | { readonly fault: Literal };

async function ownerIn(services: BotServices, given: string, { mentioned, actor }: Turn): Promise<FoundOwner> {
  const { words } = services.context();
  const { assign } = words.attention;
  const met = mentioned && personMentioned(services, mentioned);
  const [person, ...others] = met ? [met] : await peopleCalled(services, given);
  if (!person) return { fault: assign.unknown({ given: literal(given, 70) }) };
  if (others.length > 0) return { fault: assign.several({ given: literal(given, 70) }) };
  const mayOwn = await mayAsk(services, person, 'take');
  if (mayOwn === 'yes') return { person: person.id === actor.id ? actor : person };
  const why = mayOwn === 'unknown' ? assign.notChecked : assign.mayNotOwn;
  return { fault: why({ person: personName(person, words) }) };
}

async function give(services: BotServices, tenant: Tenant, to: Person, by: Person): Promise<Reply> {
  const context = services.context();
  const { words } = context;
  const isOthers = tenant.owner !== undefined && tenant.owner.person.id !== by.id;
  const mayAll = isOthers && (await mayCertainlyAsk(services, by, 'assignOther'));
  const command: OwnershipCommand = { do: mayAll ? 'assignOther' : 'assign', by, to };
  const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command });
  if (!outcome) return says(services, words.replies.noCustomer);
  const { refused } = outcome;
  const notice = refused ? refusalNotice(refused, outcome.tenant, words) : doneWords(command, outcome.tenant, words);
  return {
    card: tenantView(outcome.tenant, context, { notice }),
    summary: literal(tenant.customer.displayName),
    view: { kind: 'tenant', tenantId: tenant.tenantId, position: {} },
  };
}

function says(services: BotServices, line: Literal): Reply {
  const context = services.context();
  const { title } = context.words.attention.assign;
  return { card: messageView({ title, lines: [line] }, context), summary: title };
}

// The answer to /assign: the tenant that is named, given to a person who may look after it.
import type { Person } from '../../domain/person.js';
import type { OwnershipCommand } from '../../domain/tenant/ownership.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { refusedLines } from '../../views/batch/batch-lines.js';
import { doneWords } from '../../views/explain/attention-words.js';
import { refusalNotice } from '../../views/explain/notices.js';
import { messageView } from '../../views/render/message.js';
import { joined, literal, personName } from '../../views/render/text.js';
import { tenantView } from '../../views/tenant/tenant.js';
import type { Literal } from '../../views/words/text-types.js';
import { mayAsk, mayCertainlyAsk } from '../people/permissions.js';
import { ownChatOf } from '../turn/own-chat.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { namesWriter, peopleCalled, personMentioned } from './known-people.js';
import { namedTenant, tenantAndRest } from './named-tenant.js';
import { askChanges } from './show-import.js';
import { showList } from './show-list.js';

/**
 * The tenant's card with whom it was given to; where a query finds several, the question about all of them; the list where none is named.
 * @throws StoreError, RoleNotChecked
 */
export async function assignTenant(services: BotServices, argument: string, turn: Turn): Promise<Reply> {
  const { words } = services.context();
  const { assign, noTenant } = words.attention;
  const asked = askedIn(services, argument, turn);
  const { given } = asked;
  const search = services.tenantList.typedBy(asked.search, turn.actor);
  if (search === '') return says(services, assign.howToAsk);
  const { tenant, total } = namedTenant(services, search);
  const command = words.commands.assign[0] ?? '';
  if (total === 0) return showList(services, { search, page: 1 }, noTenant({ given: literal(search, 70) }));
  if (given === '' && tenant) return says(services, assign.howToAsk);
  if (given === '') return showList(services, { search, page: 1 }, words.replies.severalTenants({ command }));
  const owner = await ownerIn(services, given, turn);
  if ('fault' in owner) return says(services, owner.fault);
  return tenant ? give(services, tenant, owner.person, turn.actor) : askMany(services, search, owner.person, turn);
}

/** Asks whether all that a query finds are given to a person: a change of each, as an import makes it. */
async function askMany(services: BotServices, search: string, to: Person, turn: Turn): Promise<Reply> {
  const { actor: by } = turn;
  const { words } = services.context();
  const { listed } = services.tenantList.find(search);
  const mayAll = await mayCertainlyAsk(services, by, 'assignOther');
  const others = listed.filter(({ owner }) => owner?.person.id !== to.id);
  const given = others.filter(({ owner }) => mayAll || !owner || owner.person.id === by.id);
  const [fine, theirs] = [listed.length - others.length, others.length - given.length];
  const changes = given.map(({ tenantId }) => ({ tenantId, change: { owner: to } }));
  return askChanges(services, { changes, unchanged: 0, bad: [] }, turn, {
    owner: to,
    beside: [
      ...(fine > 0 ? [words.batches.fine({ count: fine })] : []),
      ...(theirs > 0 ? refusedLines([{ why: 'ownedByOther', count: theirs }], words) : []),
    ],
  });
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
  const met = mentioned ? personMentioned(services, mentioned) : namesWriter(services, given) && actor;
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
  const isTold = to.id === by.id || ownChatOf(to.id, services.store) !== undefined;
  const said = [
    doneWords(command, outcome.tenant, words),
    ...(isTold ? [] : [words.attention.assign.notTold({ person: personName(to, words) })]),
  ];
  const notice = refused ? refusalNotice(refused, outcome.tenant, words) : joined(said);
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

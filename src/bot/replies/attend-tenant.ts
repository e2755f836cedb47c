// The answers to /note, /ticket and /snooze: what people leave at the tenant that is named.
import type { Person } from '../../domain/person.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { attentionFaultWords, doneWords } from '../../views/explain/attention-words.js';
import { refusalNotice } from '../../views/explain/notices.js';
import { messageView } from '../../views/render/message.js';
import { literal } from '../../views/render/text.js';
import { attentionForm } from '../../views/tenant/attention-form.js';
import { tenantView } from '../../views/tenant/tenant.js';
import type { Literal } from '../../views/words/text-types.js';
import type { Reply, Turn } from '../turn/turn.js';
import {
  type AskedAttention,
  deletableNotes,
  deletionAsked,
  noteAsked,
  snoozeAsked,
  ticketAsked,
} from './asked-attention.js';
import type { BotServices } from './bot-services.js';
import { namedTenant, tenantAndRest } from './named-tenant.js';
import { showList } from './show-list.js';

/** What is left at a tenant, by its typed command. */
export type AttentionName = 'note' | 'ticket' | 'snooze';

/**
 * The tenant's card with what came of it; without more than its name, the form for it. The list where not one tenant is named.
 * @throws StoreError
 */
export async function attendTenant(
  services: BotServices,
  name: AttentionName,
  argument: string,
  turn: Turn,
): Promise<Reply> {
  const { words } = services.context();
  const { attention, replies, commands } = words;
  const { search, rest } = tenantAndRest(services, argument);
  if (search === '') return says(services, attention.howToAsk[name]);
  const { tenant, total } = namedTenant(services, search);
  const command = commands[name][0] ?? '';
  if (!tenant)
    return showList(
      services,
      { search, page: 1 },
      total === 0 ? attention.noTenant({ given: literal(search, 70) }) : replies.severalTenants({ command }),
    );
  if (rest === '') {
    const deletable = await deletableNotes(services, turn.actor, tenant);
    return { ...shown(services, tenant), card: attentionForm(tenant, services.context(), {}, { deletable }) };
  }
  const asked = await askedIn(services, { name, rest, tenant, by: turn.actor });
  if (!asked) return says(services, attention.howToAsk[name]);
  if ('fault' in asked) return says(services, attentionFaultWords(asked.fault, words), attention.howToAsk[name]);
  const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command: asked.command });
  if (!outcome) return says(services, replies.noCustomer);
  const { refused } = outcome;
  const notice = refused
    ? refusalNotice(refused, outcome.tenant, words)
    : doneWords(asked.command, outcome.tenant, words);
  return shown(services, outcome.tenant, notice);
}

interface AskedFor {
  readonly name: AttentionName;
  readonly rest: string;
  readonly tenant: Tenant;
  readonly by: Person;
}

async function askedIn(services: BotServices, asked: AskedFor): Promise<AskedAttention> {
  const { name, rest, tenant, by } = asked;
  switch (name) {
    case 'note': {
      const [, number] = /^-\s*(\d{1,2})$/.exec(rest) ?? [];
      if (number === undefined) return noteAsked(by, rest);
      // By its number on the card, counted from the newest.
      return deletionAsked(services, by, tenant.notes?.at(-Number(number)));
    }
    case 'ticket':
      return ticketAsked(by, rest);
    case 'snooze': {
      const [, days = '', reason = ''] = /^(\d+)\s*\p{L}?(?:\s+(.*))?$/su.exec(rest) ?? [];
      return snoozeAsked(by, days, reason);
    }
    default:
      return name satisfies never;
  }
}

function shown(services: BotServices, tenant: Tenant, notice?: Literal): Reply {
  return {
    card: tenantView(tenant, services.context(), { notice }),
    summary: literal(tenant.customer.displayName),
    view: { kind: 'tenant', tenantId: tenant.tenantId, position: {} },
  };
}

function says(services: BotServices, ...lines: readonly Literal[]): Reply {
  const context = services.context();
  const { title } = context.words.attention;
  return { card: messageView({ title, lines }, context), summary: title };
}

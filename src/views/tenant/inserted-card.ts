// A tenant as a person inserts it into a message of their own: its name, its status and since when, for everyone in that chat.
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { styleOf } from '../explain/status-style.js';
import { shownSince } from '../explain/status-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import { messageView } from '../render/message.js';
import { openButton, tooltipFor } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, joined, literal, phrase } from '../render/text.js';
import type { ActionData, Button, Verb } from '../render/verbs.js';
import type { Literal, Text } from '../words/text-types.js';
import { isQuestion, tenantButtons } from './buttons.js';

/**
 * The card. Guests may read it, and people without a role: nothing is on it but what the person who inserts it says by that.
 * Without user ids, the clients of everyone in a chat of at most sixty ask for the card anew.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/universal-actions-for-search-based-message-extensions (checked 2026-11-28)
 */
export function insertedCardView(tenant: Tenant, context: ViewContext): Card {
  return memoizedInserted(tenant, context, {});
}

// Everyone who searches sees the same cards, whatever they type.
const memoizedInserted = memoize(drawInserted);

function drawInserted(tenant: Tenant, context: ViewContext): Card {
  const { words } = context;
  const { word, icon, colour } = styleOf(tenant.status, words);
  const name = literal(tenant.customer.displayName);
  const since = isTimed(tenant) ? words.searchAnywhere.since({ date: dateInWords(shownSince(tenant), words) }) : '';
  const data = {
    name,
    status: joined([phrase`${icon} ${word}`, since], ' · '),
    colour,
    actions: buttonsOn(tenant, context),
    refresh: refreshOf(tenant, words),
  };
  return asInserted(render('inserted-tenant', data, frameOf(context, phrase`${name}: ${word}`)));
}

function refreshOf(tenant: Tenant, words: Words) {
  const { refresh: title } = words.buttons;
  const data: ActionData = { tenantId: tenant.tenantId };
  return { title, tooltip: tooltipFor(title, tenant, words), verb: 'inserted.show' satisfies Verb, data };
}

// What its row in the list offers, and the way to its own card, which only the person sees who presses it.
function buttonsOn(tenant: Tenant, context: ViewContext): readonly Button[] {
  const fitting = tenantButtons(tenant, {}, context).find((button) => !isQuestion(button));
  const open = openButton(tenant, {}, context.words.buttons.open, context.words);
  return fitting ? [fitting, open] : [open];
}

/** In its place, for a person who may see no tenant, whose client asks for it anew: it says nothing of the tenant. */
export function insertedForOthersView(context: ViewContext): Card {
  const { title, line } = context.words.searchAnywhere.forOthers;
  return messageView({ title, lines: [line] }, context);
}

/** A card in the place of an inserted one: its buttons say where they stand, since the bot can't change that message. */
export function asInserted(card: Card): Card {
  return marked(card) as Card;
}

function marked(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(marked);
  if (typeof part !== 'object' || part === null) return part;
  const fields = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, marked(value)]));
  return fields.type === 'Action.Execute' ? { ...fields, data: { ...Object(fields.data), isInserted: true } } : fields;
}

/** What a person reads of a tenant before they insert its card. For a thumbnail card, of which only the text is formatted, so that nothing foreign is in it. */
export interface TenantPreview {
  readonly title: Literal;
  readonly subtitle: Literal;
  readonly text: Text;
}

/** The preview of a tenant's card. */
export function tenantPreview(tenant: Tenant, { words }: Pick<ViewContext, 'words'>): TenantPreview {
  const { customer, tags = [], status } = tenant;
  const { icon, word } = styleOf(status, words);
  const since = isTimed(tenant) ? words.searchAnywhere.since({ date: dateInWords(shownSince(tenant), words) }) : '';
  return {
    title: literal(customer.displayName),
    subtitle: literal([customer.domain, ...tags].join(' · ')),
    text: joined([phrase`${icon} ${word}`, since], ' · '),
  };
}

// As in the list: since when Gatehouse has known a tenant that it doesn't manage says nothing.
function isTimed({ status }: Tenant): boolean {
  return status !== 'notConfigured';
}

// The twelve main cards, as the bot sends them to a person who plays the sandbox's story in one language.
import type { Language } from '../../src/views/catalogue.js';
import type { Chat } from '../../test/support/fake-teams.js';
import { opens } from '../../test/support/offboarding-walk.js';
import { people, tenantIds, World } from '../../test/support/world.js';

/** A person's way to a card. */
type Way = (chat: Chat, world: World) => Promise<unknown>;

// Those that change tenants come last.
const ways: Readonly<Record<string, Way>> = {
  tenants: async (chat) => (await chat.says('/tenants')).card,
  search: async (chat) => (await chat.says('/tenants tailwind')).card,
  'needs-approval': async (chat) => chat.sees(await opens(chat, 'Northwind Traders')),
  'issues-found': async (chat) => chat.sees(await opens(chat, 'Litware Inc')),
  review: async (chat) => chat.presses(await opens(chat, 'Litware Inc'), 'tenant.reviewLimitations'),
  approval: async (chat) => chat.presses(await opens(chat, 'Northwind Traders'), 'tenant.copyApproval'),
  question: async (chat) => chat.presses(await opens(chat, 'Fabrikam Inc'), 'tenant.askDisable'),
  plan: async (chat) => {
    const message = await opens(chat, 'Fabrikam Inc');
    await chat.presses(message, 'offboarding.plan');
    return chat.presses(message, 'offboarding.decide', { name: 'Fabrikam' });
  },
  status: async (chat) => (await chat.says('/status')).card,
  help: async (chat) => (await chat.says('/help')).card,
  approved: approvedNews,
  offboarded: async (chat, world) => {
    const message = await opens(chat, 'Fabrikam Inc');
    await chat.presses(message, 'offboarding.plan');
    await chat.presses(message, 'offboarding.decide', { name: 'Fabrikam Inc' });
    await world.passes(3600);
    return chat.sees(message);
  },
};

// The message that arrives by itself.
async function approvedNews(chat: Chat, world: World): Promise<unknown> {
  const message = await opens(chat, 'Contoso Ltd');
  await chat.enables(message);
  await world.passes(60);
  const { controls } = world.sandbox;
  controls.approve(controls.relationships(tenantIds.contoso)[0]?.id ?? '');
  await world.passes(30);
  return chat.last.card;
}

/** Every card by its name, in this language. */
export async function mainCards(language: Language): Promise<ReadonlyMap<string, unknown>> {
  const cards = new Map<string, unknown>();
  const world = await World.start({ PARTNER_NAME: 'Northbridge IT' });
  try {
    const chat = world.chat({ ...people.alex, locale: language }, 'chat-of-alex');
    await chat.installs();
    for (const [name, way] of Object.entries(ways)) cards.set(name, await way(chat, world));
  } finally {
    await world.end();
  }
  return cards;
}

// The product and a bare bot side by side, ready to answer the same with the same cards.
import { message } from './activities.js';
import { Caller } from './caller.js';
import type { Child } from './child.js';
import { clickBy, conversations } from './clicks.js';
import type { Connector } from './connector.js';
import type { ProductOptions, RunningProduct, Stage } from './stage.js';

/** A bot that is ready to be called. */
export interface Bot {
  readonly child: Child;
  readonly caller: Caller;
}

/** Both. */
export interface Bots {
  readonly product: Bot & RunningProduct;
  readonly bareBot: Bot;
  end(): Promise<void>;
}

/** What both are asked to show. */
export const shownByBoth = ['list', 'open'] as const;

/** Starts both; the bare bot gets the same cards that the product answers with. */
export async function startBots(stage: Stage, connector: Connector, options?: ProductOptions): Promise<Bots> {
  const product = await startProduct(stage, options);
  const bareBot = await startBareBot(stage, connector, product, options);
  return {
    product,
    bareBot,
    async end() {
      await Promise.all([endBot(product), endBot(bareBot)]);
    },
  };
}

/** Starts the product, which meets everybody who will ask it, and everything that they will open. */
export async function startProduct(stage: Stage, options?: ProductOptions): Promise<Bot & RunningProduct> {
  const product = await stage.product(options);
  await product.reconciled;
  const caller = new Caller(product.url);
  // The product remembers a conversation it meets, and asks Partner Center once when a tenant is opened.
  await Promise.all(conversations.map((_, worker) => caller.send(clickBy(worker, 'list'))));
  await Promise.all(conversations.map((_, worker) => caller.send(clickBy(worker, 'open'))));
  return { ...product, caller };
}

/** Starts a bare bot with the cards of a product. */
export async function startBareBot(
  stage: Stage,
  connector: Connector,
  product: Bot,
  options?: ProductOptions,
): Promise<Bot> {
  const cards = { message: await messageCard(product.caller, connector), ...(await clickCards(product.caller)) };
  const { child, url } = await stage.bareBot(cards, options);
  const bareBot = { child, caller: new Caller(url) };
  await assertSameSize(product.caller, bareBot.caller);
  return bareBot;
}

/** Ends a bot, and lets go of the way to it. */
export async function endBot({ child, caller }: Bot): Promise<void> {
  caller.close();
  await child.stop();
}

async function messageCard(caller: Caller, connector: Connector): Promise<unknown> {
  const [conversationId = ''] = conversations;
  const posted = connector.posted(conversationId);
  await caller.send(message(conversationId, '/tenants'));
  return JSON.parse(await posted).attachments[0].content;
}

async function clickCards(caller: Caller): Promise<Readonly<Record<string, unknown>>> {
  return {
    'tenants.list': cardIn(await caller.send(clickBy(0, 'list'))),
    'tenant.open': cardIn(await caller.send(clickBy(0, 'open'))),
  };
}

/** The card that a click is answered with. @throws Error when it's answered otherwise */
export function cardIn(answer: Buffer): unknown {
  const { type, value } = JSON.parse(answer.toString('utf8'));
  if (type !== 'application/vnd.microsoft.card.adaptive') throw new Error(`no card: ${answer.toString('utf8')}`);
  return value;
}

async function assertSameSize(product: Caller, bareBot: Caller): Promise<void> {
  for (const shown of shownByBoth) {
    const sizes = await Promise.all([product, bareBot].map(async (bot) => (await bot.send(clickBy(1, shown))).length));
    const [larger = 0, smaller = 0] = sizes.sort((a, b) => b - a);
    if (larger > smaller * 1.02) throw new Error(`${shown}: ${larger} and ${smaller} bytes are not the same size`);
  }
}

// The product and a bare bot side by side, ready to answer the same with the same cards.
import { tenantIdOf } from '../src/sandbox/world/generated-customers.js';
import { click, message } from './activities.js';
import { Caller } from './caller.js';
import type { Child } from './child.js';
import type { Connector } from './connector.js';
import type { ProductOptions, Stage } from './stage.js';

/** One of the two, ready to be called. */
export interface Bot {
  readonly child: Child;
  readonly caller: Caller;
}

/** Both. */
export interface Bots {
  readonly product: Bot;
  readonly bareBot: Bot;
  end(): Promise<void>;
}

/** The buttons that are pressed. Both only show something, like nearly every click. */
export const verbs = ['tenants.list', 'tenant.open'] as const;

/** The chats with the bot, one for each of so many people. */
export const conversations: readonly string[] = Array.from({ length: 50 }, (_, index) => `chat-${index}`);

// Onboarded, with an Azure plan and without delegated admin: the same card but for the name.
const opened = Array.from({ length: 99 }, (_, index) => index + 1)
  .filter((n) => n % 5 !== 4 && n % 10 !== 0 && n % 15 !== 0)
  .map(tenantIdOf);

/** A press of a button by one of those who press at the same time; each opens another tenant. */
export function clickBy(worker: number, verb: (typeof verbs)[number]): string {
  const data = verb === 'tenant.open' ? { tenantId: opened[worker % opened.length] } : {};
  return click(conversations[worker % conversations.length] ?? '', { verb, data });
}

/** Starts both; the bare bot gets the same cards that the product answers with. */
export async function startBots(stage: Stage, connector: Connector, options?: ProductOptions): Promise<Bots> {
  const product = await stage.product(options);
  await product.reconciled;
  const productCaller = new Caller(product.url);
  // The product remembers a conversation it meets, and asks Partner Center once when a tenant is opened.
  await Promise.all(conversations.map((_, worker) => productCaller.send(clickBy(worker, 'tenants.list'))));
  await Promise.all(conversations.map((_, worker) => productCaller.send(clickBy(worker, 'tenant.open'))));
  const cards = { message: await messageCard(productCaller, connector), ...(await clickCards(productCaller)) };

  const bareBot = await stage.bareBot(cards);
  const bareCaller = new Caller(bareBot.url);
  await assertSameSize(productCaller, bareCaller);
  return {
    product: { child: product.child, caller: productCaller },
    bareBot: { child: bareBot.child, caller: bareCaller },
    async end() {
      productCaller.close();
      bareCaller.close();
      await Promise.all([product.child.stop(), bareBot.child.stop()]);
    },
  };
}

async function messageCard(caller: Caller, connector: Connector): Promise<unknown> {
  const [conversationId = ''] = conversations;
  const posted = connector.posted(conversationId);
  await caller.send(message(conversationId, '/tenants'));
  return JSON.parse(await posted).attachments[0].content;
}

async function clickCards(caller: Caller): Promise<Readonly<Record<string, unknown>>> {
  const answers = await Promise.all(
    verbs.map(async (verb) => [verb, cardIn(await caller.send(clickBy(0, verb)))] as const),
  );
  return Object.fromEntries(answers);
}

function cardIn(answer: Buffer): unknown {
  const { type, value } = JSON.parse(answer.toString('utf8'));
  if (type !== 'application/vnd.microsoft.card.adaptive') throw new Error(`no card: ${answer.toString('utf8')}`);
  return value;
}

async function assertSameSize(product: Caller, bareBot: Caller): Promise<void> {
  for (const verb of verbs) {
    const sizes = await Promise.all([product, bareBot].map(async (bot) => (await bot.send(clickBy(1, verb))).length));
    const [larger = 0, smaller = 0] = sizes.sort((a, b) => b - a);
    if (larger > smaller * 1.02) throw new Error(`${verb}: ${larger} and ${smaller} bytes are not the same size`);
  }
}

// For how long the event loop is held at most, whatever the product does.
import { endBot, startBareBot } from './bots.js';
import { Caller, load } from './caller.js';
import { startChanging } from './changing.js';
import { clickBy, type Shown } from './clicks.js';
import { atMostInAll, type Figure, figureOf } from './figures.js';
import { messagesTo } from './messages.js';
import type { Bench } from './parts.js';
import { longest } from './statistics.js';
import { turnByTurn } from './turn-by-turn.js';

const longestHoldAimedAtMs = 30;
const reconcileSeconds = 5;
const atOnce = 4;
const loadMs = 1500;
const messages = { turns: 100, everyMs: 33 };
const shownByProduct: readonly Shown[] = ['list', 'filter', 'search', 'open'];

/** From the moment in which it's ready: through its first reconcile, then through everything at once. */
export async function measureEventLoop({ stage, connector }: Bench): Promise<readonly Figure[]> {
  const product = await stage.product({ reconcileSeconds, isProbed: true, takesEvents: true });
  await product.child.longestHoldMs();
  const bot = { ...product, caller: new Caller(product.url) };
  await bot.caller.send(clickBy(0, 'list'));
  await product.reconciled;
  const inTheBeginning = await product.child.longestHoldMs();

  // What a bot is held for by the machine and by the SDK: it answers the same, and does nothing else.
  const bareBot = await startBareBot(stage, connector, bot, { isProbed: true });
  const changing = await startChanging(stage, product);
  await product.child.longestHoldMs();
  await bareBot.child.longestHoldMs();
  const reconciled = product.nextReconcile();
  for (const shown of shownByProduct) {
    let turn = 0;
    await load(bot.caller, (worker) => clickBy(worker, shown, turn++), { atOnce, until: { ms: loadMs } });
    const known = shown === 'open' ? 'open' : 'list';
    await load(bareBot.caller, (worker) => clickBy(worker, known), { atOnce, until: { ms: loadMs } });
  }
  await turnByTurn(messagesTo(bot, connector), messagesTo(bareBot, connector), messages);
  await reconciled;
  await changing.end();
  const later = { product: await product.child.longestHoldMs(), limit: await bareBot.child.longestHoldMs() };
  await Promise.all([endBot(bot), endBot(bareBot)]);

  const { tenants } = stage;
  const beginning = { product: inTheBeginning, limit: later.limit };
  const what = 'longest hold of the event loop';
  const aim = atMostInAll(longestHoldAimedAtMs, 'ms');
  return [
    figureOf({ what: `${what}: from ready to reconciled`, tenants, unit: 'ms' }, [beginning]),
    figureOf({ what: `${what}: turns, changes and a reconcile`, tenants, unit: 'ms' }, [later]),
    figureOf({ what: `${what}: in all`, tenants, unit: 'ms' }, [longest([beginning, later])], aim),
  ];
}

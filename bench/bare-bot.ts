// The fastest bot possible on botbuilder and restify: it knows nothing and sends the cards it was given.
import { readFileSync } from 'node:fs';
import {
  ActivityHandler,
  type Request as BotRequest,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  MessageFactory,
  type TurnContext,
} from 'botbuilder';
import { createServer, plugins, type Request, type Response } from 'restify';

const [, , port, cardsFile = ''] = process.argv;
/** Its answers to a message, to each verb, and to what isn't a click. */
const cards: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(cardsFile, 'utf8'));

class BareBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context) => {
      await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(cards.message)));
    });
  }

  protected override async onInvokeActivity({ activity }: TurnContext): Promise<InvokeResponse> {
    if (!activity.value.action) return { status: 200, body: cards[activity.name ?? ''] };
    const value = cards[activity.value.action.verb];
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value } };
  }
}

const bot = new BareBot();
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = createServer({ name: 'bare-bot' });
server.use(plugins.jsonBodyParser());
server.get('/healthz', async (_request: Request, response: Response) => {
  response.send(200, { status: 'ok' });
});
server.post('/api/messages', async (request: Request, response: Response) => {
  await adapter.process(request as BotRequest, response, (context) => bot.run(context));
});
server.listen(Number(port), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));

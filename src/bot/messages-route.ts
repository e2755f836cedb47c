// What may come in at POST /api/messages, and what may an answer to the outside say?
import type { Request as BotRequest, CloudAdapter } from 'botbuilder';
import type { Request, RequestHandler, RequestHandlerType, Response } from 'restify';
import { z } from 'zod';
import type { Clock } from '../operations/ports/ports.js';
import { noteArrival } from './conversation/answer-time.js';
import { bytesOf } from './conversation/invoke-answers.js';
import type { TeamsBot } from './conversation/teams-bot.js';
import { jsonBody } from './json-body.js';
import type { Refuse } from './outside-answers.js';

// A click is a few hundred bytes.
const largestBytes = 256 * 1024;

/** What the route takes. */
export interface MessagesPorts {
  readonly adapter: CloudAdapter;
  readonly bot: TeamsBot;
  readonly refuse: Refuse;
  readonly clock: Clock;
  /** Whether nobody is asked who they are. */
  readonly isAnonymous: boolean;
}

/** The handlers of the route, in their order; the last one gives what has passed the others to the bot. */
export function messagesRoute({ adapter, bot, refuse, clock, isAnonymous }: MessagesPorts): RequestHandlerType[] {
  return [
    jsonBody({ largestBytes, needsBearer: !isAnonymous }, refuse),
    refuseShapeless(refuse),
    async (request: Request, response: Response) => {
      const arrivedAt = clock.elapsedMs();
      await adapter.process(request as BotRequest, discreet(response, refuse), (context) => {
        noteArrival(context, arrivedAt);
        return bot.run(context);
      });
    },
  ];
}

const text = z.string().max(2000);
const account = z.object({ id: text, name: text.nullish(), aadObjectId: text.nullish() });

// What the bot, or the SDK before it, reads without asking. Everything else may be anything.
// @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object (checked 2026-11-22)
const activity = z.object({
  type: text.min(1),
  serviceUrl: text,
  channelId: text.nullish(),
  conversation: z.object({ id: text.min(1), conversationType: text.nullish(), tenantId: text.nullish() }),
  recipient: account,
  from: account.nullish(),
  name: text.nullish(),
  replyToId: text.nullish(),
  text: z.string().nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
});

function refuseShapeless(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    const { success } = activity.safeParse(request.body);
    if (!success) response.send(400, refuse(400, 'BadRequest'));
    next(success ? undefined : false);
  };
}

/** The adapter answers a failure with the error's own message, which may name hosts, or with nothing; the outside gets a code. */
function discreet(response: Response, refuse: Refuse) {
  let code = 200;
  let hasAnswered = false;
  const answer = (body: unknown) => {
    hasAnswered = true;
    const bytes = bytesOf(body);
    response.sendRaw(code, bytes, { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) });
  };
  const refusal = (why?: unknown) => refuse(code, code === 401 ? 'Unauthorized' : 'Refused', why);
  return {
    status(status: number) {
      code = status;
      response.status(status);
    },
    header: (name: string, value: unknown) => response.header(name, value),
    send: (body: unknown) => answer(code < 400 ? body : refusal(body)),
    end() {
      if (code >= 400 && !hasAnswered) answer(refusal());
      response.end();
    },
    socket: response.socket,
  };
}

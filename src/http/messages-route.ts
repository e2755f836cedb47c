// POST /api/messages: what may come in, and what the answers may tell the outside.

import type { Request, RequestHandler, Response } from 'restify';
import { z } from 'zod';
import type { Clock } from '../runtime/clock.js';
import { jsonBody } from './json-body.js';
import type { Refuse } from './refuse.js';
import type { Route } from './server.js';

// A click is a few hundred bytes.
const largestBytes = 256 * 1024;

/** A request with an activity, as far as its answer needs it. */
export interface ActivityRequest {
  readonly body: Record<string, unknown>;
  readonly headers: Request['headers'];
  readonly method: string;
}

/** The response to an activity. */
export interface ActivityResponse {
  readonly socket: unknown;
  status(status: number): void;
  header(name: string, value: unknown): void;
  send(body: unknown): void;
  end(): void;
}

/** What answers activities: `TeamsBot` of `bot/conversation`. */
export interface ActivityBot {
  /** `arrivedAtMs`: the activity's arrival, by the clock's `elapsedMs`. */
  answerActivity(request: ActivityRequest, response: ActivityResponse, arrivedAtMs: number): Promise<void>;
  /** The bytes to send for an answer's body. */
  answerBytes(body: unknown): Buffer;
}

/** What the route takes. */
export interface MessagesDeps {
  readonly bot: ActivityBot;
  readonly refuse: Refuse;
  readonly clock: Clock;
  /** Whether senders aren't authenticated. */
  readonly isAnonymous: boolean;
}

/** The route; its last handler passes the activity on to the bot. */
export function messagesRoute({ bot, refuse, clock, isAnonymous }: MessagesDeps): Route {
  const answer = async (request: Request, response: Response) => {
    const arrivedAtMs = clock.elapsedMs();
    await bot.answerActivity(request as ActivityRequest, discreet(response, bot, refuse), arrivedAtMs);
  };
  return {
    methods: ['post'],
    path: '/api/messages',
    handlers: [jsonBody({ largestBytes, needsBearer: !isAnonymous }, refuse), refuseShapeless(refuse), answer],
  };
}

const text = z.string().max(2000);
const account = z.object({ id: text, name: text.nullish(), aadObjectId: text.nullish() });

// The parts that the bot, or the SDK before it, reads without a check. Everything else may be anything.
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

/** Hides the adapter's error messages, which may name hosts, behind a code. */
function discreet(response: Response, bot: ActivityBot, refuse: Refuse): ActivityResponse {
  let code = 200;
  let hasAnswered = false;
  const answer = (body: unknown) => {
    hasAnswered = true;
    const bytes = bot.answerBytes(body);
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

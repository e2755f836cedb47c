// POST /api/messages: what may come in, and what the answers may tell the outside.

import type { Request, RequestHandler, Response } from 'restify';
import { z } from 'zod';
import type { Clock } from '../runtime/clock.js';
import { jsonBody } from './json-body.js';
import type { Refuse } from './refuse.js';
import type { Route } from './server.js';

// A click is a few hundred bytes.
const largestBytes = 256 * 1024;

/** The answer to an activity. */
export interface ActivityAnswer {
  readonly status: number;
  /** Of JSON. Absent: no body. */
  readonly bytes?: Buffer | undefined;
  /** Why it's refused, for the log. Absent: the status says all, or it isn't refused. */
  readonly why?: unknown;
}

/** What answers activities: `TeamsBot` of `bot/conversation`. */
export interface ActivityBot {
  /** `authorization`: the request's header, empty without one. `arrivedAtMs`: by the clock's `elapsedMs`. Never fails. */
  answerActivity(activity: object, authorization: string, arrivedAtMs: number): Promise<ActivityAnswer>;
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
    const { authorization = '' } = request.headers;
    const { status, bytes, why } = await bot.answerActivity(request.body, authorization, clock.elapsedMs());
    // Why may name hosts, so the outside hears a code.
    if (status >= 400) response.send(status, refuse(status, status === 401 ? 'Unauthorized' : 'Refused', why));
    else if (bytes) response.sendRaw(status, bytes, headersOf(bytes));
    else {
      response.status(status);
      response.end();
    }
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

function headersOf(bytes: Buffer): Readonly<Record<string, string>> {
  return { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) };
}

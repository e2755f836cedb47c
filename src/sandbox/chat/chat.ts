// Lets the chat speak as another person: what it sends goes through here, and leaves in the name of the chosen speaker.
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { type ChatPerson, chatPeople } from './people.js';

/** The bot that the chat sends to, and the speaker. Kept in memory only. */
export class Chat {
  #botUrl: string | undefined;
  #speaker: ChatPerson = first();

  /** The present speaker. */
  get speaker(): ChatPerson {
    return this.#speaker;
  }

  /** The bot's messaging endpoint; `undefined` until it's known. */
  get botUrl(): string | undefined {
    return this.#botUrl;
  }

  /** Sets the address of the bot. */
  connect(botUrl: string): void {
    this.#botUrl = botUrl;
  }

  /** Makes this person the speaker. @throws Refusal for one who isn't in the chat */
  speakAs(personId: string): void {
    const found = chatPeople.find(({ id }) => id === personId);
    if (!found) throw new Refusal(404, 'notFound', `There is no ${personId} in the chat.`);
    this.#speaker = found;
  }
}

function first(): ChatPerson {
  const [alex] = chatPeople;
  if (!alex) throw new Error('there is no person in the chat');
  return alex;
}

const activity = z.looseObject({ from: z.looseObject({ id: z.string(), role: z.string().optional() }).optional() });

/** `POST /chat/api/messages`: to the bot, and its answer back. */
export function chatRoutes(chat: Chat): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  app.post('/api/messages', async (c) => {
    const { botUrl } = chat;
    if (botUrl === undefined) return c.text('The chat doesn’t know the bot’s address yet.', 503);
    const sent = await readJson(c, activity, (problem) => new Refusal(400, 'badRequest', problem));
    return forward(c, botUrl, inNameOf(chat.speaker, sent));
  });
  return app;
}

/** Puts the speaker in place of the chat's own user; activities of others or of the chat itself stay theirs. */
function inNameOf({ id, name, aadObjectId }: ChatPerson, sent: z.infer<typeof activity>): unknown {
  return sent.from?.id === first().id ? { ...sent, from: { ...sent.from, id, name, aadObjectId } } : sent;
}

async function forward(c: Context, botUrl: string, body: unknown): Promise<Response> {
  const authorization = c.req.header('authorization');
  const answer = await fetch(botUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(body),
  });
  const type = answer.headers.get('content-type');
  return new Response(await answer.arrayBuffer(), {
    status: answer.status,
    headers: type ? { 'content-type': type } : {},
  });
}

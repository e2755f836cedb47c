// A Teams for tests: people in conversations, whose messages and clicks go to the bot over HTTP, and the connector that the
// bot answers to.
import assert from 'node:assert/strict';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Status } from '../../src/domain/tenant/status.js';
import type { Verb } from '../../src/views/render/verbs.js';
import {
  buttonFor,
  inputsOf,
  type Pressable,
  pressables,
  statusesOn,
  textOf,
  type WhichButton,
} from './card-reading.js';

/** A person in the chat. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  /** The language of their Teams app; absent: the client doesn't say. */
  readonly locale?: string;
  /** The time zone of their Teams app; absent: the client doesn't say. */
  readonly localTimezone?: string;
}

/** A message of the bot's. */
export interface BotMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly summary: string;
  /** Whether it's put into the activity feed. */
  readonly alerts: boolean;
  /** What everyone saw at first. */
  readonly posted: unknown;
  /** What everyone sees. */
  card: unknown;
  /** How often it has been changed for everyone. */
  updates: number;
  /** What only the people who clicked see, by person. */
  readonly seenBy: Map<string, unknown>;
  /** What `meanwhile` has said when it was on its way. */
  readonly mark: unknown;
}

/** A call of the bot that is still unanswered. */
export interface Call {
  readonly method: string;
  readonly conversationId: string;
  readonly summary: string;
  readonly headers: IncomingHttpHeaders;
}

/** A refusal of Teams, with its own code. */
export interface Refusal {
  readonly status: number;
  readonly code?: string;
  /** In seconds. */
  readonly retryAfter?: string;
}

/**
 * Teams' limits for a bot in one conversation: this many requests in this many milliseconds.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit (checked 2026-11-28)
 */
const rates = [
  { count: 7, ms: 1000 },
  { count: 8, ms: 2000 },
  { count: 60, ms: 30_000 },
  { count: 1800, ms: 3_600_000 },
];

/**
 * A refusal's body. One of them has another shape.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (checked 2026-11-28)
 */
function bodyOf({ code = 'ServiceError' }: Refusal): object {
  if (code !== 'MessageWritesBlocked') return { error: { code, message: 'Unknown' } };
  return { errorCode: 209, message: JSON.stringify({ subCode: code, details: 'Thread is not accessible' }) };
}

const bot = { id: '28:gatehouse', name: 'Gatehouse' };
const tenantId = 'aaaaaaaa-0000-4000-8000-000000000001';

/** The connector and its conversations. */
export class FakeTeams {
  /** Everything that the bot has posted, oldest first. */
  readonly messages: BotMessage[] = [];
  /** Refusals for the bot's next calls. */
  readonly failures: Refusal[] = [];
  /** Conversations that refuse everything, with their answer. */
  readonly refusing = new Map<string, Refusal>();
  /** Deleted messages, which can't be changed any more. */
  readonly deleted = new Set<string>();
  /** The clock of the rate limits; without it there are none. */
  clock: { elapsedMs(): number } | undefined;
  /** The conversation of every request of the bot's. */
  readonly requests: string[] = [];
  /** Number of requests beyond the limits. */
  throttled = 0;
  /** Everything that the bot has called: method and status. */
  readonly calls: { readonly method: string; readonly status: number }[] = [];
  /** Makes an answer arrive, no matter what the bot waits for. */
  untilAnswered: <T>(answer: Promise<T>) => Promise<T> = (answer) => answer;
  /** Runs while the bot waits for the answer to its next call; what it says is kept with the message. */
  meanwhile: ((call: Call) => Promise<unknown> | unknown) | undefined;
  readonly #server: Server;
  readonly #sentAt = new Map<string, readonly number[]>();
  #bot = '';
  #nextId = 1;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<FakeTeams> {
    const teams = new FakeTeams();
    await new Promise<void>((resolve) => teams.#server.listen(0, '127.0.0.1', resolve));
    return teams;
  }

  /** The connector's address. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Sets the bot's address. */
  connect(botUrl: string): void {
    this.#bot = `${botUrl}/api/messages`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Sends any activity; resolves to the HTTP answer. */
  async send(activity: Record<string, unknown>): Promise<{ readonly status: number; readonly body: unknown }> {
    const whole = {
      id: `activity-${this.#nextId++}`,
      channelId: 'msteams',
      serviceUrl: this.url,
      recipient: bot,
      channelData: { tenant: { id: tenantId } },
      ...activity,
    };
    const { status, text } = await this.untilAnswered(post(this.#bot, JSON.stringify(whole)));
    return { status, body: text === '' ? undefined : JSON.parse(text) };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textFrom(request).catch(() => undefined);
    // The bot was gone before it had sent all of it.
    if (text === undefined) return;
    const activity = JSON.parse(text || '{}') as Record<string, unknown>;
    const { meanwhile } = this;
    this.meanwhile = undefined;
    const { method = '', url = '', headers } = request;
    const [, , , conversation = ''] = url.split('/');
    const conversationId = decodeURIComponent(conversation);
    const mark = await meanwhile?.({ method, conversationId, summary: String(activity.summary ?? ''), headers });
    this.requests.push(conversationId);
    const taken = this.#throttles(conversationId) ?? this.failures.shift() ?? this.#take(request, activity, mark);
    const status = 'status' in taken ? taken.status : 200;
    this.calls.push({ method: request.method ?? '', status });
    if ('retryAfter' in taken && taken.retryAfter) response.setHeader('retry-after', taken.retryAfter);
    response.setHeader('content-type', 'application/json');
    response.statusCode = status;
    response.end(JSON.stringify('status' in taken ? bodyOf(taken) : taken));
  }

  #throttles(conversation: string): Refusal | undefined {
    if (!this.clock) return undefined;
    const conversationId = conversation.replace(/;messageid=.*/, '');
    const now = this.clock.elapsedMs();
    const sent = this.#sentAt.get(conversationId) ?? [];
    if (rates.some(({ count, ms }) => (sent.at(-count) ?? Number.NEGATIVE_INFINITY) > now - ms)) {
      this.throttled += 1;
      return { status: 429, code: 'Throttled', retryAfter: '2' };
    }
    this.#sentAt.set(conversationId, [...sent, now].slice(-1800));
    return undefined;
  }

  #take(request: IncomingMessage, activity: Record<string, unknown>, mark: unknown): { id: string } | Refusal {
    const [, , , conversation = '', , activityId = ''] = (request.url ?? '').split('/');
    const conversationId = decodeURIComponent(conversation);
    const [attachment] = (activity.attachments as { content: unknown }[] | undefined) ?? [];
    const refused = this.refusing.get(conversationId) ?? this.refusing.get(conversationId.replace(/;messageid=.*/, ''));
    if (refused !== undefined) return refused;
    if (request.method === 'PUT') {
      const message = this.messages.find(({ id }) => id === decodeURIComponent(activityId));
      if (!message || this.deleted.has(message.id)) return { status: 404, code: 'ActivityNotFoundInConversation' };
      message.card = attachment?.content;
      message.updates += 1;
      message.seenBy.clear();
      return { id: message.id };
    }
    const id = `message-${this.#nextId++}`;
    const summary = String(activity.summary ?? '');
    const card = attachment?.content;
    const { notification } = (activity.channelData ?? {}) as { readonly notification?: { readonly alert?: boolean } };
    const alerts = notification?.alert === true;
    this.messages.push({
      id,
      conversationId,
      summary,
      alerts,
      posted: card,
      card,
      updates: 0,
      seenBy: new Map(),
      mark,
    });
    return { id };
  }
}

// Not with fetch, whose calls count as calls to Microsoft.
function post(url: string, body: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const outgoing = request(url, { method: 'POST', headers }, (response) => {
      textFrom(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** @throws when the other side ends before all of it has arrived. */
async function textFrom(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** One conversation, as one person uses it. */
export class Chat {
  readonly #teams: FakeTeams;
  readonly #person: Somebody;
  readonly #conversation: Record<string, unknown>;
  readonly #teamId: string | undefined;
  /** What Teams says with each activity; in messages it mostly says none of it. */
  names: { readonly team?: string; readonly channel?: string; readonly topic?: string } = {};

  constructor(
    teams: FakeTeams,
    person: Somebody,
    id: string,
    conversationType: 'personal' | 'groupChat' | 'channel' = 'personal',
    teamId?: string,
  ) {
    this.#teamId = teamId;
    this.#teams = teams;
    this.#person = person;
    this.#conversation = { id, conversationType, tenantId, isGroup: conversationType !== 'personal' };
  }

  /** The bot's messages here, oldest first. */
  get messages(): readonly BotMessage[] {
    const id = String(this.#conversation.id).replace(/;messageid=.*/, '');
    return this.#teams.messages.filter(({ conversationId }) => conversationId.replace(/;messageid=.*/, '') === id);
  }

  /** The bot's last message here. */
  get last(): BotMessage {
    const message = this.messages.at(-1);
    assert.ok(message, 'the bot has posted nothing here');
    return message;
  }

  /** The bot is added to this conversation. */
  async installs(): Promise<void> {
    await this.#send({ type: 'installationUpdate', action: 'add' });
    await this.#send({ type: 'conversationUpdate', membersAdded: [bot] });
  }

  /** A newer version of the app replaces the installed one. */
  async updatesApp(): Promise<void> {
    await this.#send({ type: 'installationUpdate', action: 'add-upgrade' });
  }

  /**
   * Teams reports that this channel, or its whole team, was deleted or restored: in the team's name, without an Entra id.
   * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events (checked 2026-11-28)
   */
  async is(eventType: 'channelDeleted' | 'channelRestored' | 'teamDeleted' | 'teamRestored' | 'teamHardDeleted') {
    const id = this.#teamId ?? String(this.#conversation.id);
    const channel = eventType.startsWith('channel') ? { channel: { id: this.#conversation.id } } : {};
    await this.#teams.send({
      type: 'conversationUpdate',
      from: { id: this.#person.id },
      conversation: { isGroup: true, conversationType: 'channel', id },
      channelData: { team: { id }, eventType, tenant: { id: tenantId }, ...channel },
    });
  }

  /** Teams reports another name: a channel's or team's in the team's name, as above; a group chat's as a new topic, '' for none. */
  async isNow(name: string, eventType?: 'channelRenamed' | 'teamRenamed') {
    const id = this.#teamId ?? String(this.#conversation.id);
    const team = eventType === 'teamRenamed' ? { id, name } : { id };
    const channel = eventType === 'channelRenamed' ? { channel: { id: this.#conversation.id, name } } : {};
    await this.#teams.send({
      type: 'conversationUpdate',
      from: { id: this.#person.id },
      ...(eventType
        ? {
            conversation: { isGroup: true, conversationType: 'channel', id },
            channelData: { team, eventType, tenant: { id: tenantId }, ...channel },
          }
        : { conversation: this.#conversation, topicName: name }),
    });
  }

  /** The bot is removed from this conversation. */
  async uninstalls(): Promise<void> {
    await this.#send({ type: 'installationUpdate', action: 'remove' });
    await this.#send({ type: 'conversationUpdate', membersRemoved: [bot] });
  }

  /** Types a message; resolves to the bot's answer. */
  async says(text: string, attachments?: readonly object[]): Promise<BotMessage> {
    await this.#send({ type: 'message', text, textFormat: 'plain', ...(attachments && { attachments }) });
    return this.last;
  }

  /** Types a message to the bot that mentions a person too, as Teams' clients write both. */
  async mentions({ id, name }: Somebody, text: string): Promise<BotMessage> {
    const all = [bot, { id, name }];
    const entities = all.map((mentioned) => ({ type: 'mention', text: `<at>${mentioned.name}</at>`, mentioned }));
    await this.#send({ type: 'message', text: `<at>${bot.name}</at> ${text} <at>${name}</at>`, entities });
    return this.last;
  }

  /** What this person sees of a message. */
  sees(message: BotMessage): unknown {
    return message.seenBy.get(this.#person.id) ?? message.card;
  }

  /** What this person reads on a message. */
  reads(message: BotMessage): string {
    return textOf(this.sees(message));
  }

  /** The statuses that this person sees on a message. */
  statuses(message: BotMessage): readonly Status[] {
    return statusesOn(this.sees(message));
  }

  /** Presses a button; gives what the person sees then. */
  async presses(
    message: BotMessage,
    button: Verb | WhichButton,
    typed: Record<string, unknown> = {},
  ): Promise<unknown> {
    const { body } = await this.clicks(message, this.finds(message, button), typed);
    const { statusCode, type, value } = body as { statusCode: number; type: string; value: unknown };
    assert.equal(statusCode, 200);
    assert.equal(type, 'application/vnd.microsoft.card.adaptive');
    message.seenBy.set(this.#person.id, value);
    return value;
  }

  /** Presses Enable or Request again and, on the question, its yes; gives what the person sees then. */
  async enables(message: BotMessage, which: Omit<WhichButton, 'verb'> = {}): Promise<unknown> {
    await this.presses(message, { ...which, verb: 'tenant.askEnable' });
    return this.presses(message, 'tenant.enable');
  }

  /** The first button that is meant. */
  finds(message: BotMessage, button: Verb | WhichButton): Pressable {
    const card = this.sees(message);
    const all = pressables(card).map(({ verb, tooltip, title }) => `${verb} (${tooltip ?? title})`);
    return (
      buttonFor(card, button) ?? assert.fail(`there is no button ${JSON.stringify(button)}, only ${all.join(', ')}`)
    );
  }

  /** Clicks any button; resolves to the HTTP answer. */
  async clicks(message: BotMessage, { verb, data }: Pressable, typed: Record<string, unknown> = {}) {
    const action = { type: 'Action.Execute', verb, data: { ...data, ...inputsOf(this.sees(message)), ...typed } };
    const value = { action, trigger: 'manual' };
    return this.#send({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: message.id });
  }

  /** Sends an invoke with any content; resolves to the HTTP answer. */
  async invokes(name: string, value: unknown, replyToId?: string) {
    return this.#send({ type: 'invoke', name, value, replyToId });
  }

  #send(activity: Record<string, unknown>) {
    const { team: teamName, channel, topic } = this.names;
    const channelData = {
      tenant: { id: tenantId },
      team: { id: this.#teamId, name: teamName },
      channel: { id: String(this.#conversation.id).replace(/;messageid=.*/, ''), name: channel },
    };
    const { locale, localTimezone, ...from } = this.#person;
    return this.#teams.send({
      ...(locale && { locale }),
      ...(localTimezone && { localTimezone }),
      ...activity,
      ...(this.#teamId && { channelData }),
      from,
      conversation: { ...this.#conversation, name: topic },
    });
  }
}

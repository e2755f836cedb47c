// How does what happens in Teams become a question to the desk, and the answer a card in Teams?
import { type Activity, ActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import { ExpectedError } from '../domain/errors.js';
import type { Log } from '../operations/ports.js';
import { greetingView } from '../views/help.js';
import { messageView } from '../views/message.js';
import { type Click, readClick } from './action-data.js';
import type { Admit } from './admission.js';
import type { Audience } from './audience.js';
import { answerClick } from './card-actions.js';
import type { Desk } from './desk.js';
import { failureReply, faultReply, ownPeopleOnly, strangerReply } from './failure.js';
import { fileConsent } from './file-offers.js';
import { cardAction, cardAnswer, errorAnswer } from './invoke-answers.js';
import type { LivingCards } from './living-cards.js';
import type { Messenger } from './messenger.js';
import { actionOf, actorOf, concernsBot, conversationOf, isAutomatic, messageIn } from './teams-activity.js';
import { answerText } from './text-commands.js';
import type { Reply, Turn } from './turn.js';

/** What the bot takes. */
export interface TeamsBotPorts {
  readonly desk: Desk;
  readonly living: LivingCards;
  readonly messenger: Pick<Messenger, 'answer'>;
  readonly audience: Audience;
  /** Whether an activity is from one of our own people. */
  readonly admit: Admit;
  readonly log: Log;
  /** Does work under an id that everything that comes of it carries. */
  readonly correlated: <T>(work: (correlationId: string) => T, conversationId?: string) => T;
}

// Teams repeats a message that has no answer after fifteen seconds, and the rest of the turn takes some of them.
const postPatienceMs = 5000;

const nothing = async () => undefined;
const nothingToSay: Reply = { card: {}, summary: '' };

/** The Bot Framework's side of the bot. Whatever goes wrong in a turn ends here, as an answer that says what to do. */
export class TeamsBot extends ActivityHandler {
  readonly #ports: TeamsBotPorts;
  /** Turns that were answered with what went wrong. */
  readonly #failed = new WeakMap<Turn, 'failed' | 'broke'>();

  constructor(ports: TeamsBotPorts) {
    super();
    this.#ports = ports;
    this.onMessage((context) =>
      this.#turn(
        context,
        (turn) => this.#message(context, turn),
        () => this.#post(context, strangerReply(ports.desk)),
      ),
    );
    this.onInstallationUpdateAdd((context) => this.#turn(context, (turn) => this.#add(context, turn), nothing));
    this.onInstallationUpdateRemove((context) => this.#turn(context, () => this.#uninstall(context), nothing));
    this.onMembersAdded(async (context) => {
      if (concernsBot(context.activity, 'membersAdded'))
        await this.#turn(context, (turn) => this.#install(context, turn), nothing);
    });
    this.onMembersRemoved(async (context) => {
      if (concernsBot(context.activity, 'membersRemoved'))
        await this.#turn(context, () => this.#uninstall(context), nothing);
    });
  }

  // The base class turns a card's own status into that of HTTP, which Teams shows as a failure of the whole bot.
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name === fileConsent) {
      return this.#turn(
        context,
        (turn) => this.#consent(context, turn),
        async () => ({ status: 200 }),
      );
    }
    if (context.activity.name !== cardAction) return super.onInvokeActivity(context);
    return this.#turn(
      context,
      (turn) => this.#click(context, turn),
      async () => errorAnswer(403, 'Forbidden', ownPeopleOnly),
    );
  }

  async #message(context: TurnContext, turn: Turn): Promise<void> {
    const { desk } = this.#ports;
    const reply = await this.#attempt(turn, undefined, async () => {
      await desk.subscriptions.meet(conversationOf(context.activity));
      return answerText(desk, context.activity.text ?? '', turn);
    });
    await this.#post(context, reply ?? faultReply(desk, turn.correlationId));
  }

  async #click(context: TurnContext, turn: Turn): Promise<InvokeResponse> {
    const { desk, living, audience } = this.#ports;
    const { activity } = context;
    const { verb, data } = actionOf(activity);
    const click = readClick(verb, data);
    if (!click) {
      return errorAnswer(
        400,
        'BadRequest',
        'Gatehouse does not understand this button. Say /tenants for a fresh card.',
      );
    }
    const reply = await this.#attempt(turn, click, async () => {
      await desk.subscriptions.meet(conversationOf(activity));
      return answerClick(desk, click, turn);
    });
    if (!reply) return errorAnswer(500, 'InternalError', `Something broke. Reference: ${turn.correlationId}`);
    const message = messageIn(activity);
    const { card, view } = reply;
    if (message && view && !turn.isAutomatic) living.turned(message, view, reply.isForAll === true);
    return cardAnswer(view ? audience.refreshing(turn.conversationId, card, view) : card);
  }

  // Somebody has said whether a file may be put into their OneDrive.
  async #consent(context: TurnContext, turn: Turn): Promise<InvokeResponse> {
    const { desk } = this.#ports;
    const said: { why?: string } = {};
    const failed = await this.#attempt(turn, undefined, async () => {
      const why = await desk.files.consented(turn, context.activity.value);
      if (why !== undefined) said.why = why;
      return nothingToSay;
    });
    const { why } = said;
    if (why !== undefined) {
      const title = 'The file was not saved';
      await this.#post(context, { card: messageView({ title, lines: [why] }, desk.context()), summary: title });
    } else if (failed !== nothingToSay) {
      await this.#post(context, failed ?? faultReply(desk, turn.correlationId));
    }
    return { status: 200 };
  }

  // Of the cards from before an installation nobody knows whether they are still there.
  async #add(context: TurnContext, turn: Turn): Promise<void> {
    if (context.activity.action === 'add') this.#ports.living.forget(turn.conversationId);
    await this.#install(context, turn);
  }

  async #install(context: TurnContext, { actor }: Turn): Promise<void> {
    const { desk } = this.#ports;
    const maySee = (await desk.roleOf(actor)) !== undefined;
    const isNew = await desk.subscriptions.install(conversationOf(context.activity), maySee);
    if (isNew) await this.#post(context, { card: greetingView(desk.context(), maySee), summary: 'Gatehouse is here' });
  }

  async #uninstall({ activity }: TurnContext): Promise<void> {
    const { id } = conversationOf(activity);
    this.#ports.living.forget(id);
    await this.#ports.desk.subscriptions.uninstall(id);
  }

  /**
   * Posts an answer. Where the rates of Teams hold it up for long the turn ends before, so that Teams does not repeat what
   * it told us, and the answer follows by itself.
   * @throws DeliveryError when it could not be sent by then.
   */
  async #post({ activity }: TurnContext, reply: Reply): Promise<void> {
    const { desk, log } = this.#ports;
    const sending = this.#answer(activity, reply).then(() => 'sent' as const);
    if ((await desk.within(postPatienceMs, sending)) === 'sent') return;
    log.info('answerWaits', { conversationId: activity.conversation.id });
    sending.catch((error) => log.error('answerNotSent', { conversationId: activity.conversation.id, error }));
  }

  async #answer(activity: Activity, { card, summary, view }: Reply): Promise<void> {
    const { living, messenger, audience } = this.#ports;
    const drawn = view && living.now(view);
    const { id } = activity.conversation;
    const { reference } = conversationOf(activity);
    const shown = view ? audience.refreshing(id, card, view) : card;
    const asked = { conversationId: id, reference, activityId: activity.id };
    const activityId = await messenger.answer(asked, shown, summary);
    if (drawn && activityId !== '') living.posted({ conversationId: id, activityId }, drawn);
  }

  /** The reply, or one that says why there is none; `undefined` after a fault of our own, which is logged. */
  async #attempt(turn: Turn, click: Click | undefined, work: () => Promise<Reply>): Promise<Reply | undefined> {
    const { desk, log } = this.#ports;
    try {
      return await work();
    } catch (error) {
      if (error instanceof ExpectedError) {
        this.#failed.set(turn, 'failed');
        log.warn('turnFailed', { verb: click?.verb, tenantId: click?.tenantId, error });
        return failureReply(desk, error, turn.correlationId, click);
      }
      this.#failed.set(turn, 'broke');
      log.error('turnBroke', { verb: click?.verb, tenantId: click?.tenantId, error });
      return undefined;
    }
  }

  /** Does work for one of our own people; `refuse` answers anybody else. */
  #turn<T>(context: TurnContext, work: (turn: Turn) => Promise<T>, refuse: () => Promise<T>): Promise<T> {
    const { correlated, admit, log } = this.#ports;
    const { activity } = context;
    const conversationId = conversationOf(activity).id;
    return correlated(async (correlationId) => {
      const start = performance.now();
      const actor = actorOf(activity);
      let outcome = 'broke';
      try {
        const refused = await admit(context);
        const isPersonal = conversationOf(activity).kind === 'personal';
        const turn = { actor, conversationId, correlationId, isPersonal, isAutomatic: isAutomatic(activity) };
        if (refused === undefined) {
          const answer = await work(turn);
          outcome = this.#failed.get(turn) ?? 'answered';
          return answer;
        }
        log.warn('strangerRefused', { why: refused, by: actor.id, conversationId });
        outcome = 'refused';
        return await refuse();
      } finally {
        const ms = Math.round(performance.now() - start);
        const { verb } = actionOf(activity);
        log.info('turn', { type: activity.type, verb, outcome, by: actor.id, conversationId, ms });
      }
    }, conversationId);
  }
}

// What happens in Teams, activity by activity: who sent it, what the services answer, and that answer as a card in Teams.
import { type Activity, ActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { correlated } from '../../runtime/correlation.js';
import { greetingView } from '../../views/tenant/help.js';
import { hasJustSearched } from '../delivery/recent-searches.js';
import { fileConsent } from '../files/file-offers.js';
import type { Admit, NotAdmitted } from '../people/admission.js';
import { speaking } from '../replies/bot-services.js';
import { fileNotSavedReply, stillWorkingReply, strangerReply } from '../replies/failure.js';
import { AnswerTime, recordArrival } from '../turn/answer-time.js';
import { languageIn } from '../turn/spoken-language.js';
import {
  actionOf,
  actorOf,
  concernsBot,
  conversationOf,
  isEdited,
  lifeEventIn,
  renameIn,
} from '../turn/teams-activity.js';
import type { Turn } from '../turn/turn.js';
import type { TeamsAdapter } from './adapter.js';
import { Attempts } from './attempts.js';
import { ClickAnswers, type ClickDeps, refusedAnswer } from './click-answers.js';
import { bytesOf, cardAction } from './invoke-answers.js';
import { followEvent, leave, meet } from './meet.js';
import { nothingToSay, PostedAnswers } from './posted-answers.js';
import { answerSearch, answerTypeahead, refusedSearch, searchWithinMs } from './search-answers.js';
import { isSearch, typeaheadInvoke } from './search-request.js';
import { answerText } from './text-commands.js';
import { turnOf } from './turn-of.js';

/** What the bot takes. */
export interface TeamsBotDeps extends ClickDeps {
  readonly adapter: Pick<TeamsAdapter, 'answer'>;
  /** Whether an activity is from one of our own people. */
  readonly admit: Admit;
}

const nothing = async () => undefined;

/** The Bot Framework's side of the bot. Any failure in a turn ends here, as an answer that says what to do. */
export class TeamsBot extends ActivityHandler {
  readonly #deps: TeamsBotDeps;
  readonly #attempts: Attempts;
  readonly #clicks: ClickAnswers;
  readonly #posts: PostedAnswers;

  constructor(deps: TeamsBotDeps) {
    super();
    this.#deps = deps;
    this.#attempts = new Attempts(deps.services, deps.log);
    this.#clicks = new ClickAnswers(deps, this.#attempts);
    this.#posts = new PostedAnswers(deps);
    const onText = (context: TurnContext) =>
      this.#turn(
        context,
        (turn) => this.#message(context, turn),
        (refused, turn) => this.#turnAway(context.activity, refused, turn),
      );
    this.onMessage(onText);
    this.onMessageUpdate(async (context, next) => (isEdited(context.activity) ? onText(context) : next()));
    this.onInstallationUpdateAdd((context) => this.#turn(context, (turn) => this.#add(context, turn), nothing));
    this.onInstallationUpdateRemove((context) => this.#turn(context, () => leave(deps, context.activity), nothing));
    this.onConversationUpdate(async (context, next) => {
      const event = lifeEventIn(context.activity) ?? renameIn(context.activity);
      if (event) await this.#turn(context, () => followEvent(deps, event), nothing);
      await next();
    });
    this.onMembersAdded(async (context) => {
      if (concernsBot(context.activity, 'membersAdded'))
        await this.#turn(context, (turn) => this.#install(context, turn), nothing);
    });
    this.onMembersRemoved(async (context) => {
      if (concernsBot(context.activity, 'membersRemoved'))
        await this.#turn(context, () => leave(deps, context.activity), nothing);
    });
  }

  /**
   * The answer to an activity that was posted with this `Authorization` header: its status, the bytes of its body, and why
   * it's refused, for the log. For a click the SDK's `run` calls `onInvokeActivity`. `arrivedAtMs`: by the clock's
   * `elapsedMs`. Never fails.
   */
  async answerActivity(activity: object, authorization: string, arrivedAtMs: number) {
    try {
      const answer = await this.#deps.adapter.answer(authorization, activity as Activity, (context) => {
        recordArrival(context, arrivedAtMs);
        return this.run(context);
      });
      const { status = 200, body } = answer ?? {};
      return { status, bytes: body === undefined ? undefined : bytesOf(body) };
    } catch (error) {
      const status = error instanceof AuthenticationError ? 401 : 500;
      return { status, why: error instanceof Error ? error.message : error };
    }
  }

  // The base class turns a card's own status into that of HTTP, which Teams shows as a failure of the whole bot, and takes
  // what it does not know for a fault of ours.
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name } = context.activity;
    if (name === fileConsent) {
      return this.#turn(
        context,
        (turn) => this.#consent(context, turn),
        async () => ({ status: 200 }),
      );
    }
    if (name === cardAction) {
      return this.#turn(
        context,
        (turn) => this.#clicks.answer(context.activity, turn),
        async (refused, turn) => refusedAnswer(refused, context.activity, this.#deps.services, turn),
      );
    }
    if (isSearch(context.activity)) {
      return this.#turn(
        context,
        (turn) =>
          (name === typeaheadInvoke ? answerTypeahead : answerSearch)(
            this.#deps,
            this.#attempts,
            context.activity,
            turn,
          ),
        async (refused, { language }) =>
          refusedSearch(refused, context.activity, this.#deps.services.context(undefined, language).words),
        searchWithinMs,
      );
    }
    return { status: 400 };
  }

  async #message({ activity }: TurnContext, turn: Turn): Promise<void> {
    const { services } = this.#deps;
    const answer = this.#attempts.make(turn, undefined, async () => {
      await meet(services, activity, turn);
      return answerText(services, activity.text ?? '', turn);
    });
    await this.#posts.inTime(activity, turn, answer, () => stillWorkingReply(speaking(services, turn)));
  }

  // A person has said whether a file may be put into their OneDrive, which takes as long as their OneDrive takes.
  async #consent({ activity }: TurnContext, turn: Turn): Promise<InvokeResponse> {
    const services = speaking(this.#deps.services, turn);
    const answer = this.#attempts.make(turn, undefined, async () => {
      const why = await services.files.consented(turn, activity.value, services.context().words);
      if (why === undefined) return nothingToSay;
      return fileNotSavedReply(services, why);
    });
    await this.#posts.inTime(activity, turn, answer, () => nothingToSay);
    return { status: 200 };
  }

  // What keeps a refusal from arriving is no fault of ours.
  async #turnAway(activity: Activity, refused: NotAdmitted, turn: Turn): Promise<void> {
    const { services, log } = this.#deps;
    await this.#posts.post(activity, strangerReply(speaking(services, turn), refused), turn).catch((error) => {
      log.warn('refusalNotSent', { error });
    });
  }

  // Whether the cards from before an installation are still there isn't known. A newer version is no installation.
  async #add(context: TurnContext, turn: Turn): Promise<void> {
    if (context.activity.action !== 'add')
      return this.#deps.services.subscriptions.meet(conversationOf(context.activity));
    this.#deps.updater.forget(turn.conversationId);
    await this.#install(context, turn);
  }

  // Where a person has added the bot in passing, by inserting a card, strangers may read what is told.
  async #install({ activity }: TurnContext, turn: Turn): Promise<void> {
    const { services } = this.#deps;
    const maySee = (await services.roles.roleOf(turn.actor)) !== undefined;
    const isForCard =
      maySee && !turn.isPersonal && hasJustSearched(services.store, turn.actor.id, this.#deps.clock.now());
    const subscribed = await services.subscriptions.install(conversationOf(activity), maySee && !isForCard);
    if (subscribed === undefined) return;
    const now = services.context(undefined, languageIn(services.store.conversation(turn.conversationId)));
    const greeting = { card: greetingView(now, subscribed, isForCard), summary: now.words.replies.summaries.greeting };
    await this.#posts.post(activity, greeting, turn);
  }

  /** Does work for one of our own people; `refuse` answers anybody else. */
  #turn<T>(
    context: TurnContext,
    work: (turn: Turn) => Promise<T>,
    refuse: (refused: NotAdmitted, turn: Turn) => Promise<T>,
    withinMs?: number,
  ): Promise<T> {
    const { admit, clock, log, services } = this.#deps;
    const { activity } = context;
    const time = AnswerTime.for(context, clock, withinMs);
    const { id: conversationId } = conversationOf(activity);
    return correlated(async (correlationId) => {
      const start = performance.now();
      const actor = actorOf(activity);
      let outcome = 'broke';
      try {
        const beginning = turnOf(services, activity, { time, correlationId });
        const [refused, turn] = await Promise.all([admit(context), beginning]);
        if (refused === undefined) {
          const answer = await work(turn);
          outcome = this.#attempts.failureOf(turn) ?? 'answered';
          return answer;
        }
        log.warn('strangerRefused', { why: refused, by: actor.id, conversationId });
        outcome = 'refused';
        return await refuse(refused, turn);
      } finally {
        const ms = Math.round(performance.now() - start);
        const { verb } = actionOf(activity);
        log.info('turn', { type: activity.type, verb, outcome, by: actor.id, conversationId, ms });
      }
    }, conversationId);
  }
}

// Posts the answers that are messages of their own, in the time that Teams gives a turn.
import type { Activity } from 'botbuilder';
import { withTimeout } from '../../runtime/timeout.js';
import { languageOfCard } from '../../views/render/templates.js';
import { speaking } from '../replies/bot-services.js';
import { faultReply } from '../replies/failure.js';
import { conversationOf } from '../turn/teams-activity.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { ClickDeps } from './click-answers.js';

/** Nothing is posted. */
export const nothingToSay: Reply = { card: {}, summary: '' };

/** Posts answers, and keeps those up to date that show something of which more may be heard. */
export class PostedAnswers {
  readonly #deps: ClickDeps;

  constructor(deps: ClickDeps) {
    this.#deps = deps;
  }

  /** Posts what an attempt comes to; when it takes longer than there is time, what is said meanwhile, and then that. */
  async inTime(
    activity: Activity,
    turn: Turn,
    attempt: Promise<Reply | undefined>,
    meanwhile: () => Reply,
  ): Promise<void> {
    const { clock, log } = this.#deps;
    const services = speaking(this.#deps.services, turn);
    const answer = attempt.then((reply) => reply ?? faultReply(services, turn.correlationId));
    const reply = await withTimeout(clock, turn.time.leftMs, answer);
    await this.post(activity, reply ?? meanwhile(), turn);
    if (reply) return;
    const conversationId = activity.conversation.id;
    const isLost = (error: unknown) => log.error('answerNotSent', { conversationId, error });
    void answer.then((late) => this.post(activity, late, turn)).catch(isLost);
  }

  /**
   * Posts an answer. Where the rates of Teams hold it up for long the turn ends before, so that Teams does not repeat what
   * it told us, and the answer follows by itself.
   * @throws DeliveryError when it could not be sent by then.
   */
  async post(activity: Activity, reply: Reply, turn: Turn): Promise<void> {
    const { clock, log } = this.#deps;
    if (reply === nothingToSay) return;
    const conversationId = activity.conversation.id;
    const sending = this.#answer(activity, reply, turn).then(() => 'sent' as const);
    if ((await withTimeout(clock, turn.time.leftMs, sending)) === 'sent') return;
    log.info('answerQueued', { conversationId });
    sending.catch((error) => log.error('answerNotSent', { conversationId, error }));
  }

  async #answer(activity: Activity, { card, summary, view }: Reply, { knownAsOf }: Turn): Promise<void> {
    const { updater, messenger, audience } = this.#deps;
    const { id } = activity.conversation;
    // What was drawn from what isn't up to date is drawn anew once it can be.
    const drawn = view && { ...updater.now(view, id, languageOfCard(card)), ...(knownAsOf && { drawn: '' }) };
    const { reference } = conversationOf(activity);
    const shown = view ? audience.refreshing(id, card, view) : card;
    const asked = { conversationId: id, reference, activityId: activity.id };
    const activityId = await messenger.answer(asked, shown, summary);
    if (drawn && activityId !== '') updater.posted({ conversationId: id, activityId }, drawn);
  }
}

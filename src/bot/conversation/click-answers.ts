// Answers clicks in time in the HTTP response, and puts an answer that comes later into the message.

import type { Activity, InvokeResponse } from 'botbuilder';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { withTimeout } from '../../runtime/timeout.js';
import { readClick } from '../actions/action-data.js';
import { answerClick } from '../actions/card-actions.js';
import type { CardUpdater } from '../cards/card-updater.js';
import type { MessageId } from '../cards/posted-cards.js';
import type { Messenger } from '../delivery/messenger.js';
import type { NotAdmitted } from '../people/admission.js';
import type { Audience } from '../people/audience.js';
import type { BotServices } from '../replies/bot-services.js';
import { faultReply, refusedWords, stillWorkingReply } from '../replies/failure.js';
import { actionOf, messageIn } from '../turn/teams-activity.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { Attempts } from './attempts.js';
import { cardAnswer, errorAnswer } from './invoke-answers.js';
import { meet } from './meet.js';

/** What answering clicks takes. */
export interface ClickPorts {
  readonly services: BotServices;
  readonly updater: CardUpdater;
  readonly messenger: Pick<Messenger, 'answer' | 'update'>;
  readonly audience: Audience;
  readonly clock: Clock;
  readonly log: Log;
}

/** Answers clicks of our own people. */
export class ClickAnswers {
  readonly #ports: ClickPorts;
  readonly #attempts: Attempts;

  constructor(ports: ClickPorts, attempts: Attempts) {
    this.#ports = ports;
    this.#attempts = attempts;
  }

  /** The answer to a click, or that it takes longer: then the message shows it by itself later. Never fails. */
  async answer(activity: Activity, turn: Turn): Promise<InvokeResponse> {
    const { services, updater, audience, clock } = this.#ports;
    const { verb, data } = actionOf(activity);
    const click = readClick(verb, data);
    if (!click) return notUnderstood;
    const message = turn.isAutomatic ? undefined : messageIn(activity);
    const attempt = this.#attempts.make(turn, click, async () => {
      await meet(services, activity, turn);
      return answerClick(services, click, turn);
    });
    const inTime = await withTimeout(
      clock,
      turn.time.leftMs,
      attempt.then((reply) => ({ reply })),
    );
    if (!inTime) {
      void attempt.then((reply) => this.#showLate(message, turn, reply ?? faultReply(services, turn.correlationId)));
      return cardAnswer(stillWorkingReply(services, click).card);
    }
    const { reply } = inTime;
    if (!reply) return errorAnswer(500, 'InternalError', `Something broke. Reference: ${turn.correlationId}`);
    const { card, view } = reply;
    if (message && view) updater.showsNow(message, view, reply.isForAll === true);
    return cardAnswer(view ? audience.refreshing(turn.conversationId, card, view) : card);
  }

  /** Puts an answer into the message whose click had been told to wait. Never fails. */
  async #showLate(message: MessageId | undefined, turn: Turn, { card, view }: Reply): Promise<void> {
    const { updater, messenger, log } = this.#ports;
    if (!message) return;
    try {
      // Where others are too, they see what the card is about and not what was answered to one person.
      if (turn.isPersonal) await messenger.update(message.conversationId, message.activityId, () => card);
      if (view) updater.showsNow(message, view, !turn.isPersonal);
      else if (!turn.isPersonal) updater.showsAgain(message);
    } catch (error) {
      log.warn('lateAnswerNotSent', { conversationId: turn.conversationId, error });
    }
  }
}

const notUnderstood = errorAnswer(
  400,
  'BadRequest',
  'Gatehouse does not understand this button. Say /tenants for a fresh card.',
);

/** The answer to a click of a person who isn't let in. */
export function refusedAnswer(refused: NotAdmitted): InvokeResponse {
  const words = refusedWords(refused);
  return refused === 'notChecked' ? errorAnswer(500, 'NotChecked', words) : errorAnswer(403, 'Forbidden', words);
}

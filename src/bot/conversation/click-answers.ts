// The answer to a click: in which order one is refused, what its verb does, and in time or into the message later.

import type { Activity, InvokeResponse } from 'botbuilder';
import { isLeaving } from '../../domain/tenant/tenant.js';
import type { MessageId } from '../../operations/ports/cards.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { Words } from '../../views/catalogue.js';
import { refusalNotice } from '../../views/explain/notices.js';
import { languageOfCard } from '../../views/render/templates.js';
import { bare } from '../../views/render/text.js';
import { isRefresh, type Verb, verbTraits } from '../../views/render/verbs.js';
import { asInserted } from '../../views/tenant/inserted-card.js';
import { acceptanceActions } from '../actions/acceptance-actions.js';
import type { Action } from '../actions/action.js';
import { type Click, readClick, tooLongTextIn } from '../actions/action-data.js';
import { attentionActions } from '../actions/attention-actions.js';
import { batchActions } from '../actions/batch-actions.js';
import { customerNoticeActions } from '../actions/customer-notice-actions.js';
import { enableActions } from '../actions/enable-actions.js';
import { offboardingActions } from '../actions/offboarding-actions.js';
import { ownershipActions } from '../actions/ownership-actions.js';
import { secondAdminActions } from '../actions/second-admin-actions.js';
import { standaloneActions } from '../actions/standalone-actions.js';
import { current, tenantActions } from '../actions/tenant-actions.js';
import { runOnTenant } from '../actions/ticket-check.js';
import type { TooLongText } from '../actions/too-long-text.js';
import { viewActions } from '../actions/view-actions.js';
import type { CardUpdater } from '../cards/card-updater.js';
import type { Messenger } from '../delivery/messenger.js';
import type { NotAdmitted } from '../people/admission.js';
import type { Audience } from '../people/audience.js';
import { denial } from '../people/permissions.js';
import { type BotServices, speaking } from '../replies/bot-services.js';
import { faultReply, refusal, refusedWords, stillWorkingReply } from '../replies/failure.js';
import { insertedForOthers } from '../replies/show-inserted.js';
import { showList } from '../replies/show-list.js';
import { newsOn } from '../turn/posted-view.js';
import { actionOf, messageIn } from '../turn/teams-activity.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { Attempts } from './attempts.js';
import { cardAnswer, errorAnswer } from './invoke-answers.js';
import { meet } from './meet.js';

/** What answering clicks takes. */
export interface ClickDeps {
  readonly services: BotServices;
  readonly updater: CardUpdater;
  readonly messenger: Pick<Messenger, 'answer' | 'update'>;
  readonly audience: Audience;
  readonly clock: Clock;
  readonly log: Log;
}

const actions: Readonly<Record<Verb, Action>> = {
  ...tenantActions,
  ...acceptanceActions,
  ...enableActions,
  ...ownershipActions,
  ...attentionActions,
  ...secondAdminActions,
  ...offboardingActions,
  ...standaloneActions,
  ...customerNoticeActions,
  ...batchActions,
  ...viewActions,
};

/** Answers clicks of our own people. */
export class ClickAnswers {
  readonly #deps: ClickDeps;
  readonly #attempts: Attempts;

  constructor(deps: ClickDeps, attempts: Attempts) {
    this.#deps = deps;
    this.#attempts = attempts;
  }

  /** The answer to a click, or that it takes longer: then the message shows it by itself later. Never fails. */
  async answer(activity: Activity, turn: Turn): Promise<InvokeResponse> {
    const { updater, audience, clock } = this.#deps;
    const services = speaking(this.#deps.services, turn);
    const { replies } = services.context().words;
    const { verb, data } = actionOf(activity);
    const claimed = readClick(verb, data);
    if (!claimed) return notUnderstood(tooLongTextIn(verb, data), replies);
    // The message of an inserted card is a person's own, so the bot can't change it.
    const shown = turn.isInserted ? undefined : messageIn(activity);
    const message = turn.isAutomatic ? undefined : shown;
    // As it is before the click itself changes anything.
    const wasDue = message !== undefined && updater.isDue(message);
    const click = { ...claimed, told: newsOn(shown && updater.viewOn(shown), claimed.tenantId) };
    const attempt = this.#attempts.make(turn, click, async () => {
      if (!turn.isInserted) await meet(services, activity, turn);
      return answerClick(this.#deps.services, click, turn);
    });
    const inTime = await withTimeout(
      clock,
      turn.time.leftMs,
      attempt.then((reply) => ({ reply })),
    );
    if (!inTime) {
      void attempt.then((reply) => this.#showLate(message, turn, reply ?? faultReply(services, turn.correlationId)));
      const working = stillWorkingReply(services, click);
      return cardAnswer(turn.isInserted ? asInserted(working.card) : working.card);
    }
    const { reply } = inTime;
    if (!reply) return errorAnswer(500, 'InternalError', replies.fault({ reference: bare(turn.correlationId) }));
    const { card, view } = reply;
    // What was drawn from what isn't up to date is drawn anew once it can be.
    const othersMustSee = reply.othersMustSee === true || turn.knownAsOf !== undefined;
    const answered = { othersMustSee, wasDue, language: languageOfCard(card) };
    if (message && view) updater.showsNow(message, view, answered);
    if (turn.isInserted) return cardAnswer(asInserted(card));
    return cardAnswer(view ? audience.refreshing(turn.conversationId, card, view) : card);
  }

  /** Puts an answer into the message whose click had been told to wait. Never fails. */
  async #showLate(message: MessageId | undefined, turn: Turn, { card, view }: Reply): Promise<void> {
    const { updater, messenger, log } = this.#deps;
    if (!message) return;
    try {
      // Where others are too, they see what the card is about and not what was answered to one person.
      if (turn.isPersonal) await messenger.update(message.conversationId, message.activityId, () => card);
      if (view) updater.showsNow(message, view, { othersMustSee: !turn.isPersonal, language: languageOfCard(card) });
      else if (!turn.isPersonal) updater.showsAgain(message);
    } catch (error) {
      log.warn('lateAnswerNotSent', { conversationId: turn.conversationId, error });
    }
  }
}

// The card stays as it is, with what was typed.
function notUnderstood(tooLong: TooLongText | undefined, replies: Words['replies']): InvokeResponse {
  return tooLong
    ? errorAnswer(400, 'TooLong', replies.typedTooLong(tooLong))
    : errorAnswer(400, 'BadRequest', replies.buttonNotUnderstood);
}

/**
 * What a click comes to.
 * @throws ExpectedError when the store or Microsoft fails.
 */
export async function answerClick(forAll: BotServices, asked: Click, turn: Turn): Promise<Reply> {
  const { actor } = turn;
  const { verb, tenantId, offboardingId, inList, data } = asked;
  const role = await forAll.roles.roleOf(actor);
  // What is answered to a click, only the person who clicked sees.
  const services = speaking(forAll, turn, role);
  const { words } = services.context();
  const isNotChecked = services.roles.isNotChecked(actor);
  const denied = denial(role, verbTraits[verb].leastRole, actor, words, isNotChecked);
  const isClientsOwn = turn.isAutomatic && isRefresh(verb);
  // While it isn't known whether a person may, nothing was denied them.
  if (denied !== undefined && !isClientsOwn && !isNotChecked)
    await services.denials.record({ by: actor.id, asked: verb, tenantId });
  if (role === undefined)
    return verb === 'inserted.show' ? insertedForOthers(services) : refusal(services, denied ?? '');

  const query = { ...asked.query, search: services.tenantList.typedBy(asked.query.search, actor) };
  const on = { services, click: { ...asked, query }, turn, data };
  const tenant = tenantId === undefined ? undefined : services.store.tenant(tenantId);
  // Only what a person has pressed is done: a click that says that a client asked by itself gets a drawing and nothing else.
  if (turn.isAutomatic && !isClientsOwn)
    return tenant ? current({ ...on, tenant }, tenant, denied) : showList(services, query, inList ? '' : denied);
  const action = actions[verb];
  if (action.target === 'none') return denied === undefined ? action.run(on) : refusal(services, denied);
  // In the list its row says so.
  if (!tenant) return showList(services, query, inList ? '' : words.replies.noCustomer);
  const onTenant = { ...on, tenant };
  if (denied !== undefined) return current(onTenant, tenant, denied);
  if (action.target === 'tenant') return runOnTenant(action, onTenant);
  // A button of an offboarding that is over isn't taken for one of a later offboarding, whose plan its person hasn't read.
  if (isLeaving(tenant, offboardingId)) return action.run({ ...onTenant, tenant });
  return current(onTenant, tenant, refusalNotice('noSuchOffboarding', tenant, words));
}

/** The answer to a click of a person who isn't let in; an inserted card that their client asks for by itself says nothing of its tenant. */
export function refusedAnswer(
  refused: NotAdmitted,
  activity: Activity,
  forAll: BotServices,
  turn: Pick<Turn, 'language' | 'isAutomatic'>,
): InvokeResponse {
  const services = speaking(forAll, turn);
  if (refused !== 'notChecked' && turn.isAutomatic && actionOf(activity).verb === ('inserted.show' satisfies Verb))
    return cardAnswer(insertedForOthers(services).card);
  const { words } = services.context();
  const { line } = refusedWords(refused, words);
  return refused === 'notChecked' ? errorAnswer(500, 'NotChecked', line) : errorAnswer(403, 'Forbidden', line);
}

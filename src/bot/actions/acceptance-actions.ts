// The buttons about limitations: their review, accepting them with a reason, an accountable and a day, and taking that back.
import { reviewDayIn } from '../../domain/tenant/acceptance.js';
import { isTooLongNote, noteText } from '../../domain/tenant/attention.js';
import { peopleAt } from '../../domain/tenant/people.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { attentionFaultWords } from '../../views/explain/attention-words.js';
import type { Verb } from '../../views/render/verbs.js';
import { limitationsView } from '../../views/tenant/limitations.js';
import { acceptLimitationsQuestion } from '../../views/tenant/questions.js';
import type { Literal } from '../../views/words/text-types.js';
import type { Reply } from '../turn/turn.js';
import type { Action, TenantClick } from './action.js';
import { backFrom, carryOut, current, noticeOf, shown } from './tenant-actions.js';

/** What each of these verbs does. */
export const acceptanceActions = {
  'tenant.reviewLimitations': { target: 'tenant', run: reviewLimitations },
  'tenant.askAcceptLimitations': { target: 'tenant', run: askAcceptLimitations },
  'tenant.acceptLimitations': {
    target: 'tenant',
    run: acceptLimitations,
  },
  'tenant.takeBackAcceptance': {
    target: 'tenant',
    run: (on) => carryOut(on, { do: 'takeBackAcceptance', by: on.turn.actor }),
  },
} satisfies Partial<Record<Verb, Action>>;

function reviewLimitations(on: TenantClick): Reply {
  const { services, click, tenant } = on;
  const context = services.context();
  if (tenant.status !== 'issuesFound') return current(on, tenant, noticeOf(on, 'doesNotApply'));
  return shown(on, tenant, limitationsView(tenant, context, click.query, backFrom(on, context.words.buttons.cancel)));
}

function askAcceptLimitations(on: TenantClick): Reply {
  const { services, click, tenant } = on;
  if (tenant.status !== 'issuesFound') return current(on, tenant, noticeOf(on, 'doesNotApply'));
  if (tenant.onboarding?.accepted) return current(on, tenant, noticeOf(on, 'alreadyDone'));
  return shown(on, tenant, acceptLimitationsQuestion(tenant, on.turn.actor, services.context(), click.query));
}

// Without a reason and a day it's asked again, with what was typed; so it is where it's refused and can still be had.
function acceptLimitations(
  on: TenantClick<'version' | 'ticket' | 'reason' | 'reviewOn' | 'accountableId'>,
): Promise<Reply> | Reply {
  const { services, click, tenant, turn, data } = on;
  const context = services.context();
  const { reasonMissing, dayMissing } = context.words.questions.acceptLimitations.form;
  const given = data.reason ?? '';
  const reason = noteText(given);
  const reviewOn = reviewDayIn(data.reviewOn ?? '', context.now);
  const { actor: by } = turn;
  const accountable = peopleAt(tenant).find(({ id }) => id === data.accountableId) ?? by;
  const again = (then: Tenant, problem: Literal) =>
    then.status === 'issuesFound' && !then.onboarding?.accepted
      ? shown(on, then, acceptLimitationsQuestion(then, by, context, click.query, { ...data, problem }))
      : undefined;
  const tooLong = isTooLongNote(given) ? attentionFaultWords({ is: 'tooLong', given }, context.words) : undefined;
  if (reason !== '' && reviewOn !== undefined && tooLong === undefined)
    return carryOut(on, { do: 'acceptLimitations', by, terms: { accountable, reason, reviewOn } }, again);
  const problem = tooLong ?? (reason === '' ? reasonMissing : dayMissing);
  const isAccepted = tenant.onboarding?.accepted !== undefined;
  return again(tenant, problem) ?? current(on, tenant, noticeOf(on, isAccepted ? 'alreadyDone' : 'doesNotApply'));
}

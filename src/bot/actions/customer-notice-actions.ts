// The text by which a customer is told beforehand.
import { hasTakenCustomerNotice, isAhead } from '../../domain/tenant/decide-customer-notice.js';
import { planButton } from '../../views/offboarding/buttons.js';
import type { Button, Verb } from '../../views/render/verbs.js';
import { customerNoticeView } from '../../views/tenant/customer-notice.js';
import type { Reply } from '../turn/turn.js';
import type { Action, TenantClick } from './action.js';
import { customerLanguage, rememberLanguage } from './customer-language.js';
import { answerOutcome, backFrom, current, noticeOf, shown } from './tenant-actions.js';

/** What the verb does. */
export const customerNoticeActions = {
  'tenant.copyCustomerNotice': { target: 'tenant', run: copyCustomerNotice },
} satisfies Partial<Record<Verb, Action>>;

// The same person's with a language is the same one written anew, and not another copy.
async function copyCustomerNotice(on: TenantClick<'customerNotice' | 'language'>): Promise<Reply> {
  const { services, tenant, turn, click, data } = on;
  const { customerNotice } = data;
  if (customerNotice === undefined || !isAhead(customerNotice, tenant))
    return current(on, tenant, noticeOf(on, 'doesNotApply'));
  // Before anything is saved, so that the clicked message isn't redrawn for others while its answer is still on its way.
  const language = await customerLanguage(on);
  if (data.language === undefined || !hasTakenCustomerNotice(tenant, turn.actor, customerNotice)) {
    const command = { do: 'takeCustomerNotice', by: turn.actor, customerNotice } as const;
    const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command });
    if (!outcome || outcome.refused) return answerOutcome(on, outcome);
  }
  await rememberLanguage(on);
  const asked = { customerNotice, sender: turn.actor, language, position: click.query, back: wayBack(on) };
  return shown(on, tenant, customerNoticeView(tenant, asked, services.context()));
}

// The question that offered it; where nothing is asked, the tenant.
function wayBack(on: TenantClick<'customerNotice'>): Button {
  const { services, tenant, click, data } = on;
  const { words } = services.context();
  const { back } = words.buttons;
  if (data.customerNotice === 'extend') return backFrom(on);
  const plan = planButton(tenant, click.query, back, words);
  return data.customerNotice === 'offboarding' ? plan : { ...plan, verb: 'tenant.askKeepAccess' };
}

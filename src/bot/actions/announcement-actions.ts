// The text by which a customer is told beforehand.
import type { MessageLanguage } from '../../domain/message-languages.js';
import { isAhead } from '../../domain/tenant/announcement.js';
import { hasTakenAnnouncement } from '../../domain/tenant/decide-announcement.js';
import { type Language, languages } from '../../views/catalogue.js';
import { planButton } from '../../views/offboarding/buttons.js';
import type { Button, Verb } from '../../views/render/verbs.js';
import { customerNoticeView } from '../../views/tenant/customer-notice.js';
import type { Reply } from '../turn/turn.js';
import type { Action, TenantClick } from './action.js';
import { customerLanguage, rememberLanguage } from './customer-language.js';
import { answerOutcome, backFrom, current, noticeOf, shown } from './tenant-actions.js';

/** What the verb does. */
export const announcementActions = {
  'tenant.copyNotice': { target: 'tenant', run: copyNotice },
} satisfies Partial<Record<Verb, Action>>;

// With a language it's written anew, which isn't another copy.
async function copyNotice(on: TenantClick<'announcement' | 'language'>): Promise<Reply> {
  const { services, tenant, turn, click, data } = on;
  const { announcement } = data;
  if (announcement === undefined || !isAhead(announcement, tenant))
    return current(on, tenant, noticeOf(on, 'doesNotApply'));
  // Before anything is saved, so that the clicked message isn't redrawn for others while its answer is still on its way.
  const language = completeLanguage(await customerLanguage(on));
  if (data.language === undefined || !hasTakenAnnouncement(tenant, turn.actor)) {
    const command = { do: 'takeAnnouncement', by: turn.actor, announcement } as const;
    const outcome = await services.commands.perform({ tenantId: tenant.tenantId, command });
    if (!outcome || outcome.refused) return answerOutcome(on, outcome);
  }
  await rememberLanguage(on);
  const asked = { announcement, sender: turn.actor, language, position: click.query, back: wayBack(on) };
  return shown(on, tenant, customerNoticeView(tenant, asked, services.context()));
}

// The question that offered it; where nothing is asked, the tenant.
function wayBack(on: TenantClick<'announcement'>): Button {
  const { services, tenant, click, data } = on;
  const { words } = services.context();
  const { back } = words.buttons;
  if (data.announcement === 'extend') return backFrom(on);
  const plan = planButton(tenant, click.query, back, words);
  return data.announcement === 'offboarding' ? plan : { ...plan, verb: 'tenant.askKeepAccess' };
}

// What the customer reads in a language that the product isn't whole in is in English.
function completeLanguage(language: MessageLanguage): Language {
  return languages.find((each) => each === language) ?? 'en';
}

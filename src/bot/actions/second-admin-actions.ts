// The buttons of what waits for a second admin. Who may is asked again at each, and of the person who asked as well.
import { subjectAfter, templateFor } from '../../domain/access/access-templates.js';
import { wishIn } from '../../domain/tenant/second-admin.js';
import { literal, personName } from '../../views/render/text.js';
import type { Verb } from '../../views/render/verbs.js';
import { secondAdminQuestion } from '../../views/tenant/second-admin.js';
import { mayAsk, mayCertainlyAsk } from '../people/permissions.js';
import type { Reply } from '../turn/turn.js';
import type { Action, TenantClick } from './action.js';
import { answerOutcome, current, noticeOf, shown } from './tenant-actions.js';

/** What each of these verbs does. */
export const secondAdminActions = {
  'second.review': { target: 'tenant', run: review },
  'second.approve': { target: 'tenant', run: approve },
  'second.decline': { target: 'tenant', run: decline },
} satisfies Partial<Record<Verb, Action>>;

function review(on: TenantClick): Reply {
  const { services, tenant, turn, click } = on;
  const question = secondAdminQuestion(tenant, turn.actor, services.context(), click.query);
  return question ? shown(on, tenant, question) : current(on, tenant, noticeOf(on, 'noSuchRequest'));
}

// For this very request, however its card has aged meanwhile, so it says nothing of the version.
async function approve(on: TenantClick<'askedId'>): Promise<Reply> {
  const { services, tenant, turn, data } = on;
  const { awaitedSecond } = tenant;
  const { askedId } = data;
  if (!awaitedSecond || askedId === undefined) return current(on, tenant, noticeOf(on, 'noSuchRequest'));
  const { templates, words } = services.context();
  const { action } = awaitedSecond;
  const askerMay = await mayAsk(services, awaitedSecond.by, action.do);
  // What can't be read now is no reason to drop it.
  if (askerMay === 'unknown')
    return current(on, tenant, words.secondAdmin.notChecked({ person: personName(awaitedSecond.by, words) }));
  const outcome = await services.commands.perform({
    tenantId: tenant.tenantId,
    command: {
      do: 'approveSecond',
      by: turn.actor,
      askedId,
      template: templateFor(templates, subjectAfter(tenant, wishIn(action))),
      mayAsk: askerMay === 'yes',
      now: services.context().now,
    },
  });
  if (!outcome?.facts.some(({ type }) => type === 'secondAdminDropped')) return answerOutcome(on, outcome);
  const notice = words.secondAdmin.stale({ tenant: literal(tenant.customer.displayName) });
  return { ...current(on, outcome.tenant, notice), othersMustSee: true };
}

// An admin's no, or the asker's own.
async function decline(on: TenantClick<'askedId'>): Promise<Reply> {
  const { services, tenant, turn, data } = on;
  const { actor: by } = turn;
  if (!tenant.awaitedSecond) return current(on, tenant, noticeOf(on, 'noSuchRequest'));
  const isTheirs = tenant.awaitedSecond.by.id === by.id;
  const mayAll = !isTheirs && (await mayCertainlyAsk(services, by, 'declineSecond'));
  const command = {
    do: mayAll ? 'declineSecond' : 'withdrawSecond',
    by,
    askedId: data.askedId ?? '',
  } as const;
  return answerOutcome(on, await services.commands.perform({ tenantId: tenant.tenantId, command }));
}

// Enable and Request again, and the question before them.

import {
  type AccessTemplates,
  subjectAfter,
  type TemplateSubject,
  type TemplateWish,
  templateFor,
  templateReason,
} from '../../domain/access/access-templates.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import { mostTagCharacters, tagsIn } from '../../domain/tag.js';
import { decide } from '../../domain/tenant/decide.js';
import { literal } from '../../views/render/text.js';
import type { Verb } from '../../views/render/verbs.js';
import { byRuleChoice, enableQuestion, type OfferedTemplates } from '../../views/tenant/enable-question.js';
import type { Literal } from '../../views/words/text-types.js';
import type { Reply } from '../turn/turn.js';
import type { Action, TenantClick } from './action.js';
import { carryOut, current, noticeOf, shown } from './tenant-actions.js';

/** What each of the two verbs does. */
export const enableActions = {
  'tenant.askEnable': { target: 'tenant', run: (on) => ask(on) },
  'tenant.enable': { target: 'tenant', ticket: { for: 'enable', question: (on) => ask(on) }, run: enable },
} satisfies Partial<Record<Verb, Action>>;

// What isn't known is worth a short wait; without it the question says both that may come.
const outlookPatienceMs = 3000;

type EnableClick = TenantClick<
  'version' | 'templateHash' | 'shownTemplate' | 'certificateId' | 'template' | 'tags' | 'ticket'
>;

async function ask(on: EnableClick, notice?: Literal): Promise<Reply> {
  const { services, tenant, turn, click, data } = on;
  const decision = decide(command(on), tenant);
  if ('refused' in decision) return current(on, tenant, noticeOf(on, decision.refused));
  const { tenantId } = tenant;
  const wish = wishIn(data);
  const foreseen = await turn.time.within(outlookPatienceMs, services.enableOutlook.of(tenantId, wish));
  const now = services.store.tenant(tenantId) ?? tenant;
  const context = services.context();
  const subject = subjectAfter(now, wish);
  const proposal = {
    template: templateFor(context.templates, subject),
    offer: offerOf(context.templates, subject),
    typedTags: data.tags,
    foreseen,
    certificate: certificateOf({ ...on, tenant: now }),
    query: click.query,
    inList: click.inList,
    notice: notice ?? tagsProblem(on),
  };
  return shown(on, now, enableQuestion(now, proposal, context));
}

// The yes names what its person has read: the template, and the certificate that says that no access was left. What was chosen
// or typed since and comes to another template is shown first.
function enable(on: EnableClick): Promise<Reply> {
  const { services, tenant, data } = on;
  const { templates, words } = services.context();
  const { templateChanged, notShown } = words.questions.enable;
  const wish = wishIn(data);
  const template = templateFor(templates, subjectAfter(tenant, wish));
  const certificate = certificateOf(on);
  // A click that says nothing of its card is none of a card.
  if (data.version === undefined) return carryOut(on, command(on));
  if (data.templateHash === undefined || (certificate && data.certificateId !== certificate.id)) return ask(on);
  if (tagsProblem(on) !== undefined) return ask(on);
  if (wish.template !== undefined && !templates.templates.has(wish.template)) return ask(on, templateChanged);
  const shownTemplate = templates.templates.size > 1 ? template.name : undefined;
  if (data.shownTemplate !== shownTemplate) return ask(on, notShown);
  if (data.templateHash !== template.templateHash) return ask(on, templateChanged);
  return carryOut(on, { ...command(on), ...wish, shownTemplate });
}

function command({ turn: { actor: by, conversationId } }: TenantClick) {
  return { do: 'enable', by, conversationId } as const;
}

type Typed = Pick<EnableClick['data'], 'template' | 'tags'>;

/** What the inputs of the question say. Without them, as where Enable was pressed, nothing is wished for. */
function wishIn({ template, tags = '' }: Typed): TemplateWish {
  const { added, removed } = tagsIn(tags);
  return {
    ...(template === byRuleChoice ? { byRule: true } : template !== undefined && template !== '' && { template }),
    ...(added.length + removed.length > 0 && { tags: { added, removed } }),
  };
}

/** Why the tags can't be had as they're typed; `undefined`: they can. */
function tagsProblem(on: EnableClick): Literal | undefined {
  const { services, tenant, data } = on;
  const { notTags } = tagsIn(data.tags ?? '');
  const given = literal(notTags.join(', '), 100);
  if (notTags.length > 0) return services.context().words.tags.notTags({ given, most: mostTagCharacters });
  const decision = decide({ ...command(on), ...wishIn(data) }, tenant);
  const isTooMany = 'refused' in decision && decision.refused === 'tooManyTags';
  return isTooMany ? noticeOf(on, 'tooManyTags') : undefined;
}

function offerOf(templates: AccessTemplates, subject: TemplateSubject): OfferedTemplates | undefined {
  if (templates.templates.size < 2) return undefined;
  const ruled = templateFor(templates, subjectAfter(subject, { byRule: true })).name;
  return { names: [...templates.templates.keys()], reason: templateReason(templates, subject), ruled };
}

function certificateOf({ services, tenant }: TenantClick): IssuedCertificate | undefined {
  if (tenant.status !== 'notConfigured' || tenant.offboarding) return undefined;
  return services.context().certificateOf?.(tenant.tenantId);
}

// The card of a plan, to read before a tenant is offboarded completely.

import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import { type OffboardingChoice, stepsOf } from '../../domain/offboarding/plan.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { customerNoticeButton } from '../explain/customer-notice-button.js';
import { frameOf, type ViewContext } from '../render/context.js';
import type { ListPosition } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dayAndTime, joined, literal } from '../render/text.js';
import { type TicketField, ticketFields } from '../render/ticket-field.js';
import type { Button, Verb } from '../render/verbs.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { offboardingButton, planButton } from './buttons.js';
import { confirmationName, mostTyped } from './confirmation-name.js';
import { exportPlanButton } from './files.js';
import { nextSentences, type PlanRules } from './next-words.js';
import { nameExpected } from './notices.js';
import { absentWords, planBlocks } from './plan-blocks.js';
import { stepChoices } from './step-words.js';

/** A plan that has just been read, as `operations` returns it. */
export interface ReadPlan extends PlanRules {
  readonly tenant: Tenant;
  readonly planHash: string;
}

/** What's wrong with the chosen steps or the typed name; shown beside the input. */
export interface InputProblems {
  readonly nameProblem?: Literal | undefined;
  readonly stepsProblem?: Literal | undefined;
}

/** What the card says beyond the plan. */
export interface PlanCardExtras extends InputProblems {
  /** Answer to the last click. */
  readonly notice?: Literal | undefined;
  readonly position?: ListPosition | undefined;
  /** The person's earlier choice and text. */
  readonly steps?: readonly OffboardingChoice[] | undefined;
  readonly typed?: string | undefined;
  /** Target of Back. */
  readonly back: Button;
}

/** The plan, to choose from and to decide by. */
export function offboardingPlanView(read: ReadPlan, context: ViewContext, extras: PlanCardExtras): Card {
  const { tenant, plan, planHash } = read;
  const { words } = context;
  const texts = words.offboardingPlan.plan;
  const position = extras.position ?? {};
  const { possible, chosen } = stepsOf(plan);
  const isUnread = plan.lines.some(({ kind }) => kind === 'unread');
  const steps = extras.steps?.filter((step) => possible.includes(step)) ?? chosen;
  const toPlan = planButton(tenant, position, words.buttons.planOffboarding, words);
  const decide: Button = {
    ...toPlan,
    verb: 'offboarding.decide',
    data: { ...toPlan.data, planHash },
    style: 'destructive',
  };
  const refresh: Button = { ...toPlan, title: texts.refresh, tooltip: texts.refreshTooltip };
  return draw(read, context, {
    title: texts.title({ tenant: literal(tenant.customer.displayName) }),
    intro: introOf(tenant, texts.intro({ time: dayAndTime(plan.readAt) }), words),
    notice: extras.notice ?? '',
    blocks: planBlocks({ plan, tenantId: tenant.tenantId, context }),
    choices: stepChoices(plan, words),
    chosen: steps.join(','),
    nothing: possible.length > 0 ? '' : isUnread ? texts.nothingToRemoveYet : texts.nothingToRemove,
    toType: confirmationName(tenant),
    tickets: ticketFields('decideOffboarding', context, tenant.ticket),
    typed: literal(extras.typed ?? '', mostTyped),
    nameProblem: extras.nameProblem ?? '',
    stepsProblem: extras.stepsProblem ?? '',
    next: nextSentences(read, words),
    decide: [decide],
    others: [
      refresh,
      ...(possible.length > 0 ? [customerNoticeButton(tenant, 'offboarding', position, words)] : []),
      exportPlanButton(tenant, position, words),
      extras.back,
    ],
  });
}

/** What the review's card says beyond the plan. */
export interface ReviewExtras {
  readonly notice?: Literal | undefined;
  /** Whether the reader may agree: another admin decided it, and by this plan. */
  readonly mayAgree: boolean;
  readonly back: Button;
}

/** The plan that another admin has decided on, to agree to or to drop. */
export function offboardingReviewView(
  read: ReadPlan,
  offboarding: Offboarding,
  context: ViewContext,
  extras: ReviewExtras,
): Card {
  const { tenant, plan } = read;
  const { words } = context;
  const texts = words.offboardingPlan.plan;
  const button = (verb: Verb, title: Literal, style?: Button['style']) =>
    offboardingButton(tenant, offboarding, verb, title, words, style);
  const rules = { ...read, graceSeconds: offboarding.graceSeconds };
  return draw(read, context, {
    title: texts.reviewTitle({ tenant: literal(tenant.customer.displayName) }),
    intro: introOf(tenant, texts.reviewIntro({ time: dayAndTime(plan.readAt) }), words),
    notice: extras.notice ?? '',
    blocks: planBlocks({ plan, tenantId: tenant.tenantId, context }, offboarding.steps),
    choices: [],
    chosen: '',
    nothing: '',
    toType: '',
    tickets: [],
    typed: '',
    nameProblem: '',
    stepsProblem: '',
    next: extras.mayAgree ? nextSentences(rules, words, true) : [],
    decide: extras.mayAgree ? [button('offboarding.approve', texts.approve, 'destructive')] : [],
    others: [button('offboarding.undo', texts.reject), extras.back],
  });
}

// The consent goes through Partner Center too, whose answer for such a customer isn't published: it's tried, and followed.
function introOf({ customerBy }: Tenant, intro: Markdown, { offboardingPlan: { plan } }: Words): Markdown {
  return customerBy === undefined ? intro : joined([intro, plan.unlisted]);
}

/** What differs between the two cards. Titles, notices and names are for text runs, all else for text blocks. */
interface PlanCardParts {
  readonly title: Literal;
  readonly intro: Markdown;
  readonly notice: Literal;
  readonly blocks: ReturnType<typeof planBlocks>;
  readonly choices: ReturnType<typeof stepChoices>;
  readonly chosen: string;
  readonly nothing: Text;
  readonly tickets: readonly TicketField[];
  readonly toType: Literal;
  readonly typed: Literal;
  readonly nameProblem: Literal;
  readonly stepsProblem: Literal;
  readonly next: readonly Text[];
  readonly decide: readonly Button[];
  readonly others: readonly Button[];
}

function draw({ tenant, plan }: ReadPlan, context: ViewContext, parts: PlanCardParts): Card {
  const { words } = context;
  const { next: nextTitle, steps: stepsLabel, typeName, nameLabel } = words.offboardingPlan.plan;
  const data = {
    ...parts,
    // What a client says beside an input that is empty, without asking.
    stepsError: words.notices.refused.noSteps,
    nameError: nameExpected(tenant, words),
    ...{ nextTitle, stepsLabel, typeName, nameLabel },
    domain: literal(tenant.customer.domain),
    absent: absentWords(plan.lines, words),
  };
  return render('offboarding-plan', data, frameOf(context, parts.title, tenant.tenantId));
}

// The card of a plan, to read before a tenant is offboarded completely.
import type { Offboarding } from '../../domain/offboarding/offboarding.js';
import { type OffboardingChoice, stepsOf } from '../../domain/offboarding/plan.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { dataFor, type ListPosition, mostName } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dayAndTime, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { offboardingButton } from './buttons.js';
import { confirmationName, mostTyped } from './confirmation-name.js';
import { exportPlanButton } from './files.js';
import { nextSentences, type PlanRules } from './next-words.js';
import { absentWords, planBlocks } from './plan-blocks.js';
import { stepChoices } from './step-words.js';

/** A plan that has just been read, as `operations` returns it. */
export interface ReadPlan extends PlanRules {
  readonly tenant: Tenant;
  readonly planHash: string;
}

/** What's wrong with the chosen steps or the typed name; shown beside the input. */
export interface InputProblems {
  readonly nameProblem?: string | undefined;
  readonly stepsProblem?: string | undefined;
}

/** What the card says beyond the plan. */
export interface PlanCardExtras extends InputProblems {
  /** Answer to the last click. */
  readonly notice?: string | undefined;
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
  const name = literal(tenant.customer.displayName);
  const { possible, chosen } = stepsOf(plan);
  const steps = extras.steps?.filter((step) => possible.includes(step)) ?? chosen;
  const decide: Button = {
    title: 'Offboard completely',
    tooltip: `Offboard completely: ${literal(tenant.customer.displayName, mostName)}`,
    verb: 'offboarding.decide',
    data: { ...dataFor(tenant, extras.position ?? {}), planHash },
    style: 'destructive',
  };
  const readAgain: Button = {
    title: 'Read again',
    tooltip: 'Read the plan again from Microsoft',
    verb: 'offboarding.plan',
    data: dataFor(tenant, extras.position ?? {}),
    style: 'default',
  };
  return draw(read, context, {
    title: `Offboard ${name} completely?`,
    intro: `Nothing has happened yet. This is what ties you to the tenant, read from Microsoft on ${dayAndTime(plan.readAt)}.`,
    notice: extras.notice ?? '',
    blocks: planBlocks({ plan, tenantId: tenant.tenantId, context }),
    choices: stepChoices(plan),
    chosen: steps.join(','),
    nothing:
      possible.length === 0 ? 'There is nothing that Gatehouse can remove here. You still get the certificate.' : '',
    toType: confirmationName(tenant),
    typed: literal(extras.typed ?? '', mostTyped),
    nameProblem: extras.nameProblem ?? '',
    stepsProblem: extras.stepsProblem ?? '',
    next: nextSentences(read),
    decide: [decide],
    others: [readAgain, exportPlanButton(tenant, extras.position), extras.back],
  });
}

/** What the review's card says beyond the plan. */
export interface ReviewExtras {
  readonly notice?: string | undefined;
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
  const name = literal(tenant.customer.displayName);
  const agree = offboardingButton(tenant, offboarding, 'offboarding.approve', 'Agree', 'destructive');
  return draw(read, context, {
    title: `Agree to offboard ${name} completely?`,
    intro: `Nothing has happened yet. This is what ties you to the tenant, read from Microsoft again on ${dayAndTime(plan.readAt)}.`,
    notice: extras.notice ?? '',
    blocks: planBlocks({ plan, tenantId: tenant.tenantId, context }, offboarding.steps),
    choices: [],
    chosen: '',
    nothing: '',
    toType: '',
    typed: '',
    nameProblem: '',
    stepsProblem: '',
    next: extras.mayAgree ? nextSentences({ ...read, graceSeconds: offboarding.graceSeconds }, true) : [],
    decide: extras.mayAgree ? [agree] : [],
    others: [offboardingButton(tenant, offboarding, 'offboarding.undo', 'No, drop it'), extras.back],
  });
}

/** What differs between the two cards. Titles, notices and names are for text runs, all else for text blocks. */
interface PlanCardParts {
  readonly title: string;
  readonly intro: string;
  readonly notice: string;
  readonly blocks: ReturnType<typeof planBlocks>;
  readonly choices: ReturnType<typeof stepChoices>;
  readonly chosen: string;
  readonly nothing: string;
  readonly toType: string;
  readonly typed: string;
  readonly nameProblem: string;
  readonly stepsProblem: string;
  readonly next: readonly string[];
  readonly decide: readonly Button[];
  readonly others: readonly Button[];
}

function draw({ tenant, plan }: ReadPlan, context: ViewContext, parts: PlanCardParts): Card {
  const data = {
    ...parts,
    domain: literal(tenant.customer.domain),
    absent: absentWords(plan.lines),
  };
  return render('offboarding-plan', data, {
    banner: sandboxBanner(context, tenant.tenantId),
    fallbackText: parts.title,
  });
}

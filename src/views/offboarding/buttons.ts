// The buttons of an offboarding, and those that lead to one.
import { type Offboarding, stageOf } from '../../domain/offboarding/offboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ViewContext } from '../render/context.js';
import { dataFor, type ListPosition, mayPress, mostName } from '../render/navigation.js';
import { literal } from '../render/text.js';
import type { Button, Verb } from '../render/verbs.js';

/** The button to the plan on the tenant's card, or to its offboarding while there's one, as far as this person may. */
export function wayToOffboarding(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  if (tenant.offboarding)
    return [
      { ...offboardingButton(tenant, tenant.offboarding, 'offboarding.show', 'Show offboarding'), style: 'positive' },
    ];
  const name = literal(tenant.customer.displayName, mostName);
  const button: Button = {
    title: 'Offboard completely',
    tooltip: `Offboard completely: ${name}`,
    verb: 'offboarding.plan',
    data: dataFor(tenant, position),
    style: 'default',
  };
  return [button].filter((each) => mayPress(each, context));
}

/** The buttons of an offboarding's card, as far as this person may press them. */
export function offboardingButtons(tenant: Tenant, offboarding: Offboarding, context: ViewContext): readonly Button[] {
  return allOffboardingButtons(tenant, offboarding).filter((button) => mayPress(button, context));
}

function allOffboardingButtons(tenant: Tenant, offboarding: Offboarding): readonly Button[] {
  const stage = stageOf(offboarding);
  switch (stage) {
    case 'awaitsApproval':
      return [
        offboardingButton(tenant, offboarding, 'offboarding.review', 'Read the plan and agree', 'positive'),
        offboardingButton(tenant, offboarding, 'offboarding.undo', 'Drop it'),
      ];
    case 'grace':
      return [offboardingButton(tenant, offboarding, 'offboarding.undo', 'Undo', 'positive')];
    case 'stopped':
      return [
        offboardingButton(tenant, offboarding, 'offboarding.retry', 'Try again', 'positive'),
        offboardingButton(tenant, offboarding, 'offboarding.askLeaveRest', 'Go on without it'),
      ];
    case 'running':
    case 'finished':
      return [];
    default:
      return stage satisfies never;
  }
}

/** A button about one offboarding; for a later one of the same tenant it does nothing. */
export function offboardingButton(
  tenant: Tenant,
  offboarding: Offboarding,
  verb: Verb,
  title: string,
  style: Button['style'] = 'default',
): Button {
  const name = literal(tenant.customer.displayName, mostName);
  return {
    title,
    tooltip: `${title}: ${name}`,
    verb,
    data: { ...dataFor(tenant, {}), offboardingId: offboarding.id },
    style,
  };
}

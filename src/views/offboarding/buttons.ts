// The buttons of an offboarding, and those that lead to one.

import { type Offboarding, stageOf } from '../../domain/offboarding/offboarding.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import type { ViewContext } from '../render/context.js';
import { dataFor, type ListPosition, mayPress, tooltipFor } from '../render/navigation.js';
import type { Button, Verb } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

/** The button to the plan on the tenant's card, or to its offboarding while there's one, as far as this person may. */
export function wayToOffboarding(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  const { words } = context;
  const { showOffboarding, planOffboarding } = words.buttons;
  if (tenant.offboarding)
    return [offboardingButton(tenant, tenant.offboarding, 'offboarding.show', showOffboarding, words, 'positive')];
  return [planButton(tenant, position, planOffboarding, words)].filter((each) => mayPress(each, context));
}

/** The button to a tenant's plan, which is then read live. */
export function planButton(tenant: Tenant, position: ListPosition, title: Literal, words: Words): Button {
  return {
    title,
    tooltip: tooltipFor(title, tenant, words),
    verb: 'offboarding.plan',
    data: dataFor(tenant, position),
    style: 'default',
  };
}

/** The buttons of an offboarding's card, as far as this person may press them. */
export function offboardingButtons(tenant: Tenant, offboarding: Offboarding, context: ViewContext): readonly Button[] {
  return allOffboardingButtons(tenant, offboarding, context.words).filter((button) => mayPress(button, context));
}

function allOffboardingButtons(tenant: Tenant, offboarding: Offboarding, words: Words): readonly Button[] {
  const { buttons } = words.offboarding;
  const button = (verb: Verb, title: Literal, style?: Button['style']) =>
    offboardingButton(tenant, offboarding, verb, title, words, style);
  const stage = stageOf(offboarding);
  switch (stage) {
    case 'awaitsApproval':
      return [button('offboarding.review', buttons.review, 'positive'), button('offboarding.undo', buttons.cancel)];
    case 'grace':
      return [button('offboarding.undo', buttons.undo, 'positive')];
    case 'stopped':
      return [
        button('offboarding.retry', buttons.retry, 'positive'),
        button('offboarding.askLeaveRest', buttons.leaveRest),
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
  title: Literal,
  words: Words,
  style: Button['style'] = 'default',
): Button {
  return {
    title,
    tooltip: tooltipFor(title, tenant, words),
    verb,
    data: { ...dataFor(tenant, {}), offboardingId: offboarding.id },
    style,
  };
}

// Which buttons lead to an exit, and which does one have?
import { type Exit, stageOf } from '../../domain/offboarding/exit.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ViewContext } from '../render/context.js';
import { literal } from '../render/text.js';
import type { Button, Verb } from '../render/verbs.js';
import { dataFor, type ListPosition, mayPress, mostName } from '../tenant/buttons.js';

/** The way to the plan from the tenant's card, or to the exit while there is one, as far as this person may. */
export function wayToExit(tenant: Tenant, position: ListPosition, context: ViewContext): readonly Button[] {
  if (tenant.exit) return [{ ...exitButton(tenant, tenant.exit, 'exit.show', 'Show offboarding'), style: 'positive' }];
  const name = literal(tenant.customer.displayName, mostName);
  const button: Button = {
    title: 'Offboard completely',
    tooltip: `Offboard completely: ${name}`,
    verb: 'exit.plan',
    data: dataFor(tenant, position),
    style: 'default',
  };
  return [button].filter((each) => mayPress(each, context));
}

/** The buttons of an exit's card, as far as this person may press them. */
export function exitButtons(tenant: Tenant, exit: Exit, context: ViewContext): readonly Button[] {
  return allExitButtons(tenant, exit).filter((button) => mayPress(button, context));
}

function allExitButtons(tenant: Tenant, exit: Exit): readonly Button[] {
  const stage = stageOf(exit);
  switch (stage) {
    case 'awaitsApproval':
      return [
        exitButton(tenant, exit, 'exit.review', 'Read the plan and agree', 'positive'),
        exitButton(tenant, exit, 'exit.undo', 'Drop it'),
      ];
    case 'grace':
      return [exitButton(tenant, exit, 'exit.undo', 'Undo', 'positive')];
    case 'stopped':
      return [
        exitButton(tenant, exit, 'exit.retry', 'Try again', 'positive'),
        exitButton(tenant, exit, 'exit.askLeaveRest', 'Go on without it'),
      ];
    case 'running':
    case 'finished':
      return [];
    default:
      return stage satisfies never;
  }
}

/** A button about one exit: for a later one of the same tenant it means nothing. */
export function exitButton(
  tenant: Tenant,
  exit: Exit,
  verb: Verb,
  title: string,
  style: Button['style'] = 'default',
): Button {
  const name = literal(tenant.customer.displayName, mostName);
  return { title, tooltip: `${title}: ${name}`, verb, data: { ...dataFor(tenant, {}), exitId: exit.id }, style };
}

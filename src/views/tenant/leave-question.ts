// The question before an offboarding goes on without what was refused.

import { isHeldUp } from '../../domain/offboarding/task.js';
import type { LeavingTenant } from '../../domain/tenant/tenant.js';
import { offboardingButton } from '../offboarding/buttons.js';
import { refusalWords, taskTitle } from '../offboarding/task-words.js';
import type { ViewContext } from '../render/context.js';
import type { Card } from '../render/templates.js';
import { counted, literal } from '../render/text.js';
import { questionView } from './questions.js';

// So many, each with a reason, fit into a message.
const mostNamed = 8;

/** The card that asks it. */
export function leaveRestQuestion(tenant: LeavingTenant, context: ViewContext): Card {
  const { offboarding } = tenant;
  const refused = offboarding.tasks.filter(({ state }) => state.is === 'refused');
  const heldUp = offboarding.tasks.filter((task) => isHeldUp(task, offboarding.tasks));
  const hidden = refused.length - mostNamed;
  const name = literal(tenant.customer.displayName);
  return questionView(
    {
      title: `Go on offboarding ${name} without it?`,
      intro: 'What was refused is then left as it is, and the certificate says so, with your name.',
      happens: [
        heldUp.length > 0
          ? `Gatehouse goes on with the ${counted(heldUp.length, 'removal')} that had to wait for it: ${list(heldUp.map((task) => taskTitle(task, tenant, context)))}.`
          : 'Nothing else had to wait for it, so the certificate is written next.',
        'It cannot be taken up again in this offboarding. Offboard completely can be pressed again afterwards.',
      ],
      stays: [
        ...refused
          .slice(0, mostNamed)
          .map((task) =>
            task.state.is === 'refused'
              ? `${taskTitle(task, tenant, context)}: ${refusalWords(task, task.state.refusal)}`
              : taskTitle(task, tenant, context),
          ),
        ...(hidden > 0 ? [`and ${hidden} more`] : []),
      ],
      items: [],
      links: [],
      actions: [
        offboardingButton(tenant, offboarding, 'offboarding.leaveRest', 'Yes, go on without it', 'destructive'),
        offboardingButton(tenant, offboarding, 'offboarding.show', 'No, back'),
      ],
    },
    tenant,
    context,
  );
}

const mostListed = 4;

function list(names: readonly string[]): string {
  const hidden = names.length - mostListed;
  return [...names.slice(0, mostListed), ...(hidden > 0 ? [`${hidden} more`] : [])].join(', ');
}

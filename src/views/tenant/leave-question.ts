// The question before an offboarding goes on without what was refused.

import { isHeldUp } from '../../domain/offboarding/task.js';
import type { LeavingTenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { offboardingButton } from '../offboarding/buttons.js';
import { refusalWords, taskTitle } from '../offboarding/task-words.js';
import type { ViewContext } from '../render/context.js';
import type { Card } from '../render/templates.js';
import { joined, literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';
import { questionView } from './questions.js';

// So many, each with a reason, fit into a message.
const mostNamed = 8;

/** The card that asks it. */
export function leaveRestQuestion(tenant: LeavingTenant, context: ViewContext): Card {
  const { offboarding } = tenant;
  const { words } = context;
  const { leaveQuestion } = words.offboarding;
  const refused = offboarding.tasks.filter(({ state }) => state.is === 'refused');
  const heldUp = offboarding.tasks.filter((task) => isHeldUp(task, offboarding.tasks));
  const hidden = refused.length - mostNamed;
  const titles = heldUp.map((task) => taskTitle(task, tenant, context));
  return questionView(
    {
      title: leaveQuestion.title({ tenant: literal(tenant.customer.displayName) }),
      intro: leaveQuestion.intro,
      happens: [
        heldUp.length > 0
          ? leaveQuestion.heldUp({ count: heldUp.length, list: list(titles, words) })
          : leaveQuestion.nothingHeldUp,
        leaveQuestion.lasting,
      ],
      stays: [
        ...refused.slice(0, mostNamed).map((task) => {
          const what = taskTitle(task, tenant, context);
          return task.state.is === 'refused'
            ? leaveQuestion.refusal({ what, why: refusalWords(task, task.state.refusal, words) })
            : what;
        }),
        ...(hidden > 0 ? [words.offboardingPlan.more({ count: hidden })] : []),
      ],
      actions: [
        offboardingButton(tenant, offboarding, 'offboarding.leaveRest', leaveQuestion.yes, words, 'destructive'),
        // “Cancel” would be taken for the end of the offboarding.
        offboardingButton(tenant, offboarding, 'offboarding.show', words.buttons.back, words),
      ],
    },
    tenant,
    context,
  );
}

const mostListed = 4;

function list(names: readonly Literal[], { offboardingPlan: { more } }: Words): Literal {
  const hidden = names.length - mostListed;
  return joined([...names.slice(0, mostListed), ...(hidden > 0 ? [more({ count: hidden })] : [])], ', ');
}

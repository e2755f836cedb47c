// The question before a relationship ends that another has taken the place of.
import { templateFor } from '../../domain/access/access-templates.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { secondAdminNote } from '../explain/second-admin-note.js';
import type { ViewContext } from '../render/context.js';
import { cancelButton, dataFor, type ListPosition } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { literal } from '../render/text.js';
import { questionView } from './questions.js';

/** Asks before the oldest of them ends; `undefined`: there's none. */
export function endEarlierQuestion(tenant: Tenant, context: ViewContext, position: ListPosition): Card | undefined {
  const { onboarding, customer } = tenant;
  const [oldest] = onboarding?.earlier ?? [];
  if (!oldest) return undefined;
  const { words } = context;
  const { title, intro, ended, groups, accessStays, yes, yesTooltip } = words.earlier;
  const name = literal(customer.displayName);
  const earlier = literal(oldest.displayName);
  const relationship = literal(onboarding?.relationship?.displayName ?? '');
  return questionView(
    {
      takes: 'endEarlier',
      title: title({ tenant: name }),
      intro: intro({ earlier, relationship }),
      happens: [
        ended({ earlier }),
        groups,
        ...secondAdminNote('endEarlier', templateFor(context.templates, tenant), context),
      ],
      stays: [accessStays({ relationship })],
      actions: [
        {
          title: yes,
          tooltip: yesTooltip({ tenant: name }),
          verb: 'tenant.endEarlier',
          data: { ...dataFor(tenant, position), relationshipId: oldest.id },
          style: 'destructive',
        },
        cancelButton(tenant, position, words),
      ],
    },
    tenant,
    context,
  );
}

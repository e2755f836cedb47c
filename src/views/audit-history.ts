// What does the audit log say about a tenant, to people?
import type { FactType } from '../domain/facts.js';
import type { Tenant } from '../domain/tenant.js';
import type { Instant } from '../domain/time.js';
import { listButton } from './buttons.js';
import { sandboxBanner, type ViewContext } from './context.js';
import { factWords } from './history-words.js';
import { type Card, render } from './templates.js';
import { dayAndTime, literal } from './text.js';

/** One line of the audit log, as far as the card shows it. */
export interface AuditedDeed {
  readonly at: Instant;
  readonly what: string;
  /** Entra object id. */
  readonly by?: string | undefined;
  readonly asked?: string | undefined;
  readonly why?: string | undefined;
  readonly requestId?: string | undefined;
}

/** The card for `/history`. `tenant` is absent for one that is no customer any more: the log knows ids only. */
export function auditHistoryView(
  tenantId: string,
  tenant: Tenant | undefined,
  deeds: readonly AuditedDeed[],
  context: ViewContext,
): Card {
  const name = tenant ? literal(tenant.customer.displayName) : tenantId;
  const title = `History of ${name}`;
  const data = {
    title,
    lines: deeds.length === 0 ? ['Nothing has been done to this tenant.'] : [],
    rows: deeds.map((deed) => ({
      label: dayAndTime(deed.at),
      text: [words(deed), who(deed, tenant)].filter((part) => part !== '').join(' · '),
      note: deed.requestId === undefined ? '' : `Microsoft’s request id: ${literal(deed.requestId)}`,
    })),
    actions: [listButton({})],
  };
  return render('report', data, { banner: sandboxBanner(context, tenant?.tenantId), fallbackText: title });
}

function words({ what, asked = '', why }: AuditedDeed): string {
  if (what === 'accessDenied') return `Denied: ${asked}`;
  if (what === 'commandRefused') return `Refused: ${asked} (${why})`;
  const told = factWords[what as FactType] ?? otherDeeds[what] ?? what;
  return why === undefined ? told : `${told} (${why})`;
}

// What is no fact about a tenant, which may have been forgotten by then.
const otherDeeds: Readonly<Record<string, string>> = {
  invitationBecameActive: 'A request was approved after the offboarding',
  invitationTerminationAsked: 'Asked to terminate the access that came of it',
  invitationTerminationSent: 'Termination sent',
  invitationTerminationRefused: 'Termination refused',
  invitationOver: 'A request is watched no more',
  certificateOpened: 'Exit certificate opened',
  exitPlanOpened: 'Exported plan opened',
};

// The log holds ids; a name is shown where the tenant still knows it.
function who({ by }: AuditedDeed, tenant: Tenant | undefined): string {
  if (by === undefined) return '';
  const known = [tenant?.onboarding?.requestedBy, ...(tenant?.history ?? []).map((entry) => entry.by)];
  const person = known.find((each) => each?.id === by);
  return person ? literal(person.name, 40) : by;
}

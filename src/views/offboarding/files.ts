// The ways to a file of an offboarding, and the words about them.
import type { CertificateKind } from '../../domain/offboarding/certificate.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { ViewContext } from '../render/context.js';
import { dataFor, type ListPosition } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { dayAndTime, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { drawOffboardingCard } from './draw.js';

/** How a requested file gets to the person who asked. */
export interface FileWays {
  /** The file's kind as words: "PDF", "JSON". */
  readonly label: string;
  /** For this person only. Absent: the bot has no address that they could open. */
  readonly link?: { readonly url: string; readonly until: Instant } | undefined;
  /** Whether Teams asks them to accept it into their OneDrive. */
  readonly isOffered: boolean;
}

/** Sentences about the ways, for text blocks. */
export function waysNotice({ link, isOffered }: FileWays): string {
  const offered = 'Teams asks below whether the file may be put into your OneDrive.';
  if (link) {
    // The link works for everyone who has it, so it's kept private by not being passed on.
    const opens = `The link opens without a sign-in, until ${dayAndTime(link.until)} (10 minutes): pass it on to nobody.`;
    return isOffered ? `${offered} Or open it by the link: ${lowerFirst(opens)}` : opens;
  }
  if (isOffered) return offered;
  return 'The file cannot be handed over here: Gatehouse has no address that you could open. Whoever runs Gatehouse can set PUBLIC_URL.';
}

/** The link as templates bind it; empty when there's none. */
export function linksOf({ label, link }: FileWays, what: string): readonly object[] {
  return link ? [{ title: `Open ${label}`, tooltip: `Open ${label}: ${what}`, url: link.url }] : [];
}

/** The button that exports a tenant's plan as a file. */
export function exportPlanButton(tenant: Tenant, position: ListPosition = {}): Button {
  const name = literal(tenant.customer.displayName, 28);
  return {
    title: 'Export the plan',
    tooltip: `Export the plan: ${name}`,
    verb: 'offboarding.exportPlan',
    data: dataFor(tenant, position),
    style: 'default',
  };
}

/** The button to the plan, which is then read live. */
export function planButton(tenant: Tenant, position: ListPosition, title: string): Button {
  const name = literal(tenant.customer.displayName, 28);
  return {
    title,
    tooltip: `${title}: ${name}`,
    verb: 'offboarding.plan',
    data: dataFor(tenant, position),
    style: 'default',
  };
}

/** The card for a person who has exported a plan. */
export function planFileView(
  tenant: Tenant,
  { readAt, ways, position }: { readonly readAt: Instant; readonly ways: FileWays; readonly position: ListPosition },
  context: ViewContext,
): Card {
  const title = `Plan to offboard ${literal(tenant.customer.displayName)} completely`;
  const parts = {
    title,
    sentences: ['This is a plan: nothing has been done.'],
    facts: [{ label: 'Microsoft was read', text: '', date: dayAndTime(readAt) }],
    ways: waysNotice(ways),
    links: linksOf(ways, `plan for ${literal(tenant.customer.displayName, 28)}`),
    actions: [planButton(tenant, position, 'Back to the plan')],
  };
  return drawOffboardingCard(parts, { tenantId: tenant.tenantId, fallbackText: title }, context);
}

/** The name of each kind of file. */
export const kindLabels: Readonly<Record<CertificateKind, string>> = { pdf: 'PDF', json: 'JSON' };

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

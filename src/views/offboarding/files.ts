// The ways to a file of an offboarding, and the words about them.
import type { MessageLanguage } from '../../domain/message-languages.js';
import type { CertificateKind } from '../../domain/offboarding/certificate.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import type { ViewContext } from '../render/context.js';
import type { ListPosition } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { dayAndTime, joined, literal, phrase } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { planButton } from './buttons.js';
import { drawOffboardingCard, type FileLink, type OffboardingCardParts } from './draw.js';

/** How a requested file gets to the person who asked. */
export interface FileWays {
  /** The file's kind as words: "PDF", "JSON". */
  readonly label: Text;
  /** For this person only. Absent: the bot has no address that they could open. */
  readonly link?: { readonly url: string; readonly until: Instant } | undefined;
  /** Whether Teams asks them to accept it into their OneDrive. */
  readonly isOffered: boolean;
  /** The language of a translation that was drawn for this person. Absent: the file is as it was issued. */
  readonly language?: MessageLanguage | undefined;
}

/** Sentences about the ways, for text blocks. */
export function waysNotice({ link, isOffered }: FileWays, { files }: Words): Markdown {
  const until = link && { until: dayAndTime(link.until) };
  if (until) return isOffered ? joined([files.offered, files.orLink(until)]) : files.link(until);
  return isOffered ? files.offered : files.unavailable;
}

/** The link as templates bind it; empty when there's none. */
export function linksOf({ label, link }: FileWays, what: Literal, { files, buttons }: Words): readonly FileLink[] {
  if (!link) return [];
  const title = files.open({ label });
  return [{ title, tooltip: buttons.about({ title, subject: what }), url: link.url }];
}

/** The button that exports a tenant's plan as a file. */
export function exportPlanButton(tenant: Tenant, position: ListPosition, words: Words): Button {
  const title = words.offboardingPlan.plan.exportPlan;
  return { ...planButton(tenant, position, title, words), verb: 'offboarding.exportPlan' };
}

/** The card for a person who has exported a plan. */
export function planFileView(
  tenant: Tenant,
  { readAt, ways, position }: { readonly readAt: Instant; readonly ways: FileWays; readonly position: ListPosition },
  context: ViewContext,
): Card {
  const { words } = context;
  const { plan } = words.offboardingPlan;
  const title = plan.fileTitle({ tenant: literal(tenant.customer.displayName) });
  const parts: OffboardingCardParts = {
    title,
    sentences: [plan.fileIntro],
    facts: [{ label: plan.readAt, text: '', date: dayAndTime(readAt) }],
    ways: waysNotice(ways, words),
    links: linksOf(ways, plan.fileOf({ tenant: literal(tenant.customer.displayName, 28) }), words),
    actions: [planButton(tenant, position, plan.backToPlan, words)],
  };
  return drawOffboardingCard(parts, { tenantId: tenant.tenantId, fallbackText: title }, context);
}

/** The name of each kind of file. */
export const kindLabels: Readonly<Record<CertificateKind, Text>> = { pdf: phrase`PDF`, json: phrase`JSON` };

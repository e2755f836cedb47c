// The card that news comes with, and whether it's still news.

import { isToEnd, knownCoverage } from '../../domain/access/coverage.js';
import type { Batch } from '../../domain/batch/batch.js';
import { awaitsSecond } from '../../domain/batch/second-admin.js';
import { stageOf } from '../../domain/offboarding/offboarding.js';
import { isOffboardingNews, type News } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { BatchDelivery, Conversation } from '../../operations/ports/rows.js';
import type { Store } from '../../operations/ports/store.js';
import type { ViewContext } from '../../views/render/context.js';
import { messageView } from '../../views/render/message.js';
import { openButton } from '../../views/render/navigation.js';
import type { Card } from '../../views/render/templates.js';
import { tenantView } from '../../views/tenant/tenant.js';
import type { Literal } from '../../views/words/text-types.js';
import { type OffboardingSource, offboardingCard } from '../cards/offboarding-card.js';
import type { DrawnMessage } from '../delivery/messenger.js';
import type { PostedView } from '../turn/posted-view.js';

/** What the card of news shows, and goes on showing. */
export type NewsView = Extract<PostedView, { readonly kind: 'tenant' | 'offboarding' }>;

/** What news tell at the moment at which they go out: a card, and a line above it. */
export interface ToldNews {
  readonly view: NewsView;
  readonly line: Literal;
}

/**
 * Whether the question was answered, the end of access put off, or the tenant handed on, before it could be sent. `hearer`: the
 * conversation that it's due to.
 */
export function isOver(
  news: News,
  { offboarding, onboarding, status, awaitedSecond, owner }: Tenant,
  hearer: Pick<Conversation, 'people'> | undefined,
): boolean {
  if (news === 'accessEnding') {
    const coverage = onboarding && knownCoverage(onboarding);
    return offboarding !== undefined || !coverage || !isToEnd(coverage);
  }
  if (news === 'autoExtendOff') {
    const { coverage, keeping } = onboarding ?? {};
    return offboarding !== undefined || keeping !== undefined || coverage?.is !== 'ends' || coverage.keep !== 'extend';
  }
  if (news === 'templateChanged') {
    const isCause = onboarding?.limitations.some(({ code }) => code === 'templateChanged');
    return offboarding !== undefined || status !== 'issuesFound' || !isCause;
  }
  // Accepted anew, they have another day.
  if (news === 'acceptanceReviewDue') return !onboarding?.accepted?.remindedAt || offboarding !== undefined;
  if (news === 'ownershipGiven') return !owner || !hearer?.people?.some(({ id }) => id === owner.person.id);
  if (news === 'requestUnanswered') return status !== 'needsApproval' || offboarding !== undefined;
  if (news === 'secondAdminAsked') return !awaitedSecond;
  if (news === 'offboardingAwaitsApproval') return !offboarding || stageOf(offboarding) !== 'awaitsApproval';
  if (news === 'offboardingStopped') return !offboarding || stageOf(offboarding) !== 'stopped';
  return false;
}

/** The batch of which there's something to tell; `undefined`: it's forgotten, or the question to a second admin was answered. */
export function toldBatch(
  { batchId, asksSecond }: Pick<BatchDelivery, 'batchId' | 'asksSecond'>,
  store: Pick<Store, 'batch'>,
): Batch | undefined {
  const batch = store.batch(batchId);
  return batch && (!asksSecond || awaitsSecond(batch)) ? batch : undefined;
}

/** What the card of news about a tenant shows: its offboarding, if they are about that and it isn't over. */
export function viewFor(news: News, { tenantId, offboarding }: Tenant): NewsView {
  if (offboarding && isOffboardingNews(news)) return { kind: 'offboarding', tenantId, offboardingId: offboarding.id };
  return { kind: 'tenant', tenantId, position: {} };
}

/** The card of news; `undefined`: nothing is known of its subject. */
export function newsCard(
  source: OffboardingSource,
  view: NewsView,
  context: ViewContext,
  headline: Literal,
): Card | undefined {
  if (view.kind === 'offboarding') return offboardingCard(source, view, context, { headline });
  const tenant = source.tenant(view.tenantId);
  return tenant && tenantView(tenant, context, { headline });
}

/** The message where the card is too large for Teams: what happened to whom, and the way to the rest. */
export function newsInShort(
  { tenant, line: summary }: ToldNews & { readonly tenant: Tenant },
  now: ViewContext,
): DrawnMessage {
  const open = openButton(tenant, {}, now.words.buttons.open, now.words);
  return { card: messageView({ title: summary, lines: [], actions: [open] }, now), summary };
}

// Which card do news come with, and are they still news?
import { stageOf } from '../../domain/offboarding/exit.js';
import { isExitNews, type News } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ViewContext } from '../../views/render/context.js';
import type { Card } from '../../views/render/templates.js';
import { tenantView } from '../../views/tenant/tenant.js';
import type { LivingView } from '../conversation/turn.js';
import { type ExitSource, exitCard } from './exit-card.js';

/** What the card of news shows, and goes on showing. */
export type NewsView = Extract<LivingView, { readonly kind: 'tenant' | 'exit' }>;

/** Whether nobody is asked for that any more: it was answered before it could be told. */
export function isOver(news: News, { exit }: Tenant): boolean {
  if (news === 'exitAwaitsApproval') return !exit || stageOf(exit) !== 'awaitsApproval';
  if (news === 'exitStopped') return !exit || stageOf(exit) !== 'stopped';
  return false;
}

/** What the card of news about a tenant shows: its exit, if they are about that and it is not over. */
export function viewFor(news: News, { tenantId, exit }: Tenant): NewsView {
  if (exit && isExitNews(news)) return { kind: 'exit', tenantId, exitId: exit.id };
  return { kind: 'tenant', tenantId, position: {} };
}

/** The card of news; `undefined`: nothing is known of what they are about. */
export function newsCard(source: ExitSource, view: NewsView, context: ViewContext, headline: string): Card | undefined {
  if (view.kind === 'exit') return exitCard(source, view, context, { headline });
  const tenant = source.tenant(view.tenantId);
  return tenant && tenantView(tenant, context, { headline });
}

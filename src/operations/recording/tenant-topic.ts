// News of a tenant as the topic of which conversations hear.

import { isMatch } from '../../domain/query/selection.js';
import { awaitsSecondAdmin, isOutcome, kindOfNews, mustBeHeard } from '../../domain/subscription/news-kinds.js';
import type { TenantTopic, Topic } from '../../domain/subscription/who-hears.js';
import type { Fact } from '../../domain/tenant/facts.js';
import { isOffboardingNews, isSecondAdminNews, type News } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import { queryMoment, type Templates } from '../ports/templates.js';

/** Whether a query asks for the tenant as it was or as it is, so that news of what it stops matching by are heard too. */
export function isAboutOneOf(tenants: readonly Tenant[], templates: Templates, now: Instant): TenantTopic['isAbout'] {
  const moment = queryMoment(templates, now);
  return (query) => tenants.some((tenant) => isMatch(query, tenant, moment));
}

/** The topic of the news in a fact. `before` and `after`: the tenant without it, and with it. */
export function topicOf(
  news: News,
  fact: Fact,
  { before, after, templates }: { readonly before: Tenant; readonly after: Tenant; readonly templates: Templates },
): Topic {
  const { onboarding, offboarding } = before;
  const about = isOffboardingNews(news) && fact.type === 'offboardingDecided' ? fact.offboarding : offboarding;
  const asked = fact.type === 'secondAdminAsked' ? fact.asked : before.awaitedSecond;
  const askedFrom = (isSecondAdminNews(news) ? asked : isOffboardingNews(news) ? about : onboarding)?.conversationId;
  const askerId = awaitsSecondAdmin(news) && 'by' in fact ? fact.by?.id : undefined;
  if (news === 'requestUnanswered') return { kind: 'asker', personId: onboarding?.requestedBy.id ?? '', askedFrom };
  if (fact.type === 'ownershipGiven')
    return { kind: 'asker', personId: fact.owner.id, askedFrom: undefined, isOnlyTheirs: true };
  const { accepted } = onboarding ?? {};
  if (news === 'acceptanceReviewDue' && accepted)
    return { kind: 'asker', personId: (accepted.accountable ?? accepted.by).id, askedFrom };
  const endsOn = fact.type === 'coverageEnding' ? fact.on : undefined;
  return {
    kind: 'tenant',
    news: kindOfNews(news),
    mustBeHeard: mustBeHeard({ news, endsOn, isOwned: before.owner !== undefined }, fact.at),
    isOutcome: isOutcome(news, before),
    isAbout: isAboutOneOf([before, after], templates, fact.at),
    askedFrom,
    askerId,
  };
}

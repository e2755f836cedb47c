// A relationship that another has taken the place of, in words.
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { joined, literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';
import { keepingLinks } from './coverage-words.js';
import { type Link, relationshipPage } from './manual-removal.js';
import { problemWords } from './problem-words.js';

/** That one is still active, how far its end is, or why it couldn't be ended; none where there's none. For text runs. */
export function earlierSentences({ onboarding }: Tenant, words: Words): readonly Literal[] {
  const { earlier = [], earlierEnding, earlierEndFailed } = onboarding ?? {};
  const [oldest] = earlier;
  if (earlierEnding) return [earlierEnding.sentAt === undefined ? words.earlier.waits : words.earlier.underWay];
  if (!oldest) return [];
  const { still, failed, causes, answer, wayOut } = words.earlier;
  const told = still({ count: earlier.length, relationship: literal(oldest.displayName) });
  if (!earlierEndFailed) return [told];
  const { failure } = earlierEndFailed;
  if (failure.why !== 'microsoft') return [joined([failed({ cause: causes[failure.why] }), wayOut])];
  const { problem } = failure;
  const { cause } = problemWords(problem, 'assignment', words);
  const said = problem.answer === undefined ? '' : answer({ answer: literal(problem.answer, 60) });
  return [joined([failed({ cause }), said, wayOut])];
}

/** Where a person can do by hand what Gatehouse couldn't: keep the access, or end what another has taken the place of. */
export function byHandLinks(tenant: Tenant, words: Words): readonly Link[] {
  const [oldest] = tenant.onboarding?.earlier ?? [];
  const kept = keepingLinks(tenant, words);
  if (!oldest || !tenant.onboarding?.earlierEndFailed) return kept;
  return [...kept, { title: words.keeping.openPartnerCenter, url: relationshipPage(tenant.tenantId, oldest.id) }];
}

// What becomes of a tenant's access at its end, in words.
import { templateFor } from '../../domain/access/access-templates.js';
import { knownCoverage } from '../../domain/access/coverage.js';
import { hasAutoExtendDrift } from '../../domain/access/drift.js';
import { isLate, type KeepFailure } from '../../domain/access/keeping.js';
import { mostRepairs } from '../../domain/access/repair.js';
import { repairsStopped } from '../../domain/onboarding/repairs-due.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { addDays } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import type { ViewContext } from '../render/context.js';
import { joined, literal, onDayInWords } from '../render/text.js';
import type { Literal, Markdown } from '../words/text-types.js';
import { type Link, relationshipPage } from './manual-removal.js';
import { problemWords } from './problem-words.js';

type KeepingContext = Pick<ViewContext, 'now' | 'words' | 'templates'>;

// Further away the day alone says enough, which stands among the card's facts.
const soonDays = 60;

/**
 * That the access ends, and what keeps it from going on; none while it rolls over, or ends in a long time as the template has it.
 * For text blocks.
 */
export function coverageSentences(tenant: Tenant, { now, words, templates }: KeepingContext): readonly Markdown[] {
  const { onboarding } = tenant;
  const coverage = onboarding && knownCoverage(onboarding);
  if (!coverage || coverage.is === 'rollsOver' || coverage.is === 'ended') return [];
  if (hasAutoExtendDrift(tenant, templateFor(templates, tenant)))
    return [words.keeping.drift.card({ when: onDayInWords(coverage.on, words, now) })];
  if (coverage.is === 'ends' && coverage.on > addDays(now, soonDays)) return [];
  return [words.tenant.coverage[coverage.is]({ when: onDayInWords(coverage.on, words, now) })];
}

/** That Gatehouse has stopped to put something right by itself; none while it hasn't. For text runs and text blocks. */
export function repairSentences(tenant: Tenant, { words, templates }: KeepingContext): readonly Literal[] {
  const stopped = repairsStopped(tenant, templateFor(templates, tenant));
  return stopped.length === 0 ? [] : [words.keeping.repairStopped({ count: mostRepairs })];
}

/** How far keeping the access is, or why it failed; none while no one has asked for it. For text runs. */
export function keepingSentences(tenant: Tenant, { now, words, templates }: KeepingContext): readonly Literal[] {
  const { keeping, kept, keepFailed } = tenant.onboarding ?? {};
  if (keeping) {
    const hasRequest = keeping.successor?.status === 'approvalPending';
    const told = hasRequest ? words.tenant.awaitingApproval.hint : words.keeping.underWay[keeping.way];
    return [told, ...(isLate(keeping) && keeping.way !== 'request' ? [words.keeping.late] : [])];
  }
  if (keepFailed) return [failedSentence(keepFailed.failure, words)];
  if (!kept || kept.on <= now) return [];
  const template = templateFor(templates, tenant);
  const groups = (kept.emptiedGroupIds ?? []).map((groupId) =>
    literal(template.assignments.find((each) => each.groupId === groupId)?.groupName ?? groupId, 60),
  );
  return [
    ...(isLate(kept) && kept.way !== 'request' ? [words.keeping.late] : []),
    ...(groups.length === 0 ? [] : [words.keeping.emptied({ count: groups.length, groups: joined(groups, ', ') })]),
  ];
}

/** Where a person can keep it by hand, while Gatehouse couldn't. */
export function keepingLinks({ tenantId, onboarding, customerBy }: Tenant, { keeping }: Words): readonly Link[] {
  const { keepFailed, relationship, coverage } = onboarding ?? {};
  const relationshipId = coverage?.relationshipId ?? relationship?.id;
  if (!keepFailed || relationshipId === undefined || customerBy) return [];
  return [{ title: keeping.openPartnerCenter, url: relationshipPage(tenantId, relationshipId) }];
}

function failedSentence(failure: KeepFailure, words: Words): Literal {
  const { failed, causes, wayOut, answer } = words.keeping;
  if (failure.why !== 'microsoft') return joined([failed({ cause: causes[failure.why] }), wayOut]);
  const { problem } = failure;
  const { cause } = problemWords(problem, 'assignment', words);
  const said = problem.answer === undefined ? '' : answer({ answer: literal(problem.answer, 60) });
  return joined([failed({ cause }), said, wayOut]);
}

// What becomes of a tenant's access at its end, in words.
import { knownCoverage } from '../../domain/access/coverage.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { addDays } from '../../domain/time.js';
import type { ViewContext } from '../render/context.js';
import { day } from '../render/text.js';
import type { Markdown } from '../words/text-types.js';

// Further away the day alone says enough, which stands among the card's facts.
const soonDays = 60;

/** That the access ends, and what keeps it from going on; none while it rolls over, or ends in a long time. For text blocks. */
export function coverageSentences(
  { onboarding }: Tenant,
  { now, words }: Pick<ViewContext, 'now' | 'words'>,
): readonly Markdown[] {
  const coverage = onboarding && knownCoverage(onboarding);
  if (!coverage || coverage.is === 'rollsOver' || coverage.is === 'ended') return [];
  if (coverage.is === 'ends' && coverage.on > addDays(now, soonDays)) return [];
  return [words.tenant.coverage[coverage.is]({ day: day(coverage.on) })];
}

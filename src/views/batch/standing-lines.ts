// Where the tenants of a batch stand, in lines.
import type { BatchStanding, CauseGroup, EndingStanding } from '../../domain/batch/standing.js';
import type { Words } from '../catalogue.js';
import { wordsFor } from '../explain/limitation-words.js';
import { shortened } from '../render/text.js';
import type { Literal } from '../words/text-types.js';

const mostCauses = 8;
const mostCause = 100;

/** A line for each: approved, waiting for the customer, and each cause of issues with its count. */
export function standingLines({ approved, awaitsApproval, issues }: BatchStanding, words: Words): readonly Literal[] {
  const { standing } = words.batches;
  const others = countOf(issues.slice(mostCauses));
  return [
    ...(awaitsApproval > 0 ? [standing.awaitsApproval({ count: awaitsApproval })] : []),
    ...(approved > 0 ? [standing.approved({ count: approved })] : []),
    ...issues.slice(0, mostCauses).map((group) => {
      return standing.issues({ cause: causeOfGroup(group, words), count: group.tenants.length });
    }),
    ...(others > 0 ? [standing.issues({ cause: words.batches.why.other, count: others })] : []),
  ];
}

/** A line for each: earlier relationships that have ended, that Microsoft is ending, that couldn't be ended, and that no one follows any more. */
export function endingLines({ ended, underWay, failed, unfollowed }: EndingStanding, words: Words): readonly Literal[] {
  const { standing } = words.batches;
  return [
    ...(ended > 0 ? [standing.ended({ count: ended })] : []),
    ...(underWay > 0 ? [standing.ending({ count: underWay })] : []),
    ...(failed > 0 ? [standing.notEnded({ count: failed })] : []),
    ...(unfollowed > 0 ? [standing.endUnknown({ count: unfollowed })] : []),
  ];
}

/** What is wrong, in a few words. */
export function causeOfGroup({ first }: CauseGroup, words: Words): Literal {
  return shortened(wordsFor(first, words).title, mostCause);
}

/** How many tenants are in these groups. */
export function countOf(groups: readonly CauseGroup[]): number {
  return groups.reduce((sum, { tenants }) => sum + tenants.length, 0);
}

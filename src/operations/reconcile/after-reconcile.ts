// What is kept of a reconciliation that has ended.
import type { Instant } from '../../domain/time.js';
import type { ReconcileFailure, ReconcileProgress } from '../ports/progress.js';

/** A reconciliation that has ended. */
export interface EndedReconcile {
  /** Absent: it was complete. */
  readonly failure: ReconcileFailure | undefined;
  /** Since when one was wanted as it began. Who wants one since then has another. */
  readonly wantedAt: Instant | undefined;
  /** Of the access templates that it compared with. */
  readonly templatesHash: string;
  readonly now: Instant;
}

/** How far they have come once one has ended. */
export function afterReconcile(
  known: ReconcileProgress,
  { failure, wantedAt, templatesHash, now }: EndedReconcile,
): ReconcileProgress {
  return {
    ...known,
    endedAt: now,
    reconciledAt: failure ? known.reconciledAt : now,
    templatesHash: failure ? known.templatesHash : templatesHash,
    failing: failure && { ...failure, since: known.failing?.since ?? now },
    wantedAt: known.wantedAt === wantedAt ? undefined : known.wantedAt,
  };
}

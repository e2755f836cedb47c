// How far the background work has come that all processes share: a few rows, each by its id.
import type { Problem } from '../../domain/problem.js';
import type { Instant } from '../../domain/time.js';

/** Why a reconciliation wasn't complete. */
export interface ReconcileFailure {
  /** Absent: Microsoft answered, but the answer couldn't be saved. */
  readonly problem?: Problem | undefined;
}

/** Why reconciliations aren't complete, and since when. */
export interface FailingReconciles extends ReconcileFailure {
  readonly since: Instant;
}

/** Partner Center refused its list of customers at the last reconciliation, at which Graph answered. */
export interface PartnerCenterRefusal {
  readonly since: Instant;
  readonly problem: Problem;
  /** It did so at two in a row at least, so that Gatehouse goes on from Graph alone. Absent: it has done so once. */
  readonly isLasting?: true | undefined;
}

/** Reconciling all tenants. */
export interface ReconcileProgress {
  readonly id: 'reconcile';
  /** The end of the last one, complete or not. Absent: there was none. */
  readonly endedAt?: Instant | undefined;
  /** The end of the last complete one. Absent: there was none. */
  readonly reconciledAt?: Instant | undefined;
  /** The hash of the access templates that the last complete one compared with. Absent: it isn't known, or there was none. */
  readonly templatesHash?: string | undefined;
  /** Absent: the last one was complete, or there was none. */
  readonly failing?: FailingReconciles | undefined;
  /** Absent: Partner Center answers, or it isn't known. */
  readonly partnerCenter?: PartnerCenterRefusal | undefined;
  /** Since when one is wanted before its time. Absent: none is. */
  readonly wantedAt?: Instant | undefined;
  /** Tenants that stood on neither list the last time, or that Partner Center's no longer had, for as long as they aren't marked. */
  readonly missing: readonly string[];
  /** Tenants that the last complete lists had neither as a customer nor with leftover access. */
  readonly untied: readonly string[];
}

/** Whether Partner Center lets this partner do nothing, as it's with indirect resellers, until it answers again. */
export function isWithoutPartnerCenter({ partnerCenter }: Pick<ReconcileProgress, 'partnerCenter'> = {}): boolean {
  return partnerCenter?.isLasting === true;
}

/** Before the first one. */
export const notReconciled: ReconcileProgress = { id: 'reconcile', missing: [], untied: [] };

/** Whether Partner Center's events arrive. Up to a minute behind. */
export interface HeartbeatProgress {
  readonly id: 'heartbeat';
  /** When the last event came that is about something of ours. Absent: none has. */
  readonly heardAt?: Instant | undefined;
  /** When a test event was asked for. Absent: none was. */
  readonly askedAt?: Instant | undefined;
}

/** How far one kind of background work has come. */
export type Progress = ReconcileProgress | HeartbeatProgress;

/** Which background work. */
export type ProgressId = Progress['id'];

/** How far that background work has come. */
export type ProgressOf<Id extends ProgressId> = Extract<Progress, { readonly id: Id }>;

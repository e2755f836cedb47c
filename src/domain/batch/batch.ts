// A batch: one thing that a person asked to be done to many tenants, and what has come of it at each.
import type { Person } from '../person.js';
import type { RefusalReason } from '../tenant/decide.js';
import type { TenantChange } from '../tenant/tenant-change.js';
import type { Instant } from '../time.js';

/** What is done to each tenant: the same as its button does. */
export type BatchAction =
  | {
      readonly do: 'enable';
      /** Name of the access template for all of them. Absent: the rules say which one each has. */
      readonly template?: string | undefined;
    }
  | { readonly do: 'revalidate' }
  /** Each in the way that its card offers, but never by giving up Global Administrator, which is asked for one at a time. */
  | { readonly do: 'keepAccess' }
  | { readonly do: 'tag'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | {
      /** What becomes of a tenant stands in its row. */
      readonly do: 'import';
      /** To whom all of them are given, and nothing else becomes of them. Absent: each has a change of its own. */
      readonly owner?: Person | undefined;
    }
  | { readonly do: 'disable' }
  /** The oldest of its earlier relationships, as by its button. */
  | { readonly do: 'endEarlier' }
  /** Who asks looks after it from now on. */
  | { readonly do: 'take' }
  /** Who asks no longer looks after it; of `releaseOther` no one does, not even another person. */
  | { readonly do: 'release' | 'releaseOther' };

/** The name of an action. */
export type BatchActionName = BatchAction['do'];

/** One for tenants that a query finds or that a person names: the same for each. An import has something of its own for each. */
export type UniformAction = Exclude<BatchAction, { readonly do: 'import' }>;

/** The names of those. */
export const batchActionNames = [
  'enable',
  'revalidate',
  'keepAccess',
  'tag',
  'disable',
  'endEarlier',
  'take',
  'release',
  'releaseOther',
] as const satisfies readonly UniformAction['do'][];

/** Whether the yes to an action takes the typed number of its tenants: what it does isn't undone by another click. */
export function takesTypedNumber(action: BatchActionName): boolean {
  return action === 'disable' || action === 'endEarlier';
}

/** A batch, without its tenants, which are rows of their own (`BatchTenant`). */
export interface Batch {
  /** Without spaces. */
  readonly id: string;
  readonly action: BatchAction;
  /** As whom it's done: their role is asked again at each tenant. */
  readonly by: Person;
  /** Where it was asked for, and where it says how it ended. */
  readonly conversationId: string;
  readonly at: Instant;
  /** The ticket that it's done by, at each of its tenants. Absent: none was given. */
  readonly ticket?: string | undefined;
  /** How many tenants it has. */
  readonly count: number;
  /** Who stopped it. What waited then is left as it is. Absent: it goes on, or has gone to its end. */
  readonly stopped?: { readonly by: Person; readonly at: Instant } | undefined;
  /** A person has seen what it would do, and hasn't said yes; then its tenants aren't asked. Absent: they have. */
  readonly isAsked?: true | undefined;
  /** A second admin must approve it first, or had to. Absent: none must. */
  readonly second?:
    | {
        /** What was agreed to besides its tenants, see `batchBasis`. */
        readonly basis: string;
        /** Absent: no one has approved. */
        readonly approved?: { readonly by: Person; readonly at: Instant } | undefined;
        /** Why it ended without: no one approved within the day, or what was agreed to has changed. Absent: it didn't. */
        readonly dropped?: 'lapsed' | 'stale' | undefined;
      }
    | undefined;
  /** Nothing is left to do for it. Absent: it's under way. */
  readonly endedAt?: Instant | undefined;
}

/**
 * Why a batch leaves a tenant as it is: what the same click would have been told, `noSuchTenant` (it's no customer any
 * longer), `roleLost` (the person may no longer do that), or `tooLate` (the yes is too old for what can't be undone).
 */
export type BatchRefusal = RefusalReason | 'noSuchTenant' | 'roleLost';

/**
 * Why a refusal of `doesNotApply` is one, where it says what would apply.
 * - `newRequestWontHelp`: Issues found, none of which a new request solves.
 * - `awaitsCustomer`: Needs approval.
 * - `notApproved`: not Approved, so that its earlier relationship may still be needed.
 * - `onlyWithoutGlobalAdministrator`, `accessEnded`, `successorWaits`, `noKnownEnd`: by what was known of the access to be kept.
 */
export type NotApplying =
  | 'newRequestWontHelp'
  | 'awaitsCustomer'
  | 'notApproved'
  | 'onlyWithoutGlobalAdministrator'
  | 'accessEnded'
  | 'successorWaits'
  | 'noKnownEnd';

/** What came of a batch at one tenant. Done: asked for and saved, as after a click; what follows at Microsoft is the tenant's. */
export type BatchResult =
  | {
      readonly is: 'done';
      readonly at: Instant;
      /** It may have taken a request at Microsoft, so the next one waits its time. */
      readonly requests?: true | undefined;
    }
  | {
      readonly is: 'refused';
      readonly why: BatchRefusal;
      /** As the tenant was then. Absent: the refusal says it. */
      readonly because?: NotApplying | undefined;
      readonly at: Instant;
    };

/** One tenant of a batch; of an import with what it changes there. */
export interface BatchTenant extends TenantChange {
  /** See `batchTenantId`. */
  readonly id: string;
  readonly batchId: string;
  readonly tenantId: string;
  /** Of `endEarlier` the relationship that was the earlier one at the yes. Absent: of the others, and where there was none. */
  readonly relationshipId?: string | undefined;
  /** Hash of the template that a second admin is asked about for this tenant. Absent: about none. */
  readonly templateHash?: string | undefined;
  /** Absent: it waits. Saved in the very write that changes the tenant, so that no tenant is ever asked twice. */
  readonly result?: BatchResult | undefined;
}

/** The id of a batch's row for a tenant. */
export function batchTenantId(batchId: string, tenantId: string): string {
  return `${batchId} ${tenantId}`;
}

/** The batch that such an id is of. */
export function batchOf(id: string): string {
  return id.slice(0, id.indexOf(' '));
}

/** A batch with a row for each of its tenants, before anything is done. */
export function newBatch(
  batch: Omit<Batch, 'count' | 'stopped' | 'endedAt'>,
  tenantIds: readonly string[],
): { readonly batch: Batch; readonly tenants: readonly BatchTenant[] } {
  const ids = [...new Set(tenantIds)];
  const tenants = ids.map((tenantId) => ({ id: batchTenantId(batch.id, tenantId), batchId: batch.id, tenantId }));
  return { batch: { ...batch, count: tenants.length }, tenants };
}

/** Whether a batch has nothing left to ask of any tenant. */
export function isBatchOver({ stopped, endedAt }: Batch): boolean {
  return stopped !== undefined || endedAt !== undefined;
}

/** Hours for which it's kept that a batch is asked about, and for which the yes to what can't be undone holds. */
export const askedHours = 24;

/** Days after its end for which a batch is kept, and with it the ids of its tenants. */
export const keptDays = 30;

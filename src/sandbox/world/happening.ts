// What happens in the simulated cloud that Partner Center has an event for.

/** Names of events, in Microsoft's spelling. */
export const eventNames = {
  relationshipApproved: 'granular-admin-relationship-approved',
  relationshipActivated: 'granular-admin-relationship-activated',
  relationshipTerminated: 'granular-admin-relationship-terminated',
  relationshipExpired: 'granular-admin-relationship-expired',
  assignmentCreated: 'granular-admin-access-assignment-created',
  assignmentActivated: 'granular-admin-access-assignment-activated',
  assignmentUpdated: 'granular-admin-access-assignment-updated',
  assignmentDeleted: 'granular-admin-access-assignment-deleted',
  delegatedAdminApproved: 'dap-admin-relationship-approved',
  delegatedAdminTerminated: 'dap-admin-relationship-terminated',
  subscriptionUpdated: 'subscription-updated',
} as const;

/** A name of an event. */
export type EventName = (typeof eventNames)[keyof typeof eventNames];

/** Something that happened, and to which customer. */
export interface Happening {
  readonly event: EventName;
  /** When it happened, or will show. */
  readonly at: string;
  /** Absent for a request that isn't pinned to a customer yet. */
  readonly tenantId?: string | undefined;
  readonly relationshipId?: string | undefined;
  readonly assignmentId?: string | undefined;
  readonly subscriptionId?: string | undefined;
}

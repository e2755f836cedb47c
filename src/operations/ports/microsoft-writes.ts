// What the operations change at Microsoft Graph and Partner Center.
import type { StartedOperation } from '../../domain/access/keeping.js';
import type { AccessAssignment, Relationship } from '../../domain/access/relationship.js';
import type { StepOf } from '../../domain/onboarding/steps.js';

/** The result of a call that changes something, with Microsoft's id of the call. */
export interface Done<T = undefined> {
  readonly value: T;
  /** Absent: Microsoft gave none. */
  readonly requestId?: string | undefined;
}

/**
 * Every call that changes something at Microsoft. It's made only by who holds the lock of what it's about, so operations reach
 * it through `Dependencies.writesUnder`. Each throws a `MicrosoftError` when it fails.
 */
export interface MicrosoftWrites {
  readonly relationships: RelationshipWrites;
  readonly customers: CustomerWrites;
  readonly consents: ConsentWrites;
}

/** Changes of GDAP relationships and their access assignments, in Microsoft Graph. */
export interface RelationshipWrites {
  create(step: StepOf<'createRelationship'>): Promise<Done<Relationship>>;
  lockForApproval(step: StepOf<'lockForApproval'>): Promise<Done>;
  assignAccess(step: StepOf<'assignAccess'>): Promise<Done<AccessAssignment>>;
  widenAssignment(step: StepOf<'widenAssignment'>): Promise<Done>;
  removeAssignment(step: StepOf<'removeAssignment'>): Promise<Done>;
  /** Switches auto-extend on in an active relationship, as it is by then. */
  setAutoExtend(step: StepOf<'setAutoExtend'>): Promise<Done>;
  /** Takes Global Administrator out of an active relationship and leaves every other role that it has by then. Microsoft works on it for a while. */
  removeGlobalAdministrator(step: StepOf<'removeGlobalAdministrator'>): Promise<Done<StartedOperation>>;
  /** Asks Microsoft to end an active relationship (Graph's `terminate`), which it then works on for minutes. */
  terminate(relationshipId: string): Promise<Done>;
  /** Deletes a relationship that the customer was never asked to approve (`created`). One that is gone already is fine. */
  delete(relationshipId: string): Promise<Done>;
}

/** What customers are to us, ended in Partner Center. `requestId` is the same on every try, so that it's done once. */
export interface CustomerWrites {
  /** Removes DAP. */
  removeDelegatedAdmin(tenantId: string, requestId: string): Promise<Done>;
  /** Ends the reseller relationship, which only a new invitation brings back. */
  endReseller(tenantId: string, requestId: string): Promise<Done>;
}

/** Consents for our application in customers' tenants, withdrawn in Partner Center. */
export interface ConsentWrites {
  /** Withdraws the consent. One that isn't there is fine. `requestId` is the same on every try. */
  withdraw(tenantId: string, requestId: string): Promise<Done>;
}

// A Microsoft with one tenant that has everything an inventory can hold, and that removes things with a delay.
import { aRelationship, bothAssigned, contoso } from './builders.js';
import { FakeMicrosoft } from './fake-microsoft.js';
import { keyAssignment } from './offboarding-builders.js';

/** Accepts removals, and carries them out when the test lets it work. */
export class TiedMicrosoft extends FakeMicrosoft {
  override listedRelationships = [{ ...aRelationship(), customerTenantId: contoso }];
  override assignments = [bothAssigned[0] ?? keyAssignment, keyAssignment];
  override hasDelegatedAdmin = true;
  /** Each removal that was carried out: one that's there twice is work done twice. */
  readonly done: string[] = [];
  #underWay: (() => void)[] = [];

  /** Carries out everything that was requested. */
  works(): void {
    for (const happen of this.#underWay.splice(0)) happen();
  }

  constructor() {
    super();
    const { relationships, consents, customers } = this;
    this.relationships = {
      ...relationships,
      removeAssignment: async (step) => {
        const done = await relationships.removeAssignment(step);
        const become = (status: 'deleting' | 'deleted') => {
          this.assignments = this.assignments.map((each) =>
            each.id === step.assignmentId ? { ...each, status } : each,
          );
        };
        become('deleting');
        this.#takes(`assignment ${step.groupId.slice(-1)}`, () => become('deleted'));
        return done;
      },
      terminate: async (relationshipId) => {
        const done = await relationships.terminate(relationshipId);
        const become = (status: 'terminationRequested' | 'terminated') => {
          this.listedRelationships = this.listedRelationships.map((each) => ({ ...each, status }));
        };
        become('terminationRequested');
        this.#takes('relationship', () => {
          become('terminated');
          this.#shutsOut();
        });
        return done;
      },
    };
    this.consents = {
      ...consents,
      withdraw: async (tenantId, requestId) => {
        const done = await consents.withdraw(tenantId, requestId);
        this.#takes('consent', () => {
          this.consentThere = 'none';
        });
        return done;
      },
    };
    this.customers = {
      ...customers,
      removeDelegatedAdmin: async (tenantId, requestId) => {
        const done = await customers.removeDelegatedAdmin(tenantId, requestId);
        this.#takes('delegatedAdmin', () => {
          this.hasDelegatedAdmin = false;
          this.#shutsOut();
        });
        return done;
      },
      endReseller: async (tenantId, requestId) => {
        const done = await customers.endReseller(tenantId, requestId);
        this.#takes('reseller', () => {
          this.isReseller = false;
        });
        return done;
      },
    };
  }

  // Without access, not even the question about the consent is answered.
  #shutsOut(): void {
    const isIn = this.hasDelegatedAdmin || this.listedRelationships.some(({ status }) => status === 'active');
    if (!isIn) this.consentThere = 'noWayIn';
  }

  // Partner Center does a request once, however often the same id asks for it.
  #takes(what: string, happen: () => void): void {
    this.done.push(what);
    this.#underWay.push(happen);
  }
}

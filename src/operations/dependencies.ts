// What all operations use.

import type { OffboardingRules } from '../domain/offboarding/offboarding.js';
import type { SecondAdminRules } from '../domain/second-admin.js';
import type { TicketSubject } from '../domain/tenant/required-ticket.js';
import type { Clock } from '../runtime/clock.js';
import type { KeyedLock } from '../runtime/keyed-lock.js';
import type { Log } from '../runtime/log.js';
import type { DutyDeps } from './duty.js';
import type { WritesUnder } from './held-writes.js';
import type { Audit } from './ports/audit.js';
import type { CertificateArchive } from './ports/certificates.js';
import type { Microsoft } from './ports/microsoft.js';
import type { MicrosoftWrites } from './ports/microsoft-writes.js';
import type { Store } from './ports/store.js';
import type { Templates } from './ports/templates.js';

/** The ports, the locks of tenants and duties, and the partner's settings. */
export interface Dependencies extends DutyDeps {
  readonly microsoft: Microsoft;
  readonly writesUnder: WritesUnder;
  readonly store: Store;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly locks: KeyedLock;
  readonly templates: Templates;
  /** Names of roles that GDAP supports, by role template id. */
  readonly roleNames: ReadonlyMap<string, string>;
  readonly offboardingRules: OffboardingRules;
  /** What a second admin must approve. */
  readonly secondAdmin: SecondAdminRules;
  /** What takes the reference of a ticket. */
  readonly ticketSubjects: readonly TicketSubject[];
  /** Days before an end of access on which people are warned, each from 1 to 730. */
  readonly expiryWarningDays: readonly number[];
  /** Days after which people are reminded of a request that a customer hasn't answered, each from 1 to 82. */
  readonly nudgeDays: readonly number[];
  /** Days after which a tenant that its owner leaves alone is released; 0: never. */
  readonly ownershipDays: number;
  /** The partner's own systems that are sent events, each by the hash of its address. */
  readonly outgoingTargetIds: readonly string[];
  readonly archive: CertificateArchive;
}

/** The same under the lock of what is worked on. */
export interface LockedDependencies extends Dependencies {
  readonly writes: MicrosoftWrites;
}

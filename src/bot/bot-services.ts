// What does the bot have at hand to answer with?

import type { IssuedCertificate } from '../domain/offboarding/certificate.js';
import type { WatchedRequest } from '../domain/offboarding/watched-request.js';
import type { Person } from '../domain/person.js';
import type { RoleName } from '../domain/tenant/commands.js';
import type { Tenant } from '../domain/tenant/tenant.js';
import type { ReadDelegatedAdmin } from '../operations/commands/delegated-admin.js';
import type { List } from '../operations/commands/list.js';
import type { Perform } from '../operations/commands/perform.js';
import type { RemovalCheck } from '../operations/commands/remove-delegated-admin.js';
import type { Checkup } from '../operations/health/checkup-round.js';
import type { LeftoverPages } from '../operations/offboarding/leftovers.js';
import type { Offboardings } from '../operations/offboarding/offboardings.js';
import type { TellWatchedRequest } from '../operations/offboarding/watched-request-story.js';
import type { TerminationAsked } from '../operations/offboarding/watched-request-termination.js';
import type { Audit } from '../operations/ports/audit.js';
import type { Within } from '../runtime/timeout.js';
import type { ViewContext } from '../views/render/context.js';
import type { Subscriptions } from './delivery/subscriptions.js';
import type { OffboardingFiles } from './files/offboarding-files.js';
import type { RoleOf } from './people/permissions.js';

/** The operations, as the bot uses them, and what its cards have in common. */
export interface BotServices {
  readonly list: List;
  readonly tenant: (tenantId: string) => Tenant | undefined;
  /** Every tenant, those that are customers no more too. */
  readonly tenants: () => Iterable<Tenant>;
  readonly perform: Perform;
  /** @throws MicrosoftError */
  readonly checkRemoval: (tenantId: string) => Promise<RemovalCheck>;
  readonly readDelegatedAdmin: ReadDelegatedAdmin;
  readonly checkup: Checkup;
  readonly leftoverAccess: LeftoverPages;
  /** Begins to read, in the background, what is not known yet of what ties us to tenants that nobody looks after. */
  readonly readLeftovers: () => void;
  /** Ends an access that came of a watched request. @throws StoreError */
  readonly terminateWatchedRequest: (relationshipId: string, by: Person) => Promise<TerminationAsked>;
  readonly watchedRequestStory: TellWatchedRequest;
  /** Requests that are watched. */
  readonly watchedRequests: () => Iterable<WatchedRequest>;
  /** Offboarding completely, beyond commands. */
  readonly offboardings: Offboardings;
  /** The certificate of an exit. `undefined`: it has none, or not yet. */
  readonly certificate: (offboardingId: string) => IssuedCertificate | undefined;
  /** Every certificate that was ever written. */
  readonly certificates: () => Iterable<IssuedCertificate>;
  /** What the customer's administrator opens. */
  readonly approvalLink: (relationshipId: string) => string;
  readonly roleOf: RoleOf;
  /** Whether a person's role, when it was last asked for, may have been higher than what could be found out. */
  readonly isRoleNotChecked: (person: Person) => boolean;
  readonly subscriptions: Subscriptions;
  /** What was done, for good. */
  readonly audit: Pick<Audit, 'of'>;
  /** Writes down that somebody was denied something. @throws StoreError */
  readonly auditDenied: (actor: Person, asked: string, tenantId?: string) => Promise<void>;
  /** Certificates and plans as files. */
  readonly files: Pick<OffboardingFiles, 'certificate' | 'exportPlan' | 'consented'>;
  /** What every card needs, as of now; for a card of one person's own, with their role. */
  readonly context: (role?: RoleName) => ViewContext;
  readonly within: Within;
}

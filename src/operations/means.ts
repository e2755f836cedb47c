// What do all operations have at hand?
import type { AccessTemplate } from '../domain/access-template.js';
import type { ExitRules } from './exit/exits.js';
import type { OneAtATime } from './one-at-a-time.js';
import type { Audit, CertificateArchive, Clock, Log, Microsoft } from './ports.js';
import type { Store } from './store-port.js';

/** The ports, a tenant's turn, and what the partner wants in every tenant. */
export interface Means {
  readonly microsoft: Microsoft;
  readonly store: Store;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly turns: OneAtATime;
  readonly template: AccessTemplate;
  /** Names of roles that GDAP supports, by role template id. */
  readonly roleNames: ReadonlyMap<string, string>;
  readonly exitRules: ExitRules;
  readonly archive: CertificateArchive;
}

// What a store opens for a running bot, and with what.
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { Audit } from '../../operations/ports/audit.js';
import type { CardStore } from '../../operations/ports/cards.js';
import type { CertificateStore } from '../../operations/ports/certificates.js';
import type { CheckedStorage } from '../../operations/ports/checked-storage.js';
import type { Duties } from '../../operations/ports/duties.js';
import type { Links, Offers } from '../../operations/ports/handed-files.js';
import type { Replication } from '../../operations/ports/replication.js';
import type { Saving } from '../../operations/ports/saving.js';
import type { Store } from '../../operations/ports/store.js';
import type { TokenPlaces } from '../../operations/ports/token-places.js';
import type { BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import type { KeyedLock } from '../../runtime/keyed-lock.js';
import type { Log } from '../../runtime/log.js';
import type { Pace } from '../../runtime/pace.js';

/** What opening needs. */
export interface DataDeps<View> {
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
  /** Called when what is kept can't be used any more: a folder that was taken away, rows of another version. */
  readonly onLost: (error: Error) => void;
  /** Where the work under way comes from, for every audit entry. */
  readonly origin: () => Partial<AuditEntry> | undefined;
  /** What a posted card shows. @throws when the JSON is no such view. */
  readonly viewFrom: (json: unknown) => View;
  /** Takes what closes each part; run in reverse order. */
  readonly shutdown: { add<Part extends { close(): Promise<void> }>(part: Part): Part };
}

/** Everything that outlives the process, open, and what those who have it open share. */
export interface OpenData<View> {
  readonly store: Store;
  readonly audit: Audit;
  readonly cardStore: CardStore<View>;
  readonly certificateStore: CertificateStore;
  /** How fast all who have this data open may send. */
  readonly pace: Pace;
  readonly tokenPlaces: TokenPlaces;
  readonly links: Links;
  readonly offers: Offers;
  readonly saving: Saving;
  readonly checkedStorage: CheckedStorage;
  readonly duties: Duties;
  /** Of tenants, watched requests and whatever else is changed by one at a time. */
  readonly locks: KeyedLock;
  /** Of duties, under which other locks are taken. */
  readonly dutyLocks: KeyedLock;
  /** Absent: nothing is shared. */
  readonly replication?: Replication | undefined;
  /** Has the others know by which access templates this process compares: by their hash. Absent: nothing is shared. */
  readonly tellTemplates?: ((hash: string) => void) | undefined;
  /** Leaves every duty to the others, before what is under way comes to its end. */
  leave(): Promise<void>;
}

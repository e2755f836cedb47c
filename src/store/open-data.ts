// Opens everything in the data folder that a running bot writes to, each after what it needs.
import type { AuditEntry } from '../domain/tenant/audit-entry.js';
import type { Audit } from '../operations/ports/audit.js';
import type { CardStore } from '../operations/ports/cards.js';
import type { CertificateStore } from '../operations/ports/certificates.js';
import type { Links, Offers } from '../operations/ports/handed-files.js';
import type { Store } from '../operations/ports/store.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';
import type { Clock } from '../runtime/clock.js';
import { LocalPace } from '../runtime/local-pace.js';
import type { Log } from '../runtime/log.js';
import type { Pace } from '../runtime/pace.js';
import { FileCardStore } from './folder/card-store.js';
import { CertificateFolder } from './folder/certificate-folder.js';
import { inDataFolder } from './folder/data-folder.js';
import { DiskWatch } from './folder/disk-watch.js';
import { FileStore } from './folder/file-store.js';
import { MemoryLinks } from './folder/memory-links.js';
import { MemoryOffers } from './folder/memory-offers.js';

/** What opening a data folder needs. */
export interface DataDeps<View> {
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
  /** Called when the folder is removed, or taken by another process, while it's in use. */
  readonly onLost: (error: Error) => void;
  /** Where the work under way comes from, for every audit entry. */
  readonly origin: () => Partial<AuditEntry> | undefined;
  /** What a posted card shows. @throws when the JSON is no such view. */
  readonly viewFrom: (json: unknown) => View;
  /** Takes what closes each part; run in reverse order. */
  readonly shutdown: { add(part: { close(): Promise<void> }): unknown };
}

/** An open data folder. */
export interface OpenData<View> {
  readonly store: Store;
  readonly audit: Audit;
  readonly cardStore: CardStore<View>;
  readonly certificateStore: CertificateStore;
  /** How fast all who have this data open may send. */
  readonly pace: Pace;
  readonly links: Links;
  readonly offers: Offers;
  readonly disk: DiskWatch;
}

/**
 * Opens a folder for this process alone.
 * @throws StoreError
 */
export async function openData<View>(folder: string, deps: DataDeps<View>): Promise<OpenData<View>> {
  const { shutdown } = deps;
  const disk = new DiskWatch(folder, deps);
  const store = await inDataFolder(folder, () => FileStore.open(folder, { ...deps, disk }));
  shutdown.add(store);
  const cardStore = await inDataFolder(folder, () => FileCardStore.open(folder, deps));
  shutdown.add(cardStore);
  return {
    store,
    audit: store.audit,
    cardStore,
    certificateStore: new CertificateFolder(folder),
    links: new MemoryLinks(deps.clock),
    offers: new MemoryOffers(deps.clock),
    pace: new LocalPace(deps.clock),
    disk,
  };
}

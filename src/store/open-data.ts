// Opens everything in the data folder that a running bot writes to, each after what it needs.
import type { CardStore } from '../operations/ports/cards.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { AuditFile, type AuditPorts } from './audit-file.js';
import { type CardStorePorts, FileCardStore } from './card-store.js';
import { inDataFolder } from './data-folder.js';
import { DiskWatch } from './disk-watch.js';
import { FileStore, type StorePorts } from './file-store.js';

/** What opening a data folder needs. */
export interface DataPorts<View>
  extends Pick<StorePorts, 'onLost'>,
    Pick<AuditPorts, 'origin'>,
    Pick<CardStorePorts<View>, 'viewFrom'> {
  readonly clock: Clock;
  readonly log: Log;
  readonly workers: BackgroundWorkers;
  /** Takes what closes each part; run in reverse order. */
  readonly shutdown: { add(part: { close(): Promise<void> }): unknown };
}

/** An open data folder. */
export interface OpenData<View> {
  readonly store: FileStore;
  readonly audit: AuditFile;
  readonly cardStore: CardStore<View>;
  readonly disk: DiskWatch;
}

/**
 * Opens a folder for this process alone.
 * @throws StoreError
 */
export async function openData<View>(folder: string, ports: DataPorts<View>): Promise<OpenData<View>> {
  const { shutdown } = ports;
  const disk = new DiskWatch(folder, ports);
  const store = await inDataFolder(folder, () => FileStore.open(folder, { ...ports, disk }));
  shutdown.add(store);
  const known = store.auditEnd;
  const audit = await inDataFolder(folder, () => AuditFile.open(folder, { ...ports, disk, known }));
  shutdown.add(audit);
  await store.remembersAuditEnd(() => audit.end);
  const cardStore = await inDataFolder(folder, () => FileCardStore.open(folder, ports));
  shutdown.add(cardStore);
  return { store, audit, cardStore, disk };
}

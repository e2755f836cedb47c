// Opens everything in the data folder that a running bot writes to, in the order in which one needs the other.

import type { CardShelf } from '../operations/ports/ports.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { AuditFile, type AuditPorts } from './audit-file.js';
import { FileCardShelf, type ShelfPorts } from './card-shelf.js';
import { inDataFolder } from './data-folder.js';
import { DiskWatch } from './disk-watch.js';
import { FileStore, type StorePorts } from './file-store.js';

/** What opening a data folder takes. */
export interface DataPorts<View>
  extends Pick<StorePorts, 'onLost'>,
    Pick<AuditPorts, 'origin'>,
    Pick<ShelfPorts<View>, 'viewFrom'> {
  readonly clock: Clock;
  readonly log: Log;
  /** Has something closed when the time comes, the last one first. */
  readonly closing: { add(step: () => Promise<void>): void };
}

/** An open data folder. */
export interface OpenData<View> {
  readonly store: FileStore;
  readonly audit: AuditFile;
  readonly shelf: CardShelf<View>;
  readonly disk: DiskWatch;
}

/**
 * Opens a folder for this process alone.
 * @throws StoreError
 */
export async function openData<View>(folder: string, ports: DataPorts<View>): Promise<OpenData<View>> {
  const { closing } = ports;
  const disk = new DiskWatch(folder, ports);
  closing.add(() => disk.stop());
  const store = await inDataFolder(folder, () => FileStore.open(folder, { ...ports, disk }));
  closing.add(() => store.close());
  const known = store.auditEnd;
  const audit = await inDataFolder(folder, () => AuditFile.open(folder, { ...ports, disk, known }));
  closing.add(() => audit.close());
  await store.remembersAuditEnd(() => audit.end);
  const shelf = await inDataFolder(folder, () => FileCardShelf.open(folder, ports));
  closing.add(() => shelf.close());
  return { store, audit, shelf, disk };
}

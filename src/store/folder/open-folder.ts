// Opens everything in the data folder that a running bot writes to, each after what it needs.
import { allDuties } from '../../operations/ports/duties.js';
import { keyedLock } from '../../runtime/keyed-lock.js';
import { LocalPace } from '../../runtime/local-pace.js';
import type { DataDeps, OpenData } from '../records/open-data.js';
import { FileCardStore } from './card-store.js';
import { CertificateFolder } from './certificate-folder.js';
import { inDataFolder } from './data-folder.js';
import { DiskWatch } from './disk-watch.js';
import { FileStore } from './file-store.js';
import { inspectFolder } from './inspect-folder.js';
import { MemoryLinks } from './memory-links.js';
import { MemoryOffers } from './memory-offers.js';
import { TokenFolder } from './token-folder.js';

/**
 * Opens a folder for this process alone, which shares nothing with another and has every duty.
 * @throws StoreError
 */
export async function openFolder<View>(folder: string, deps: DataDeps<View>): Promise<OpenData<View>> {
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
    tokenPlaces: new TokenFolder(folder),
    links: new MemoryLinks(deps.clock),
    offers: new MemoryOffers(deps.clock),
    pace: new LocalPace(deps.clock),
    saving: disk,
    checkedStorage: { dataFolder: () => inspectFolder(folder) },
    duties: allDuties(),
    locks: keyedLock(),
    dutyLocks: keyedLock(),
    leave: async () => undefined,
  };
}

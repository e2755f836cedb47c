// Links to files for a server on which nobody has any.

import type { DownloadPorts } from '../../src/bot/downloads-route.js';
import { Downloads } from '../../src/bot/files/downloads.js';
import { ManualClock } from './manual-clock.js';
import { MemoryAudit } from './memory-audit.js';

export function nobodysDownloads(): DownloadPorts {
  const clock = new ManualClock();
  return { downloads: new Downloads(clock), roleOf: async () => undefined, audit: new MemoryAudit(), clock };
}

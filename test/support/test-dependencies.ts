// Dependencies of the operations for tests: Microsoft and the store as fakes, a manual clock.

import assert from 'node:assert/strict';
import type { SecondAdminRules } from '../../src/domain/second-admin.js';
import type { FactData } from '../../src/domain/tenant/facts.js';
import type { TicketSubject } from '../../src/domain/tenant/required-ticket.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import type { OpenMicrosoft } from '../../src/microsoft/microsoft.js';
import { heldWrites } from '../../src/operations/held-writes.js';
import type { CertificateArchive } from '../../src/operations/ports/certificates.js';
import { allDuties } from '../../src/operations/ports/duties.js';
import { fixedTemplates } from '../../src/operations/ports/templates.js';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { keyedLock } from '../../src/runtime/keyed-lock.js';
import { noLog } from '../../src/runtime/no-log.js';
import { aTemplates, contoso, having } from './builders.js';
import { FakeMicrosoft } from './fake-microsoft.js';
import { ManualClock } from './manual-clock.js';
import { MemoryStore } from './memory-store.js';

export { noLog };

/** What a data folder is opened with; nothing takes it away. */
export const folderDeps = { onLost: assert.fail, log: noLog, clock: new ManualClock() };

/** An archive of certificates that keeps nothing. */
export const noArchive: CertificateArchive = {
  write: async () => ({ json: 'hash-of-json', pdf: 'hash-of-pdf' }),
  read: async () => undefined,
  print: async () => undefined,
};

/** Dependencies that read and write at this Microsoft. */
export function askedOf<M extends OpenMicrosoft>(microsoft: M) {
  return { microsoft, writesUnder: heldWrites(microsoft) };
}

/** Dependencies with a store of these tenants. */
export function testDependencies(...tenants: readonly Tenant[]) {
  const store = new MemoryStore({ tenants });
  const clock = new ManualClock();
  return {
    ...askedOf(new FakeMicrosoft()),
    store,
    audit: store.audit,
    clock,
    log: noLog,
    workers: new BackgroundWorkers(clock, noLog),
    locks: keyedLock(),
    duties: allDuties(),
    dutyLocks: keyedLock(),
    templates: fixedTemplates(aTemplates()),
    roleNames: new Map([['158c047a-c907-4556-b7ef-446551a6b5f7', 'Cloud Application Administrator']]),
    offboardingRules: { needsSecond: false, graceSeconds: 300 },
    ticketSubjects: [] as readonly TicketSubject[],
    secondAdmin: { subjects: [] } as SecondAdminRules,
    expiryWarningDays: [60, 30, 14, 7, 1],
    nudgeDays: [30, 10, 3],
    ownershipDays: 14,
    outgoingTargetIds: [],
    archive: noArchive,
    /** Contoso, as stored. */
    contoso(): Tenant {
      const tenant = store.tenant(contoso);
      if (!tenant) throw new Error('Contoso has been forgotten');
      return tenant;
    },
    /** Adds facts to Contoso, as a click or another check would. */
    happens: (...facts: readonly FactData[]) => {
      const tenant = store.tenant(contoso);
      return tenant ? store.commit({ tenants: [having(tenant, ...facts)] }) : Promise.resolve();
    },
  };
}

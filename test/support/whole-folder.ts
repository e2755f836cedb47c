// A data folder with every kind of file, as a killed bot leaves it, and what a start makes of one.

import { createHash } from 'node:crypto';
import { postedViewFrom } from '../../src/bot/turn/posted-view.js';
import { FiledCertificates } from '../../src/certificate/archive.js';
import { OperatorError } from '../../src/domain/errors.js';
import { planOf } from '../../src/domain/offboarding/plan.js';
import { TokenCache } from '../../src/microsoft/sign-in/token-cache.js';
import type { PostedCard } from '../../src/operations/ports/cards.js';
import type { Log } from '../../src/runtime/log.js';
import { FileCardStore } from '../../src/store/folder/card-store.js';
import { CertificateFolder } from '../../src/store/folder/certificate-folder.js';
import { FileStore } from '../../src/store/folder/file-store.js';
import { TokenFolder } from '../../src/store/folder/token-folder.js';
import { anEndedOffboarding, offboardingId, partner } from './an-offboarding.js';
import { alex, anObservation, aTenant, enabled, having, megan, now, seen } from './builders.js';
import { ManualClock } from './manual-clock.js';
import { anOffboarding, inventory } from './offboarding-builders.js';
import { folderDeps, noLog } from './test-dependencies.js';

const key = Buffer.alloc(32, 7);
const clock = new ManualClock();
const chat = (number: number) => ({
  id: `chat-${number}`,
  kind: 'personal' as const,
  subscribed: number % 2 === 0,
  people: [{ id: alex.id, teamsId: '29:alex' }],
  reference: { serviceUrl: 'https://smba.example/', conversation: { id: `chat-${number}` } },
});
const cards: readonly PostedCard<unknown>[] = [
  { conversationId: 'chat-1', activityId: 'a', view: { kind: 'list', query: { search: '', page: 2 } }, drawn: 'x' },
  { conversationId: 'chat-2', activityId: 'b', view: { kind: 'tenant', tenantId: 't', position: {} }, drawn: '' },
];

/** Fills an empty folder. */
export async function fillFolder(folder: string): Promise<void> {
  const store = await FileStore.open(folder, folderDeps);
  const { audit } = store;
  const leaving = having(aTenant(enabled), {
    type: 'offboardingDecided',
    by: megan,
    offboarding: anOffboarding({ steps: ['relationships'] }, planOf(inventory())),
  });
  await store.commit({ tenants: [seen(aTenant(enabled), anObservation()), { ...leaving, tenantId: 'leaving' }] });
  await audit.append(Array.from({ length: 20 }, (_, index) => ({ at: now, what: `entry-${index}`, by: alex.id })));
  const offboarding = anEndedOffboarding();
  const hashes = await new FiledCertificates(new CertificateFolder(folder), partner).write(aTenant(), offboarding);
  const certificate = {
    tenantName: 'Woodgrove – Bank',
    issuedAt: now,
    by: alex,
    removedCount: 1,
    remainsCount: 0,
    hashes,
  };
  // Forgetting a tenant makes a new whole file, and the journal begins after it.
  await store.commit({ tenants: [{ ...aTenant(), tenantId: 'gone' }] });
  await store.commit({
    certificates: [{ id: offboardingId, tenantId: 'gone', ...certificate }],
    forgottenTenantIds: ['gone'],
  });
  for (let number = 1; number <= 8; number += 1) {
    await store.commit({
      audit: [{ at: now, what: 'onboardingRequested', by: megan.id, tenantId: `tenant-${number}` }],
      tenants: [{ ...aTenant(enabled), tenantId: `tenant-${number}` }],
      conversations: [chat(number)],
      deliveries: [
        {
          id: `due-${number}`,
          conversationId: `chat-${number}`,
          kind: 'tenant',
          tenantId: 'leaving',
          news: 'approved',
          at: now,
        },
      ],
    });
  }
  await store.commit({
    alarms: [{ code: 'signInLost', key: 'signInExpired', at: now }],
    watchedRequests: [{ relationshipId: 'r', tenantId: 'gone', certificateId: offboardingId, lapsesAt: now }],
  });
  await audit.append([{ at: now, what: 'accessDenied', by: megan.id, asked: 'tenant.enable' }]);
  const cardStore = await FileCardStore.open(folder, { clock, log: noLog, viewFrom: postedViewFrom });
  for (const card of cards) cardStore.put(card as never);
  await cardStore.close();
  const tokens = new TokenCache(new TokenFolder(folder), key);
  await tokens.save({ msal: '{"RefreshToken":{}}', importedFrom: 'settings', renewedAt: now });
  await tokens.saveSignIn({ msal: '{}', importedFrom: '' });
  await store.close();
}

/** What a start finds in a folder and says about it. */
export interface Found {
  /** What was read, as far as the start got. */
  readonly remembered: Readonly<Record<string, unknown>>;
  /** What was logged, and why it didn't start. Empty: all was well. */
  readonly told: readonly string[];
}

/** Opens everything in a folder as a start does. Fails as a start that crashes does. */
export async function openFolder(folder: string): Promise<Found> {
  const told: string[] = [];
  const tell = (event: string, fields: Readonly<Record<string, unknown>> = {}) =>
    void told.push(`${event} ${fields.file ?? fields.files ?? ''} ${fields.error ?? ''}`);
  const log: Log = { info: () => undefined, warn: tell, error: tell };
  const remembered: Record<string, unknown> = {};
  const read = async (name: string, work: () => Promise<unknown>) => {
    try {
      remembered[name] = await work();
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      told.push(`${error.message} ${error.remedy}`);
    }
  };
  let store: FileStore | undefined;
  await read('store', async () => {
    const opened = await FileStore.open(folder, { ...folderDeps, log });
    store = opened;
    const { audit } = opened;
    remembered.audit = [audit.end, await audit.of('tenant-3', 10)];
    const messages = [opened.conversations(), opened.deliveries(), opened.alarms()];
    return [opened.tenants(), ...messages, opened.watchedRequests(), opened.certificates()].map((part) => [...part]);
  });
  await read('cards', async () => (await FileCardStore.open(folder, { clock, log, viewFrom: postedViewFrom })).cards());
  await read('tokens', () =>
    new TokenCache(new TokenFolder(folder), key).load((error) => log.warn('signInNotRead', { error })),
  );
  const archive = new FiledCertificates(new CertificateFolder(folder), partner);
  for (const kind of ['json', 'pdf'] as const) {
    await read(kind, async () => hashOf(await archive.read(offboardingId, kind)));
    const hash = store?.certificate(offboardingId)?.hashes[kind];
    if (hash !== undefined && remembered[kind] !== hash) told.push(`the certificate's ${kind} is not as it was issued`);
  }
  if (store) await goOn(store);
  return { remembered, told };
}

// What has been opened can be continued.
async function goOn(store: FileStore): Promise<void> {
  const audit = [{ at: now, what: 'onboardingRequested' }];
  await store.commit({ tenants: [{ ...aTenant(), tenantId: 'tenant-new' }], audit });
  await store.close();
}

function hashOf(bytes: Uint8Array = new Uint8Array()): string {
  return createHash('sha256').update(bytes).digest('hex');
}

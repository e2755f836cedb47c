// Files reach the person they are for through any replica, once, and no person else.
import assert from 'node:assert/strict';
import { Downloads } from '../../../src/bot/files/downloads.js';
import { FileOffers } from '../../../src/bot/files/file-offers.js';
import type { HandedFile } from '../../../src/operations/ports/handed-files.js';
import { PgLinks, PgOffers } from '../../../src/store/postgres/pg-waiting-files.js';
import { alex, contoso, megan } from '../../support/builders.js';
import { FakeMessenger } from '../../support/fake-messenger.js';
import { ManualClock } from '../../support/manual-clock.js';
import { MemoryAudit } from '../../support/memory-audit.js';
import { databaseBench } from '../../support/postgres-bench.js';
import { rolesOf } from '../../support/some-services.js';

const file: HandedFile = {
  ...{ name: 'a.pdf', contentType: 'application/pdf', tenantId: contoso, what: 'certificateOpened' },
  bytes: Buffer.from('%PDF-1.7'),
};
const uploadUrl = 'https://northbridge-my.sharepoint.com/personal/alex/_api/v2.0/drive/items/1/uploadSession';

describe('a file for an admin, with three replicas', () => {
  let bench: Awaited<ReturnType<typeof databaseBench>>;
  let audit: MemoryAudit;
  let role: 'admin' | 'viewer';
  const clock = new ManualClock();

  const replica = async () => {
    const database = await bench.connect();
    const deps = { clock, audit, roles: rolesOf(undefined, { checkedRoleOf: async () => role }) };
    const messenger = new FakeMessenger(clock);
    const uploads: Uint8Array[] = [];
    const put = async (_: URL, bytes: Uint8Array) => {
      uploads.push(bytes);
      return 201;
    };
    const downloads = new Downloads({ ...deps, links: new PgLinks(database) });
    const offers = new FileOffers({ ...deps, offers: new PgOffers(database), messenger, put, log: bench.log });
    return { database, downloads, offers, messenger, uploads };
  };
  type Replica = Awaited<ReturnType<typeof replica>>;
  let replicas: readonly [Replica, Replica, Replica];

  beforeEach(async () => {
    bench = await databaseBench();
    audit = new MemoryAudit();
    role = 'admin';
    replicas = [await replica(), await replica(), await replica()];
  });
  afterEach(() => bench.end());

  it('opens by its link at any replica, after the one that made it has ended, for as long as they are an admin', async () => {
    const [a, b, c] = replicas;
    const { path } = await a.downloads.make(alex, file);
    const token = path.split('/').at(-1) ?? '';
    await a.database.close();
    for (const { downloads } of [b, c, b])
      assert.deepEqual(Buffer.from((await downloads.open(token))?.bytes ?? []), file.bytes);
    assert.equal(await b.downloads.open(token.toLowerCase()), undefined);
    assert.deepEqual(
      audit.entries.map(({ by, what }) => [by, what]),
      Array(3).fill([alex.id, 'certificateOpened']),
    );
    role = 'viewer';
    assert.equal(await c.downloads.open(token), undefined);
    role = 'admin';
    await bench.on.sql(`update gatehouse.link set until = until - interval '10 minutes'`);
    assert.equal(await b.downloads.open(token), undefined);
    // Who reads the database, or a copy of it, has no token.
    const kept = await bench.on.sql('select token_hash, doc::text from gatehouse.link');
    assert.ok(!JSON.stringify(kept).includes(token));
  });

  it('is saved once, by one replica, when its offer is accepted at two at the same moment, and only by whom it is for', async () => {
    const [a, b, c] = replicas;
    for (let round = 0; round < 10; round += 1) {
      await a.offers.offer(alex, 'chat', file, 'The certificate');
      const asked = a.messenger.attached.at(-1);
      assert.ok(asked);
      const { acceptContext: context } = asked.attachment.content as Record<string, unknown>;
      const uploadInfo = { uploadUrl, contentUrl: uploadUrl, name: 'a.pdf', uniqueId: '1', fileType: 'pdf' };
      const answer = { action: 'accept', context, uploadInfo };
      assert.equal(await c.offers.answer(megan, 'chat', answer), 'notKnown');
      const outcomes = await Promise.all([b, c, b].map(({ offers }) => offers.answer(alex, 'chat', answer)));
      assert.deepEqual([...outcomes].sort(), ['notKnown', 'notKnown', 'saved']);
    }
    assert.equal([a, b, c].flatMap(({ uploads }) => uploads).length, 10);
  });

  it('is not found by an answer that no database can hold', async () => {
    const [a] = replicas;
    const answer = { action: 'decline', context: { offer: '\u0000' } };
    assert.equal(await a.offers.answer(alex, 'chat', answer), 'notKnown');
  });
});

// A file gets into the OneDrive of the person who asked for it, and nowhere else.

import assert from 'node:assert/strict';
import { DeliveryError } from '../../../src/bot/delivery/messenger.js';
import { FileOffers } from '../../../src/bot/files/file-offers.js';
import { oneDriveUrl } from '../../../src/bot/files/one-drive.js';
import { StoreError } from '../../../src/domain/errors.js';
import type { RoleName } from '../../../src/domain/tenant/commands.js';
import type { HandedFile } from '../../../src/operations/ports/handed-files.js';
import { MemoryOffers } from '../../../src/store/folder/memory-offers.js';
import { offboardingId } from '../../support/an-offboarding.js';
import { alex, contoso, megan } from '../../support/builders.js';
import { FakeMessenger } from '../../support/fake-messenger.js';
import { ManualClock } from '../../support/manual-clock.js';
import { MemoryAudit } from '../../support/memory-audit.js';
import { rolesOf } from '../../support/some-services.js';
import { steps } from '../../support/steps.js';

const file: HandedFile = {
  name: 'exit-certificate.pdf',
  contentType: 'application/pdf',
  bytes: Buffer.from('%PDF-1.7'),
  tenantId: contoso,
  what: 'certificateOpened',
  subject: `${offboardingId} pdf`,
};
const uploadUrl =
  'https://northbridge-my.sharepoint.com/personal/alex/_api/v2.0/drive/items/1/uploadSession?guid=secret';
const contentUrl = 'https://northbridge-my.sharepoint.com/personal/alex/Documents/Applications/exit-certificate.pdf';
const uploadInfo = { uploadUrl, contentUrl, name: 'exit-certificate.pdf', uniqueId: 'item-1', fileType: 'pdf' };

async function offered() {
  const clock = new ManualClock();
  const messenger = new FakeMessenger(clock);
  const audit = new MemoryAudit();
  const calls: { readonly url: string; readonly bytes: Uint8Array; readonly headers: unknown }[] = [];
  const logged: unknown[] = [];
  const log = {
    info: (...line: unknown[]) => void logged.push(line),
    warn: (event: string, fields?: Readonly<Record<string, unknown>>) =>
      void logged.push([event, Object.values(fields ?? {}).map(String)]),
    error: (...line: unknown[]) => void logged.push(line),
  };
  const set = { role: 'admin' as RoleName | undefined, status: 201, isDiskFull: false };
  const offers = new FileOffers({
    offers: new MemoryOffers(clock),
    messenger,
    clock,
    log,
    roles: rolesOf(undefined, { checkedRoleOf: async () => set.role }),
    audit: {
      append: async (entries) => {
        if (set.isDiskFull) throw new StoreError('full', 'Make room.');
        await audit.append(entries);
      },
    },
    put: async (url, bytes, headers) => {
      calls.push({ url: url.href, bytes, headers });
      if (set.status === 0) throw new TypeError('fetch failed');
      return set.status;
    },
  });
  await offers.offer(alex, 'chat', file, 'The certificate');
  const [asked] = messenger.attached;
  assert.ok(asked);
  const { acceptContext, declineContext } = asked.attachment.content as Record<string, unknown>;
  const accept = (info: unknown = uploadInfo, person = alex, conversationId = 'chat') =>
    offers.answer(person, conversationId, {
      type: 'fileUpload',
      action: 'accept',
      context: acceptContext,
      uploadInfo: info,
    });
  const decline = () => offers.answer(alex, 'chat', { action: 'decline', context: declineContext });
  return { clock, messenger, audit, calls, logged, set, offers, asked, accept, decline };
}

describe('somebody who is asked whether a file may be put into their OneDrive', () => {
  it('is asked in their own chat, with its name and size, and nothing in it opens anything', async () => {
    const { asked, calls } = await offered();
    assert.equal(asked.conversationId, 'chat');
    assert.equal(asked.attachment.contentType, 'application/vnd.microsoft.teams.card.file.consent');
    assert.equal(asked.attachment.name, file.name);
    assert.equal((asked.attachment.content as { sizeInBytes: number }).sizeInBytes, file.bytes.length);
    assert.deepEqual(calls, []);
  });

  for (const [step, seconds] of steps) {
    it(`may answer within the hour, also when the wall clock steps by ${step} meanwhile`, async () => {
      const inTime = await offered();
      inTime.clock.steps(seconds);
      await inTime.clock.passes(3599);
      assert.equal(await inTime.accept(), 'saved');
      const late = await offered();
      late.clock.steps(seconds);
      await late.clock.passes(3600);
      assert.equal(await late.accept(), 'notKnown');
    });
  }

  it('and accepts, gets all of it in one request, and the way to it; it is written down', async () => {
    const { accept, calls, messenger, audit } = await offered();
    assert.equal(await accept(), 'saved');
    const [call] = calls;
    assert.equal(call?.url, uploadUrl);
    assert.deepEqual(call?.bytes, file.bytes);
    assert.deepEqual(call?.headers, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': '8',
      'Content-Range': 'bytes 0-7/8',
    });
    assert.deepEqual(messenger.attached.at(-1), {
      conversationId: 'chat',
      attachment: {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        name: 'exit-certificate.pdf',
        contentUrl,
        content: { uniqueId: 'item-1', fileType: 'pdf' },
      },
    });
    assert.deepEqual(
      audit.entries.map(({ what, by }) => [what, by]),
      [['certificateOpened', alex.id]],
    );
  });

  it('and accepts twice, gets it once', async () => {
    const { accept, calls } = await offered();
    assert.deepEqual(await Promise.all([accept(), accept()]), ['saved', 'notKnown']);
    assert.equal(calls.length, 1);
  });

  it('and declines, gets nothing, and nothing is kept for later', async () => {
    const { accept, decline, calls } = await offered();
    assert.equal(await decline(), 'declined');
    assert.equal(await accept(), 'notKnown');
    assert.deepEqual(calls, []);
  });

  it('has an hour for it', async () => {
    const { accept, clock, calls } = await offered();
    await clock.passes(3600);
    assert.equal(await accept(), 'notKnown');
    assert.deepEqual(calls, []);
  });

  it('and is no admin any more, gets nothing', async () => {
    const { accept, set, calls } = await offered();
    set.role = 'operator';
    assert.equal(await accept(), 'notAllowed');
    assert.deepEqual(calls, []);
  });

  it('cannot be somebody else, or somewhere else, or have made the offer up', async () => {
    const { accept, offers, calls } = await offered();
    assert.equal(await accept(uploadInfo, megan), 'notKnown');
    assert.equal(await accept(uploadInfo, alex, 'another chat'), 'notKnown');
    for (const value of [
      undefined,
      null,
      {},
      { action: 'accept', context: {} },
      { action: 'accept', context: { offer: 'x' } },
    ])
      assert.equal(await offers.answer(alex, 'chat', value), 'notKnown');
    assert.deepEqual(calls, []);
    // What others tried does not take it from them.
    assert.equal(await accept(), 'saved');
  });

  for (const status of [0, 302, 403, 500]) {
    it(`can accept again when OneDrive answers ${status || 'nothing'}; the address is in no log`, async () => {
      const { accept, set, logged, messenger } = await offered();
      set.status = status;
      assert.equal(await accept(), 'notSaved');
      assert.equal(messenger.attached.length, 1);
      assert.ok(logged.length > 0);
      assert.doesNotMatch(JSON.stringify(logged), /secret|sharepoint/);
      set.status = 200;
      assert.equal(await accept(), 'saved');
    });
  }

  it('gets nothing that cannot be written down', async () => {
    const { accept, set, calls } = await offered();
    set.isDiskFull = true;
    assert.equal(await accept(), 'notSaved');
    assert.deepEqual(calls, []);
  });

  it('has it though the way to it could not be told', async () => {
    const { accept, messenger } = await offered();
    messenger.failures.push(new DeliveryError('passing', 'Teams answered 500'));
    assert.equal(await accept(), 'saved');
  });
});

describe('an address to upload to', () => {
  it('is one of a OneDrive or SharePoint, over https', () => {
    assert.equal(oneDriveUrl(uploadUrl)?.href, uploadUrl);
    assert.ok(oneDriveUrl('https://northbridge.sharepoint.com/x'));
  });

  for (const wrong of [
    'http://northbridge-my.sharepoint.com/x',
    'https://northbridge-my.sharepoint.com:8443/x',
    'https://user:secret@northbridge-my.sharepoint.com/x',
    'https://northbridge-my.sharepoint.com@169.254.169.254/x',
    'https://169.254.169.254/northbridge-my.sharepoint.com',
    'https://sharepoint.com.evil.example/x',
    'https://northbridge-my.sharepoint.com.evil.example/x',
    'https://evilsharepoint.com/x',
    'https://.sharepoint.com/x',
    'https://evil.example/?.sharepoint.com',
    'https://evil.example#.sharepoint.com',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'file:///etc/passwd',
    'sharepoint',
    '',
    undefined,
    7,
  ]) {
    it(`is not ${wrong}, and nothing is sent there`, async () => {
      assert.equal(oneDriveUrl(wrong), undefined);
      const { accept, calls } = await offered();
      assert.notEqual(await accept({ ...uploadInfo, uploadUrl: wrong }), 'saved');
      assert.deepEqual(calls, []);
    });
  }
});

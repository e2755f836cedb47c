// A disk that can no longer be written: people are told why, nothing is half done, and it goes on once the disk is well.
import assert from 'node:assert/strict';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { en } from '../../src/views/words/en/index.js';
import { buttonVerbs, statusesOn, textOf } from '../support/card-reading.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

describe('a data folder that cannot be written any more', () => {
  const w = aWorldForEach();

  // A folder in the place of a file: not even root can write to it. The probe's place is taken too.
  const breaks = async () => {
    const data = join(w.world.folder, 'data');
    const files = ['journal.jsonl', 'audit.jsonl'].map((name) => join(data, name));
    for (const file of files) {
      await rename(file, `${file}.aside`);
      await mkdir(file);
    }
    await mkdir(join(data, '.probe', 'full'), { recursive: true });
    return async () => {
      await rm(join(data, '.probe'), { recursive: true });
      for (const file of files) {
        await rm(file, { recursive: true });
        await rename(`${file}.aside`, file);
      }
    };
  };
  const ready = async () => {
    const response = await fetch(`${w.world.app.url}/readyz`);
    return { status: response.status, body: (await response.json()) as { status: string; why?: readonly string[] } };
  };
  const isAboutGdap = (path: string) => path.includes('delegatedAdminRelationships');
  const changes = () =>
    w.world.sandbox.controls.requests().filter(({ method, path }) => method !== 'GET' && isAboutGdap(path)).length;
  const logged = (event: string) => w.world.log.filter((line) => line.event === event).length;

  it('keeps the bot up, which refuses what takes a write and says why, and goes on by itself', async () => {
    const list = await w.chat.says('/tenants Contoso Ltd');
    await w.chat.presses(list, { verb: 'tenant.open', name: 'Contoso Ltd' });
    const mend = await breaks();

    const refused = await w.chat.enables(list);
    assert.deepEqual(buttonVerbs(refused), ['tenant.open']);
    for (const part of [en.replies.failed.nothingChanged, en.replies.failed.causes.store])
      assert.ok(textOf(refused).includes(part), textOf(refused));
    assert.ok(w.world.log.some(({ fields }) => /EISDIR/.test(String(fields.error))));
    await w.world.passes(120);
    assert.match(textOf(await w.chat.presses(list, 'tenant.open')), /Contoso/);
    const { status, body } = await ready();
    assert.equal(status, 200, 'who is told by the bot has to reach it');
    assert.match(`${body.status} ${body.why}`, /^inTrouble .*EISDIR/);
    assert.deepEqual([logged('fatal'), logged('dataFolderNotWritten')], [0, 1]);

    await mend();
    await w.world.passes(10);
    assert.deepEqual(await ready(), { status: 200, body: { status: 'ready' } });
    assert.equal(logged('dataFolderWrittenAgain'), 1);
    assert.deepEqual(statusesOn(await w.chat.enables(list)), ['awaitingMicrosoft']);
  });

  it('begins nothing at Microsoft that could not be written down, and takes it up afterwards', async () => {
    const list = await w.chat.says('/tenants Contoso Ltd');
    await w.chat.presses(list, { verb: 'tenant.open', name: 'Contoso Ltd' });
    await w.chat.enables(list);
    await w.world.passes(10);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    assert.ok(relationship);
    const mend = await breaks();
    w.world.sandbox.controls.approve(relationship.id);
    const before = changes();
    await w.world.passes(600);
    assert.ok(changes() <= before + 1, 'one step may be under way when the disk is found to be full');
    await mend();
    await w.world.passes(600);
    assert.ok(changes() >= before + 3, 'every group has its roles');
    assert.equal((await ready()).body.status, 'ready');
  });
});

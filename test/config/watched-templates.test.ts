// A changed file of access templates is taken up while Gatehouse runs, and a wrong one changes nothing.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessTemplatesIn } from '../../src/config/access-templates.js';
import { readGdapRoles } from '../../src/config/gdap-roles.js';
import { readTemplateTexts } from '../../src/config/template-texts.js';
import { WatchedTemplates } from '../../src/config/watched-templates.js';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { noLog } from '../../src/runtime/no-log.js';
import { ManualClock } from '../support/manual-clock.js';

const roles = readGdapRoles();
const assignments = [
  { groupId: 'b0000000-0000-4000-8000-000000000001', groupName: 'Desk', roles: ['Exchange Administrator'] },
];
const template = (durationDays: unknown) =>
  JSON.stringify({ durationDays, autoExtend: true, requireAzure: false, assignments });

describe('watched access templates', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-watched-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const watching = (path: string) => {
    const clock = new ManualClock();
    const workers = new BackgroundWorkers(clock, noLog);
    const first = accessTemplatesIn(readTemplateTexts(path), roles);
    const watched = new WatchedTemplates({ path, roles, first, workers, clock, log: noLog });
    const told = { changed: 0, judged: 0 };
    watched.changed.on(() => {
      told.changed += 1;
    });
    watched.judged.on(() => {
      told.judged += 1;
    });
    watched.start();
    const passes = async (seconds: number) => {
      const until = clock.milliseconds + seconds * 1000;
      while (clock.next(until)) await workers.idle();
    };
    const days = () => [...watched.current.templates.values()].map(({ durationDays }) => durationDays);
    return { watched, told, passes, days, clock };
  };

  it('stay the same object while the file says the same', async () => {
    const path = join(folder, 'one.json');
    writeFileSync(path, template(100));
    const { watched, told, passes } = watching(path);
    const { current } = watched;
    await passes(120);
    writeFileSync(path, `${template(100)}\n`);
    await passes(120);
    assert.equal(watched.current, current);
    assert.deepEqual(told, { changed: 0, judged: 0 });
  });

  it('are taken up within a minute, however the file is replaced', async () => {
    const path = join(folder, 'one.json');
    writeFileSync(path, template(100));
    const { told, passes, days } = watching(path);
    await passes(90);
    writeFileSync(path, template(200));
    await passes(60);
    assert.deepEqual(days(), [200]);
    // As editors do.
    writeFileSync(join(folder, 'one.json.tmp'), template(300));
    renameSync(join(folder, 'one.json.tmp'), path);
    await passes(60);
    assert.deepEqual(days(), [300]);
    assert.deepEqual(told, { changed: 2, judged: 0 });
  });

  it('change nothing while they are wrong or absent, which is told, and so is that they are right', async () => {
    const path = join(folder, 'one.json');
    writeFileSync(path, template(100));
    const { watched, told, passes, days } = watching(path);
    await passes(90);
    writeFileSync(path, template('soon'));
    await passes(60);
    assert.deepEqual(days(), [100]);
    assert.equal(watched.wrong?.file, path);
    assert.equal(watched.wrong?.fault.code, 'templateHasErrors');
    const { since } = watched.wrong;
    rmSync(path);
    await passes(60);
    assert.equal(watched.wrong?.fault.code, 'fileAbsent');
    assert.equal(watched.wrong?.since, since);
    writeFileSync(path, template(400));
    await passes(60);
    assert.deepEqual([days(), watched.wrong], [[400], undefined]);
    assert.deepEqual(told, { changed: 1, judged: 3 });
    assert.ok((watched.rightSince ?? '') > since);
  });

  it('are neither taken up nor told half written', async () => {
    const path = join(folder, 'one.json');
    writeFileSync(path, template(100));
    const { watched, told, passes, days, clock } = watching(path);
    await passes(90);
    writeFileSync(path, template(200).slice(0, 50));
    const until = clock.milliseconds + 31_000;
    await passes(30);
    assert.ok(clock.milliseconds <= until);
    writeFileSync(path, template(200));
    await passes(60);
    assert.deepEqual([days(), watched.wrong, told], [[200], undefined, { changed: 1, judged: 0 }]);
  });

  it('of a folder are taken up all at once, as Kubernetes replaces them', async () => {
    const put = (version: string, files: Readonly<Record<string, string>>) => {
      mkdirSync(join(folder, version));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, version, name), text);
      symlinkSync(version, join(folder, '..data_tmp'));
      renameSync(join(folder, '..data_tmp'), join(folder, '..data'));
    };
    put('..2026_1', { 'standard.json': template(100), 'vip.json': template(200) });
    writeFileSync(join(folder, '..2026_1', 'rules.json'), '{"default": "standard"}');
    for (const name of ['standard.json', 'vip.json', 'rules.json'])
      symlinkSync(join('..data', name), join(folder, name));
    const { told, passes, days } = watching(folder);
    assert.deepEqual(days(), [100, 200]);
    await passes(90);
    put('..2026_2', {
      'standard.json': template(300),
      'vip.json': template(400),
      'rules.json': '{"default": "standard"}',
    });
    await passes(60);
    assert.deepEqual([days(), told], [[300, 400], { changed: 1, judged: 0 }]);
  });
});

// Whatever becomes of one file of the data folder: the start says so, or it does not matter. Never a crash, never silence.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Shutdown } from '../../src/app/shutdown.js';
import { postedViewFrom } from '../../src/bot/turn/posted-view.js';
import { verifyAudit } from '../../src/cli/audit-check.js';
import { BackgroundWorkers } from '../../src/runtime/background-worker.js';
import { auditInFolder } from '../../src/store/folder/audit-to-check.js';
import { FileStore } from '../../src/store/folder/file-store.js';
import { withHash, withoutHash } from '../../src/store/folder/hashed-json.js';
import { openData } from '../../src/store/open-data.js';
import { aTenant } from '../support/builders.js';
import { type Damage, damages } from '../support/damages.js';
import { ManualClock } from '../support/manual-clock.js';
import { folderDeps, noLog } from '../support/test-dependencies.js';
import { type Found, fillFolder, openFolder } from '../support/whole-folder.js';

const { FAST_CHECK_RUNS, FAST_CHECK_SEED } = process.env;
const usualSeed = 20_261_128;
const ignored = /^\.lock/;

describe('a data folder of which one file is damaged', () => {
  let home: string;
  let whole: string;
  let files: readonly string[];
  let usual: Found;

  const opened = async (work?: (folder: string) => Promise<void>) => {
    const folder = await mkdtemp(join(home, 'copy-'));
    try {
      await cp(whole, folder, { recursive: true });
      await work?.(folder);
      return await openFolder(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  const damaged = (file: string, damage: Damage, share: number, byte = 1) =>
    opened(async (folder) => {
      const path = join(folder, file);
      await writeFile(path, damage(await readFile(path), share, byte));
    });
  const startedAndEnded = async (folder: string) => {
    const shutdown = new Shutdown();
    const clock = new ManualClock();
    const workers = new BackgroundWorkers(clock, noLog);
    const deps = { clock, workers, log: noLog, onLost: () => undefined, origin: () => undefined };
    await openData({ dataDir: folder }, { ...deps, shutdown, viewFrom: postedViewFrom });
    await shutdown.run();
  };
  const check = ({ remembered, told }: Found, what: string) => {
    if (told.length === 0) assert.deepEqual(remembered, usual.remembered, `${what}: nothing was said`);
  };

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'gatehouse-corruption-'));
    whole = join(home, 'whole');
    await fillFolder(whole);
    const entries = await readdir(whole, { recursive: true, withFileTypes: true });
    files = entries
      .filter((entry) => entry.isFile() && !ignored.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(whole.length + 1))
      .sort();
    usual = await opened();
  });

  after(() => rm(home, { recursive: true, force: true }));

  it('is whole to begin with, and has every kind of file', () => {
    assert.deepEqual(usual.told, []);
    assert.deepEqual(
      files.map((file) => file.replace(/[0-9a-f-]{36}/, 'NUMBER')),
      [
        'audit.jsonl',
        'audit.jsonl.end',
        'cards.json',
        'certificates/NUMBER.json',
        'certificates/NUMBER.pdf',
        'gatehouse.json',
        'journal.jsonl',
        'journal.jsonl.end',
        'sign-in.bin',
        'tokens.bin',
      ],
    );
  });

  it('is told to be, or it does not matter: any byte, cut or line of any file', async function () {
    this.timeout(600_000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.constantFrom(...Object.keys(damages)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 255 }),
        async (file, what, share, byte) =>
          check(await damaged(file, damages[what] as Damage, share, byte), `${file}, ${what} at ${share}`),
      ),
      {
        numRuns: Number(FAST_CHECK_RUNS ?? 80),
        ...(FAST_CHECK_SEED && { seed: Number(FAST_CHECK_SEED) }),
        ...(!FAST_CHECK_SEED && !FAST_CHECK_RUNS && { seed: usualSeed }),
      },
    );
  });

  for (const file of ['gatehouse.json', 'journal.jsonl', 'audit.jsonl']) {
    for (const [what, damage] of Object.entries(damages)) {
      it(`stops the start, which names file, line or cause, and cure: ${file}, ${what}`, async () => {
        const { told } = await damaged(file, damage, 0.4);
        const [said = ''] = told;
        assert.match(
          said,
          new RegExp(`${file.replaceAll('.', '\\.')} (can’t be read|is damaged): (line \\d+|it|tenants)`),
        );
        assert.match(said, /Restore/);
      });
    }
  }

  for (const file of ['gatehouse.json', 'journal.jsonl']) {
    it(`stops the start: ${file} taken away`, async () => {
      const { told } = await opened((folder) => rm(join(folder, file)));
      assert.match(told.join(), /is missing, but/);
    });
  }

  it('stops the start when gatehouse.json and journal.jsonl are older than what was acknowledged', async () => {
    const { told } = await opened(async (folder) => {
      await writeFile(join(folder, 'journal.jsonl'), '');
    });
    assert.match(told.join(), /journal\.jsonl can’t be read: line 1 is missing/);
  });

  it('begins a new audit log in place of one that was taken away, which says so for good', async () => {
    const { told, remembered } = await opened((folder) => rm(join(folder, 'audit.jsonl')));
    assert.match(told.join(), /auditBegunAnew audit\.jsonl/);
    assert.deepEqual((remembered.audit as [{ lines: number }])[0].lines, 1);
  });

  it('has audit:verify tell of a log that was begun anew, and find it whole', async () => {
    let said: readonly string[] = [];
    await opened(async (folder) => {
      const path = join(folder, 'audit.jsonl');
      await rm(path);
      await assert.rejects(verifyAudit(auditInFolder(path)), /is gone\. It had \d+ lines or more/);
      await startedAndEnded(folder);
      said = await verifyAudit(auditInFolder(path));
    });
    assert.match(said.join('\n'), /1 lines, an unbroken chain.*\n⚠️ This log was started on .* the log is gone/);
  });

  it('notices a log that has lost its end, though the mark beside it has gone as well', async () => {
    const { told } = await opened(async (folder) => {
      const path = join(folder, 'audit.jsonl');
      const lines = (await readFile(path, 'utf8')).split('\n');
      await writeFile(path, `${lines.slice(0, 10).join('\n')}\n`);
      await rm(`${path}.end`);
    });
    assert.match(told.join(), /audit\.jsonl is damaged: line 11 is missing/);
  });

  it('stops the start when the last line of the audit log says something else', async () => {
    const { told } = await opened(async (folder) => {
      const path = join(folder, 'audit.jsonl');
      await writeFile(path, (await readFile(path, 'utf8')).replace('tenant.enable', 'tenant.unable'));
    });
    assert.match(
      told.join(),
      /audit\.jsonl is damaged: line \d+ isn’t as Gatehouse wrote it: its hash isn’t the recorded one/,
    );
  });

  it('cuts off no whole line that lacks its line break, though the marks have gone', async () => {
    for (const file of ['audit.jsonl', 'journal.jsonl']) {
      const { told } = await opened(async (folder) => {
        const path = join(folder, file);
        await writeFile(path, (await readFile(path, 'latin1')).replace(/\n$/, ' '), 'latin1');
        await rm(`${path}.end`);
      });
      assert.match(told.join(), new RegExp(`${file} (is damaged|can’t be read): line \\d+ is cut short`));
    }
  });

  it('stops the start when a line of the journal comes from another copy of the folder', async () => {
    const linesOf = async (folder: string) => (await readFile(join(folder, 'journal.jsonl'), 'utf8')).split('\n');
    const goneOnWith = async (folder: string, ...tenantIds: readonly string[]) => {
      const store = await FileStore.open(folder, folderDeps);
      for (const tenantId of tenantIds) await store.commit({ tenants: [{ ...aTenant(), tenantId }] });
      await store.close();
    };
    let ours: readonly string[] = [];
    await opened(async (folder) => {
      await goneOnWith(folder, 'ours-1', 'ours-2');
      ours = await linesOf(folder);
    });
    const { told } = await opened(async (folder) => {
      await goneOnWith(folder, 'theirs-1', 'theirs-2');
      const theirs = await linesOf(folder);
      await writeFile(
        join(folder, 'journal.jsonl'),
        [...theirs.slice(0, -3), ours.at(-3), ...theirs.slice(-2)].join('\n'),
      );
    });
    assert.match(told.join(), /journal\.jsonl can’t be read: line \d+ .*its hash doesn’t match/);
  });

  it('stops the start when gatehouse.json is an older copy, beside a journal that has just been begun', async () => {
    const { told } = await opened(async (folder) => {
      const path = join(folder, 'gatehouse.json');
      const older = await readFile(path);
      const store = await FileStore.open(folder, folderDeps);
      await store.commit({ forgottenTenantIds: ['tenant-1'] });
      await store.close();
      assert.equal((await readFile(join(folder, 'journal.jsonl'))).length, 0);
      await writeFile(path, older);
    });
    assert.match(told.join(), /journal\.jsonl can’t be read: line 1 is missing/);
  });

  it('does without the marks of the ends, and says so', async () => {
    const { told, remembered } = await opened(async (folder) => rm(join(folder, 'journal.jsonl.end')));
    assert.match(told.join(), /endMarkUnread journal\.jsonl/);
    assert.deepEqual(remembered, usual.remembered);
  });

  it('clears away certificates that were half written, and says so', async () => {
    let left: readonly string[] = [];
    const { told, remembered } = await opened(async (folder) => {
      await writeFile(join(folder, 'certificates', 'a.pdf.new'), 'half');
      const found = await openFolder(folder);
      left = await readdir(join(folder, 'certificates'));
      assert.match(found.told.join(), /halfWrittenRemoved certificates.a\.pdf\.new/);
    });
    assert.ok(left.every((name) => !name.endsWith('.new')));
    assert.deepEqual([told, remembered.pdf], [[], usual.remembered.pdf]);
  });

  it('names the record and the field that has been taken out, whatever the hash says', async () => {
    const take = async (folder: string, field: RegExp) => {
      const path = join(folder, 'gatehouse.json');
      const { json } = withoutHash(await readFile(path));
      await writeFile(path, withHash(json.replace(field, '')).text);
    };
    const tenant = await opened((folder) => take(folder, /"since":"[^"]+",/));
    assert.match(tenant.told[0] ?? '', /gatehouse\.json can’t be read: tenants, [^:]+: since: Invalid input/);
    const moved = await opened((folder) => take(folder, /(?<=\n")[^"]+(?=":\{"tenantId")/));
    assert.match(moved.told[0] ?? '', /gatehouse\.json can’t be read: tenants, : tenantId: belongs to another entry/);
    const certificate = await opened((folder) => take(folder, /,"hashes":\{[^}]*\}/));
    assert.match(certificate.told[0] ?? '', /certificates, [^:]+: hashes: Invalid input/);
  });

  for (const text of [
    '[null]',
    '[{}]',
    '[1,"x"]',
    '{}',
    'null',
    '[{"conversationId":"c","activityId":"a","drawn":"","view":null}]',
    '[{"conversationId":"c","activityId":"a","drawn":"","view":{"kind":"list"}}]',
  ]) {
    it(`begins cards.json anew when it is ${text}`, async () => {
      const { told, remembered } = await opened((folder) => writeFile(join(folder, 'cards.json'), text));
      assert.match(told.join(), /cardsNotRead cards\.json/);
      assert.deepEqual({ ...remembered, cards: [] }, { ...usual.remembered, cards: [] });
      assert.deepEqual(remembered.cards, []);
    });
  }
});

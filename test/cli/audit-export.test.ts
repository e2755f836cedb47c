// The audit log is written as a file of its lines, to the byte, whole or not, and never over a file that is there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { exportAudit } from '../../src/cli/audit-check.js';
import { auditInFolder } from '../../src/store/folder/audit-to-check.js';
import { now } from '../support/builders.js';
import { builtProgram } from '../support/programs.js';
import { StoreFolder } from '../support/store-folder.js';

describe('an exported audit log', function () {
  this.timeout(60_000);
  let folder: StoreFolder;
  let log: string;

  beforeEach(async () => {
    folder = await StoreFolder.make();
    log = folder.file('audit.jsonl');
    const store = await folder.opened();
    for (let count = 0; count < 3000; count += 1)
      void store.audit.append([{ at: now, what: 'enable', why: `${count} wägt \u0000 ${'x'.repeat(300)}` }]);
    await store.close();
  });

  afterEach(() => folder.end());

  const exported = async () => {
    const pieces: Buffer[] = [];
    const said = exportAudit(auditInFolder(log), async (text) => {
      for await (const piece of text) pieces.push(piece);
    });
    const outcome = await said.then(
      (lines) => lines.join('\n'),
      (error: Error) => error.message,
    );
    return { bytes: Buffer.concat(pieces), count: pieces.length, outcome };
  };

  it('has every line as it is, in few pieces, without what a crash has torn', async () => {
    const whole = await readFile(log);
    await appendFile(log, '{"line":3001,"at"');
    const { bytes, count, outcome } = await exported();
    assert.ok(bytes.equals(whole));
    assert.ok(count < 10, `${count}`);
    assert.match(outcome, /3000 lines, an unbroken chain/);
  });

  it('has the lines of a log that was changed too, and says so', async () => {
    const changed = (await readFile(log, 'latin1')).replace('2000 w', '2001 w');
    await writeFile(log, changed, 'latin1');
    const { bytes, outcome } = await exported();
    assert.ok(bytes.equals(Buffer.from(changed, 'latin1')));
    assert.match(outcome, /line 2002 isn’t as Gatehouse wrote it/);
  });

  it('takes the place of no file, and goes to standard output by itself', async () => {
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [builtProgram('cli/audit-export.ts'), ...args], {
        env: { PATH: process.env.PATH, DATA_DIR: folder.path },
        cwd: fileURLToPath(new URL('../support', import.meta.url)),
        maxBuffer: 10_000_000,
      });
    const whole = await readFile(log);
    const refused = run(log);
    assert.equal(refused.status, 1);
    assert.match(`${refused.stderr}`, /exists already/);
    assert.ok((await readFile(log)).equals(whole));
    const { status, stdout, stderr } = run();
    assert.equal(status, 0, `${stderr}`);
    assert.ok(stdout.equals(whole));
    assert.match(`${stderr}`, /3000 lines, an unbroken chain/);
    assert.equal(run(folder.file('export.jsonl')).status, 0);
    assert.ok((await readFile(folder.file('export.jsonl'))).equals(whole));
  });
});

// The audit log's file is a chain that shows every change.
import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreError } from '../../src/domain/errors.js';
import type { AuditEntry } from '../../src/domain/tenant/audit-entry.js';
import { AuditFile, auditFileName } from '../../src/store/folder/audit-file.js';
import { wholeLines } from '../../src/store/folder/lines.js';
import type { ChainEnd } from '../../src/store/records/audit-chain.js';
import { checkAudit } from '../../src/store/records/audit-check.js';
import { contoso, now } from '../support/builders.js';
import { ManualClock } from '../support/manual-clock.js';
import { noLog } from '../support/test-dependencies.js';

describe('the audit log', () => {
  let folder: string;
  let path: string;
  let audit: AuditFile;

  const deps = (origin?: Partial<AuditEntry>, known?: ChainEnd) => ({
    origin: () => origin,
    clock: new ManualClock(),
    log: noLog,
    known,
  });
  const entry = (what: string, tenantId = contoso) => ({ at: now, what, by: 'alex', tenantId });
  const reopen = async () => {
    await audit.close();
    audit = await AuditFile.open(folder, deps());
  };
  const change = async (work: (text: string) => string) => writeFile(path, work(await readFile(path, 'utf8')));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-audit-'));
    path = join(folder, auditFileName);
    audit = await AuditFile.open(folder, deps({ conversationId: 'chat', correlationId: 'click-1' }));
  });

  afterEach(async () => {
    await audit.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps every entry, with where it came from, readable for this user only', async () => {
    await audit.append([entry('onboardingRequested')]);
    const [line] = (await readFile(path, 'utf8')).split('\n');
    assert.deepEqual(JSON.parse(line ?? ''), {
      line: 1,
      ...entry('onboardingRequested'),
      conversationId: 'chat',
      correlationId: 'click-1',
      before: '0'.repeat(64),
    });
    assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  it('is one chain, over restarts and over entries that come at once', async () => {
    await audit.append([entry('one'), entry('two')]);
    await reopen();
    await Promise.all([audit.append([entry('three')]), audit.append([entry('four')])]);
    const check = await checkAudit(wholeLines(path));
    assert.ok('lines' in check);
    assert.equal(check.lines, 4);
  });

  for (const [what, brokenAt, work] of [
    ['changed', 3, (text: string) => text.replace('two', 'six')],
    ['taken out', 2, (text: string) => text.replace(/.*two.*\n/, '')],
    ['put in twice', 3, (text: string) => text.replace(/.*two.*\n/, (line) => line + line)],
    ['no line at all', 2, (text: string) => text.replace(/.*two.*/, 'two')],
  ] as const) {
    it(`shows that a line was ${what}`, async () => {
      await audit.append([entry('one'), entry('two'), entry('three')]);
      await change(work);
      const check = await checkAudit(wholeLines(path));
      assert.equal('brokenAt' in check && check.brokenAt, brokenAt);
    });
  }

  it('says at the start that the mark of its end is missing, where it has been written to before', async () => {
    await audit.append([entry('one')]);
    const told: unknown[] = [];
    const log = { ...noLog, warn: (event: string, fields: unknown) => void told.push([event, fields]) };
    const open = (known?: ChainEnd) => AuditFile.open(folder, { ...deps(undefined, known), log });
    await rm(`${path}.end`);
    await open();
    assert.deepEqual(told, [], 'nobody remembers that there ever was one');
    await rm(`${path}.end`);
    await open(audit.end);
    assert.match(JSON.stringify(told), /^\[\["endMarkUnread",{"file":"audit.jsonl"/);
  });

  it('drops the half of a line that a crash has left, and goes on', async () => {
    await audit.append([entry('one')]);
    await audit.close();
    await appendFile(path, '{"line":2,"at":"2026');
    audit = await AuditFile.open(folder, deps());
    await audit.append([entry('two')]);
    const check = await checkAudit(wholeLines(path));
    assert.ok('lines' in check);
    assert.equal(check.lines, 2);
  });

  it('does not go on from a last line that is none of its own', async () => {
    await appendFile(path, 'rubbish\n');
    await assert.rejects(
      AuditFile.open(folder, deps()),
      (error: unknown) => error instanceof StoreError && error.message.includes('damaged: line 1'),
    );
  });
});

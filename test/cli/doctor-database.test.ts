// The doctor looks at the database in place of the folder, where one is set.
import assert from 'node:assert/strict';
import { literal } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import { cure, DoctorBench, line } from '../support/doctor-bench.js';
import { type TestDatabase, testDatabase } from '../support/postgres.js';

const { findings, titles } = en.checkup;

describe('the doctor, of a database', function () {
  this.timeout(20_000);
  let bench: DoctorBench;
  let on: TestDatabase;

  beforeEach(async () => {
    [bench, on] = await Promise.all([DoctorBench.open(), testDatabase()]);
    bench.environment.DATABASE_URL = on.url;
  });

  afterEach(async () => {
    await bench.close();
    await on.drop();
  });

  it('finds it good but for the owner as its login, and says nothing of a folder', async () => {
    const { text, exitCode } = await bench.doctor();
    assert.equal(exitCode, 0, text);
    assert.match(
      text,
      /✅ Database: PostgreSQL \d+\.\d+, ready for this version of Gatehouse\. No replica is running\./,
    );
    const { found, cure: what } = findings.databaseOwner;
    const user = new URL(on.url).username;
    assert.ok(text.includes(`${line('⚠️', 'databaseLogin', found({ user: literal(user) }))}\n${cure(what)}`), text);
    assert.ok(text.includes(line('✅', 'databaseClock', findings.databaseClockRight.found)), text);
    assert.ok(!text.includes(titles.dataFolder), text);
    assert.ok(!text.includes('secret@'), text);
  });

  it('names the command for one that isn’t ready', async () => {
    await on.sql('drop schema gatehouse cascade');
    const { text, exitCode } = await bench.doctor();
    assert.equal(exitCode, 1);
    const { found, cure: what } = findings.databaseNotMigrated;
    assert.ok(text.includes(`${line('❌', 'database', found)}\n${cure(what)}`), text);
    assert.ok(text.includes(line('🔎', 'microsoft', findings.databaseInTheWay.found)), text);
  });

  it('says that it doesn’t answer, and checks the rest', async () => {
    bench.environment.DATABASE_URL = Object.assign(new URL(on.url), { port: '1' }).href;
    const { text, exitCode } = await bench.doctor();
    assert.equal(exitCode, 1);
    assert.match(text, /❌ Database: Doesn’t answer, so Gatehouse can’t save anything \(.+\)\./);
    assert.ok(text.includes(titles.nodeVersion), text);
  });

  it('checks none whose setting is wrong', async () => {
    bench.environment.DATABASE_URL = 'mysql://somewhere';
    const { text, exitCode } = await bench.doctor();
    assert.equal(exitCode, 1);
    assert.ok(text.includes('DATABASE_URL'), text);
    assert.ok(text.includes(`${titles.database}: ${findings.settingsInTheWay.found}`), text);
    assert.ok(!text.includes(titles.dataFolder), text);
  });
});

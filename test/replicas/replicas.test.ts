// Several replicas hold what one holds, whatever befalls some of them, their connections or their database.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { checkAudited, checkCertificates } from '../crash/aftermath.js';
import { Trial } from './trial.js';

const times = Number(process.env.CRASH_KILLS ?? 100);
const seed = Number(process.env.CRASH_SEED ?? randomInt(2 ** 31));

describe(`three replicas that something befalls ${times} times (CRASH_SEED=${seed})`, () => {
  let trial: Trial;

  before(async () => {
    trial = await Trial.start(seed, times);
  });

  after(() => trial?.end());

  it('have saved all that any has said, and come to rest with every tenant', async () => {
    const start = Date.now();
    let befallen = 0;
    try {
      await trial.goThrough(times, (count, fault) => {
        befallen = count;
        if (process.env.CRASH_TRACE) say(`${count} ${fault} ${Math.round((Date.now() - start) / 1000)} s`);
      });
    } catch (error) {
      say(`failed after ${befallen} times with CRASH_SEED=${seed}; they said last:\n${trial.replicas.story}`);
      throw error;
    }
    const { play, counts } = trial;
    const at = [...counts].map(([what, count]) => `${what} ${count}`).join(', ');
    say(`${befallen} times in ${Math.round((Date.now() - start) / 1000)} s, ${play.stories.length} tenants: ${at}`);
    say(`a spent refresh token was used again ${play.microsoft.staleSignIns} times`);
    await play.checkSaved(trial.replicas.saved);
  });

  it('have made one relationship for every tenant, and one assignment for every group', () =>
    trial.play.checkMicrosoft());

  it('have told all news to everybody, and repeated only what could not be saved', () => {
    const { explained, unexplained } = trial.play.news.repeats();
    say(`${trial.play.news.all().length} messages with news, ${explained} of them repeated`);
    assert.deepEqual(unexplained, []);
    assert.ok(explained <= times);
  });

  it('have never reconciled two at once', () => {
    const { reconciles } = trial.replicas;
    say(`${reconciles.count} lists read`);
    assert.deepEqual(reconciles.overlapping(), []);
  });

  it('have written one certificate for every tenant that has left, and put its hashes into the audit log', () =>
    checkCertificates(trial.play.stories, trial.replicas.saved));

  it('have an entry in the audit log for everything that any has acknowledged', () =>
    checkAudited(trial.play.stories, trial.replicas.saved));

  it('keep as many posted cards as they promise, and show on every one what is saved', async () => {
    say(`${await trial.checkCards()} cards kept`);
  });

  it('stop when they are asked to, and have met no error but that their database was away', async () => {
    await trial.stop();
    assert.deepEqual(trial.replicas.errors, []);
  });
});

function say(line: string): void {
  process.stdout.write(`    ${line}\n`);
}

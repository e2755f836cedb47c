// The bot is killed at hundreds of moments, between any two lines, and started again: nothing is lost or done twice.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { checkAudited, checkCertificates } from './aftermath.js';
import { Ordeal } from './ordeal.js';

const kills = Number(process.env.CRASH_KILLS ?? 200);
const seed = Number(process.env.CRASH_SEED ?? randomInt(2 ** 31));

describe(`a bot that is killed ${kills} times (CRASH_SEED=${seed})`, () => {
  let ordeal: Ordeal;

  before(async () => {
    ordeal = await Ordeal.start(seed, kills);
  });

  after(() => ordeal.end());

  it('opens its store every time, has all that it has said, and comes to rest with every tenant', async () => {
    const start = Date.now();
    let killed = 0;
    try {
      await ordeal.goThrough(kills, (count) => {
        killed = count;
        if (process.env.CRASH_TRACE) say(`${count} ${Math.round((Date.now() - start) / 1000)} s`);
      });
    } catch (error) {
      say(`failed after ${killed} kills with CRASH_SEED=${seed}; the bot said last:\n${ordeal.story}`);
      throw error;
    }
    const at = [...ordeal.killedAt].map(([event, count]) => `${event} ${count}`).join(', ');
    say(
      `${killed} kills in ${Math.round((Date.now() - start) / 1000)} s, ${ordeal.play.stories.length} tenants: ${at}`,
    );
    say(`a spent refresh token was used again ${ordeal.play.microsoft.staleSignIns} times`);
    await ordeal.checkSaved();
  });

  it('has made one relationship for every tenant, and one assignment for every group', () =>
    ordeal.play.checkMicrosoft());

  it('has told all news to everybody, and repeated only what a kill kept from being saved', () => {
    const { explained, unexplained } = ordeal.play.news.repeats();
    say(`${ordeal.play.news.all().length} messages with news, ${explained} of them repeated`);
    assert.deepEqual(unexplained, []);
    assert.ok(explained <= 2 * kills);
  });

  it('has written one certificate for every tenant that has left, and put its hashes into the audit log', () =>
    checkCertificates(ordeal.play.stories, ordeal.folder));

  it('has an entry in the audit log for everything that it has acknowledged', () =>
    checkAudited(ordeal.play.stories, ordeal.folder));
});

function say(line: string): void {
  process.stdout.write(`    ${line}\n`);
}

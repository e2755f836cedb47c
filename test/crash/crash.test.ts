// The bot is killed at hundreds of moments, between any two lines, and started again: nothing is lost or done twice.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
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
    say(`${killed} kills in ${Math.round((Date.now() - start) / 1000)} s, ${ordeal.stories.length} tenants: ${at}`);
    say(`a spent refresh token was used again ${ordeal.microsoft.staleSignIns} times`);
    await ordeal.checkFolder();
  });

  it('has made one relationship for every tenant, and one assignment for every group', () => ordeal.checkMicrosoft());

  it('has told all news to everybody, and repeated only what a kill kept from being saved', () => {
    const { explained, unexplained } = ordeal.news.repeats();
    say(`${ordeal.news.all().length} messages with news, ${explained} of them repeated`);
    assert.deepEqual(unexplained, []);
    assert.ok(explained <= 2 * kills);
  });

  it('has written one certificate for every tenant that has left, and put its hashes into the audit log', async () => {
    const left = ordeal.stories.filter(({ ending }) => ending === 'left');
    assert.ok(left.length > 0);
    const certificates = [...(await ordeal.folder.contents()).certificates.values()];
    const entries = await ordeal.folder.audit();
    for (const { tenantId, name } of left) {
      const [certificate, ...more] = certificates.filter((each) => each.tenantId === tenantId);
      assert.ok(certificate, `${name} has no certificate`);
      assert.deepEqual(more, [], `${name} has more than one certificate`);
      const files = await ordeal.folder.certificate(certificate.id);
      assert.deepEqual(files.hashes, certificate.hashes, name);
      assert.ok(
        entries.some((entry) => isDeepStrictEqual(entry.certificate, files.hashes)),
        name,
      );
      const { tenants } = await ordeal.folder.contents();
      assert.deepEqual(
        [tenants.get(tenantId)?.onboarding, tenants.get(tenantId)?.offboarding],
        [undefined, undefined],
        name,
      );
    }
  });

  it('has an entry in the audit log for everything that it has acknowledged', async () => {
    const entries = await ordeal.folder.audit();
    for (const { tenantId, name, acknowledged, asked } of ordeal.stories) {
      for (const [deed, times] of acknowledged) {
        const written = entries.filter((entry) => entry.tenantId === tenantId && entry.what === deed);
        assert.ok(written.length >= times, `${name}: ${deed} ${times} times, written down ${written.length} times`);
        assert.ok(written.length <= (asked.get(deed) ?? 0), `${name}: ${deed} more often than anybody asked for it`);
        assert.ok(written.every(({ by }) => by !== undefined));
      }
    }
  });
});

function say(line: string): void {
  process.stdout.write(`    ${line}\n`);
}

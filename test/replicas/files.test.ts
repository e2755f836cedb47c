// A link to a file opens wherever the request comes to.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Scene } from '../crash/tenant-story.js';
import { linksOf } from '../support/card-reading.js';
import { people } from '../support/world.js';
import { aReplicasBench } from './replicas-bench.js';

const admins = '00000000-0000-4000-8000-0000000000aa';
const tenantId = '10000000-0000-4000-8000-000000000018';

describe('a link that one replica has made', () => {
  const bench = aReplicasBench({ settings: { ADMINS: `group:${admins}` } });
  let met: Pick<Scene, 'chat' | 'message'>;
  let path: string;

  before(async () => {
    await setAdmins(people.alex.aadObjectId, people.megan.aadObjectId);
    met = await bench().play.meet();
    const { saved, all } = bench().replicas;
    while (!(await saved.contents()).tenants.has(tenantId)) await pause(50);
    const card = await bench().click(all[0], met, ['offboarding.exportPlan', { tenantId }]);
    const link = linksOf(card).find((url) => url.includes('/certificates/'));
    path = new URL(link ?? assert.fail(`there is no link on ${JSON.stringify(card)}`)).pathname;
  });

  const setAdmins = async (...memberIds: readonly string[]) => {
    const { microsoft } = bench().play;
    await microsoft.control(`/groups/${admins}`, { name: 'Admins', isSecurity: true });
    await microsoft.control(`/groups/${admins}/members`, { memberIds });
  };

  const open = async (index: number, at = path) => {
    const replica = bench().replicas.all[index];
    const answer = await fetch(`${replica?.url}${at}`);
    return { status: answer.status, text: await answer.text() };
  };

  /** A replica that has just started asks Microsoft for the person's groups, which may take longer than a link waits. */
  const statusOnceKnown = async (index: number) => {
    let { status } = await open(index);
    for (let tries = 1; status === 503 && tries < 10; tries += 1) {
      await pause(1000);
      ({ status } = await open(index));
    }
    return status;
  };

  it('opens the same file at the others, after that one was killed', async () => {
    await bench().replicas.all[0].kill();
    const [second, third] = [await open(1), await open(2)];
    assert.deepEqual([second.status, third.status], [200, 200]);
    assert.ok(second.text.includes(tenantId));
    assert.equal(second.text, third.text);
  });

  it('opens at one that was started afterwards', async () => {
    await bench().replicas.all[0].start();
    assert.equal(await statusOnceKnown(0), 200);
  });

  it('opens nowhere with another token', async () => {
    const other = path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const index of [0, 1, 2]) assert.equal((await open(index, other)).status, 404);
  });

  it('opens no longer where it is known that its person is no admin any more', async () => {
    await setAdmins(people.megan.aadObjectId);
    const [, second] = bench().replicas.all;
    // It has asked for the person's groups a moment ago, and believes the answer for minutes.
    await second?.kill();
    await second?.start();
    assert.equal(await statusOnceKnown(1), 404);
  });
});

// What the data folder remembers of the audit log's end, however damaged or new it is otherwise.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withHash } from '../../src/store/folder/hashed-json.js';
import { knownAuditEnds } from '../../src/store/folder/known-audit-ends.js';
import { stateFileName } from '../../src/store/folder/open-state.js';
import { emptyParts, newestSchema } from '../../src/store/records/contents.js';

const audit = { lines: 9, hash: 'h' };
const head = { schema: newestSchema, sequence: 3, generation: 'g', audit };

describe('the known ends of an audit log', () => {
  let folder: string;
  const knownWith = async (whole: string) => {
    await writeFile(join(folder, stateFileName), whole);
    return knownAuditEnds(join(folder, 'audit.jsonl'));
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-ends-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('include the one in a whole file that has a bad row, or is of a newer schema', async () => {
    const badRow = { ...head, ...emptyParts, tenants: { x: { bad: 1 } } };
    for (const whole of [badRow, { ...head, schema: newestSchema + 1 }])
      assert.deepEqual(await knownWith(withHash(JSON.stringify(whole)).text), [audit]);
  });

  it('leave out the one in a whole file that was changed', async () => {
    const { text } = withHash(JSON.stringify({ ...head, ...emptyParts }));
    assert.deepEqual(await knownWith(text), [audit]);
    assert.deepEqual(await knownWith(text.replace('"lines":9', '"lines":8')), []);
  });
});

// Events that docs and cards tell operators to look for are events that the log has.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const tables = ['log-events.ts', 'store-log-events.ts'].map((name) => `src/runtime/${name}`);
const names = async () => {
  const texts = await Promise.all(tables.map((path) => readFile(path, 'utf8')));
  return texts.flatMap((text) => [...text.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => name));
};

describe('the events of the log', () => {
  // Words of settings, cards and answers that look like events.
  const others = [
    'autoExtend',
    'correlationId',
    'durationDays',
    'groupId',
    'inTrouble',
    'messageTeamMembers',
    'microsoftAppId',
    'publicUrl',
    'requireAzure',
    'traceId',
  ];

  const docs = readdirSync('docs').flatMap((name) => (/^\d.*\.md$/.test(name) ? [`docs/${name}`] : []));
  for (const page of [...docs, 'README.md']) {
    it(`have each that ${page} names`, async () => {
      const events = await names();
      const text = await readFile(page, 'utf8');
      const named = [...text.matchAll(/`([a-z]+[A-Z][A-Za-z]*)`/g)].map(([, word]) => word ?? '');
      assert.deepEqual(
        named.filter((word) => !others.includes(word) && !events.includes(word)),
        [],
      );
    });
  }

  it('have each that the checkup sends people to', async () => {
    const events = await names();
    const text = await readFile('src/views/words/en/checkup.ts', 'utf8');
    const named = [...text.matchAll(/the log for “(\w+)”/g)].map(([, word]) => word ?? '');
    assert.notEqual(named.length, 0);
    assert.deepEqual(
      named.filter((word) => !events.includes(word)),
      [],
    );
  });
});

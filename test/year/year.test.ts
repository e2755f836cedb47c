// A year with two hundred tenants, whatever people, customers, Microsoft, Teams and the machine do: what's promised of ends of access.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { brokenPromises } from './promises.js';
import { aStory, downtimesOf, type Story } from './stories.js';
import { Year } from './year.js';

// The same year every time, so that no change fails for another's fault. YEAR_SEED is another one, YEAR_TENANTS a smaller.
const seed = Number(process.env.YEAR_SEED ?? 20_261_129);
const tenants = Number(process.env.YEAR_TENANTS ?? 200);

const drawn = <T>(arbitrary: fc.Arbitrary<T>, count: number, offset: number): readonly T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: seed + offset });

describe('a year of ends of access', () => {
  let year: Year;

  before(async function () {
    this.timeout(1_800_000);
    const stories = drawn(aStory, tenants, 0);
    const downtimes = (['bot', 'microsoft', 'teams'] as const).flatMap((part, index) =>
      drawn(downtimesOf(part), 1, index + 1).flat(),
    );
    year = new Year(stories, downtimes);
    await year.passes();
  });

  const storyOf = (tenantId: string): Story | undefined => year.stories[Number(tenantId.slice(-12))];

  it('warns no one late, twice or wrongly, and loses no access that a button was pressed to keep', () => {
    const broken = brokenPromises(year);
    const lines = broken
      .slice(0, 20)
      .map(({ tenantId, at, what }) => `${at} ${tenantId} ${what}\n  ${JSON.stringify(storyOf(tenantId))}`);
    assert.equal(broken.length, 0, `${broken.length} broken promises with YEAR_SEED=${seed}:\n${lines.join('\n')}`);
  });

  it('has enough in it', () => {
    const count = (news: string) => year.told.filter((each) => each.news === news).length;
    const kept = (way: string) => year.pressed.filter((each) => each.way === way && !each.refused).length;
    const most = {
      warnings: count('accessEnding'),
      losses: count('accessLost'),
      reminders: count('requestUnanswered'),
      extended: kept('extend'),
      freed: kept('removeGlobalAdministrator'),
      requested: kept('request'),
    };
    const least = { warnings: 1, losses: 0.2, reminders: 0.3, extended: 0.04, freed: 0.02, requested: 0.1 };
    for (const [what, share] of Object.entries(least))
      assert.ok(most[what as keyof typeof most] >= share * tenants, `${what}: ${JSON.stringify(most)}`);
  });
});

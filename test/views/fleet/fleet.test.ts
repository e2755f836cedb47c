// The card of /fleet, in every language: how all tenants stand, how that moves, and where each part leads.
import assert from 'node:assert/strict';
import { FleetCounts } from '../../../src/domain/tenant/fleet.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { fleetView, type ShownFleet } from '../../../src/views/fleet/fleet.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { en } from '../../../src/views/words/en/index.js';
import { aFleet, fleetDayAgo } from '../../support/a-fleet.js';
import { aTemplates, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonVerbs, parts, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('fleet');
const context: ViewContext = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now };
const days = Array.from({ length: 91 }, (_, index) => fleetDayAgo(90 - index));
const moving: ShownFleet = {
  fleet: aFleet,
  past: { week: fleetDayAgo(7), month: fleetDayAgo(30), days },
  query: '',
  isReported: true,
};
const nothing = new FleetCounts().fleet(now);
const alone = new FleetCounts();
alone.add(tenantBy.approved());

describe('the card of /fleet', () => {
  for (const language of languages) {
    it(`says in ${language} how all stand, and how that moves`, () => {
      const card = fleetView(moving, { ...context, words: wordsIn(language) });
      golden(language, card);
      if (language === 'en') assertGoodCard(card);
    });

    it(`says in ${language} how few stand, of which nothing is known earlier`, () => {
      const card = fleetView(
        { fleet: alone.fleet(now), past: { days: [] }, query: '', isReported: false },
        { ...context, words: wordsIn(language) },
      );
      golden(`one tenant ${language}`, card);
    });
  }

  it('has for each chart what a client shows that draws none', () => {
    const charts = [...parts(fleetView(moving, context))].filter(({ type }) => String(type).startsWith('Chart.'));
    assert.deepEqual(
      charts.map(({ type }) => type),
      ['Chart.HorizontalBar.Stacked', 'Chart.HorizontalBar', 'Chart.HorizontalBar', 'Chart.Line'],
    );
    for (const chart of charts) {
      assert.ok(Array.isArray(chart.data) && chart.data.length > 0);
      const { type, facts } = chart.fallback as { type: string; facts: { value: string }[] };
      assert.equal(type, 'FactSet');
      assert.ok(facts.every(({ value }) => /\d$/.test(value)));
    }
  });

  it('has whole numbers on each axis', () => {
    const charts = [...parts(fleetView(moving, context))];
    const bars = charts.filter(({ type }) => type === 'Chart.HorizontalBar');
    assert.ok(bars.every(({ displayMode }) => displayMode === 'AbsoluteNoAxis'));
    const endsOf = (approved: number) => {
      const statuses = { ...fleetDayAgo(0).statuses, approved, issuesFound: 0, needsApproval: 0 };
      const past = { days: days.map((day) => ({ ...day, statuses })) };
      const line = [...parts(fleetView({ ...moving, past }, context))].find(({ type }) => type === 'Chart.Line');
      assert.equal(line?.yMin, 0);
      return Number(line?.yMax);
    };
    for (let most = 0; most < 3000; most += most < 50 ? 1 : 97) {
      const end = endsOf(most);
      assert.ok(end >= Math.max(4, most) && end % 4 === 0 && end <= Math.max(4, most * 1.25 + 4), `${end} for ${most}`);
    }
    assert.equal(endsOf(801), 840);
  });

  it('says when the first access ends where no month has several', () => {
    const said = (ends: readonly number[]) => textOf(fleetView({ ...moving, fleet: { ...aFleet, ends } }, context));
    const none = Array.from({ length: 10 }, () => 0);
    assert.match(said([0, 1, ...none]), /Access to 1 tenant ends in December 2026\./);
    assert.match(
      said([0, 1, 1, ...none]),
      /Access to 2 tenants ends in the next 12 months, the first in December 2026\./,
    );
    assert.match(said([1, 2, 0, ...none]), /most often in December 2026 \(2\)\./);
  });

  it('leads to no list that is known to be empty', () => {
    const leads = (endingSoon: number | undefined) =>
      [...parts(fleetView(moving, { ...context, endingSoon }))].some(({ title }) => title === en.fleet.ends.soon);
    assert.deepEqual([0, 3, undefined].map(leads), [false, true, true]);
  });

  it('draws numbers as numbers, and no bar longer than fits on a phone', () => {
    const [, ends = {}] = [...parts(fleetView(moving, context))].filter(({ type }) =>
      String(type).startsWith('Chart.'),
    );
    const points = ends.data as { x: string; y: number }[];
    assert.deepEqual(points[4], { x: 'Mar 2027', y: 31 });
    const { facts } = ends.fallback as { facts: { value: string }[] };
    assert.equal(facts[4]?.value, `${'█'.repeat(10)} 31`);
    assert.equal(facts[0]?.value, `${'█'.repeat(2)} 7`);
  });

  it('leads on with the query that it shows', () => {
    const card = fleetView({ ...moving, past: { days: [] }, query: 'tag:vip' }, context);
    assert.match(textOf(card), /Tenants that match tag:vip/);
    const data = [...parts(card)].flatMap((part) =>
      part.type === 'ActionSet' ? (part.actions as { data: object }[]) : [],
    );
    assert.deepEqual(
      data.map((each) => each.data),
      [
        { filter: 'issuesFound', search: 'tag:vip' },
        { search: 'tag:vip ends<30d' },
        { filter: 'needsApproval', search: 'tag:vip' },
        { search: 'tag:vip pending<3d' },
        { search: 'tag:vip pending>3d pending<10d' },
        { search: 'tag:vip pending>10d pending<30d' },
        { search: 'tag:vip pending>30d' },
        { search: 'tag:vip ga:yes' },
        { search: 'tag:vip' },
        { search: 'tag:vip' },
      ],
    );
  });

  it('says so where there’s nothing to show', () => {
    const empty = fleetView({ fleet: nothing, past: { days: [] }, query: '', isReported: false }, context);
    assertGoodCard(empty);
    assert.match(textOf(empty), /There are no tenants yet/);
    assert.deepEqual(buttonVerbs(empty), ['fleet.show', 'tenants.list', 'fleet.report', 'fleet.sendReport']);
    assert.match(
      textOf(fleetView({ fleet: nothing, past: { days: [] }, query: 'x', isReported: false }, context)),
      /No tenant matches/,
    );
  });
});

// The report as a PDF: on one page, in every language, drawn with lines and rectangles, and readable aloud.
import assert from 'node:assert/strict';
import { FleetCounts } from '../../src/domain/tenant/fleet.js';
import { printReport } from '../../src/report/print.js';
import { languages, wordsIn } from '../../src/views/catalogue.js';
import { fleetReport } from '../../src/views/fleet/report.js';
import { aFleet, fleetDayAgo } from '../support/a-fleet.js';
import { now } from '../support/builders.js';

const days = Array.from({ length: 91 }, (_, index) => fleetDayAgo(90 - index));
const past = { week: fleetDayAgo(7), month: fleetDayAgo(30), days };
const reported = { fleet: aFleet, past, at: now, partnerName: 'Northbridge & Söhne' };
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

describe('the report', () => {
  for (const language of languages) {
    it(`fits one page in ${language}, with four figures that say what they show`, async () => {
      const pdf = await printReport(fleetReport(reported, wordsIn(language)));
      const text = pdf.toString('latin1');
      assert.equal(pagesIn(pdf), 1);
      assert.equal(text.match(/\/S \/Figure/g)?.length, 4);
      assert.equal(text.match(/\/Alt /g)?.length, 4);
      assert.ok(text.includes(`/Lang (${language})`));
      assert.ok(!text.includes('/Subtype /Image'));
      if (process.env.REPORT_TO)
        await (await import('node:fs/promises')).writeFile(`${process.env.REPORT_TO}/${language}.pdf`, pdf);
    });
  }

  it('has the same bytes for the same report', async () => {
    const [first, second] = [
      await printReport(fleetReport(reported, wordsIn('en'))),
      await printReport(fleetReport(reported, wordsIn('en'))),
    ];
    assert.ok(first.equals(second));
  });

  it('says of a partner without tenants that there is nothing, on one page', async () => {
    const empty = { ...reported, fleet: new FleetCounts().fleet(now), past: { days: [] } };
    const pdf = await printReport(fleetReport(empty, wordsIn('en')));
    assert.equal(pagesIn(pdf), 1);
    assert.equal(pdf.toString('latin1').match(/\/S \/Figure/g)?.length, 1);
  });
});

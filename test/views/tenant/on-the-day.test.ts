// Days in sentences, on that very day: what ends today, and until when a tenant is snoozed.
import assert from 'node:assert/strict';
import type { Coverage } from '../../../src/domain/access/coverage.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addSeconds } from '../../../src/domain/time.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { headline } from '../../../src/views/explain/notices.js';
import { waitingSentence } from '../../../src/views/explain/status-words.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { dateInWords, onDayInWords } from '../../../src/views/render/text.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTemplates, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { textOf } from '../../support/card-reading.js';

const lateToday = `${now.slice(0, 10)}T23:59:00.000Z`;
const earlyTomorrow = addSeconds(lateToday, 120);
const context: ViewContext = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now };
const ending = (on: string, is: Coverage['is'] = 'ends'): Tenant => {
  const { onboarding, ...approved } = tenantBy.approved();
  assert.ok(onboarding);
  return { ...approved, onboarding: { ...onboarding, coverage: { is, on, relationshipId: 'relationship-1' } } };
};
const linesOf = (tenant: Tenant, words = en) => textOf(tenantView(tenant, { ...context, words })).split('\n');

describe('a day in a sentence', () => {
  for (const language of languages) {
    it(`is today on that very day in UTC, and the day before and after it’s the day: ${language}`, () => {
      const words = wordsIn(language);
      assert.equal(onDayInWords(lateToday, words, now), words.card.today);
      for (const other of [earlyTomorrow, addSeconds(lateToday, -86_400)]) {
        const said = words.card.onDay({ day: dateInWords(other, words) });
        assert.equal(onDayInWords(other, words, now), said);
      }
      const drawn = tenantView(ending(lateToday), { ...context, words });
      assertGoodCard({ ...drawn, lang: 'en' });
      const lines = linesOf(ending(lateToday), words);
      assert.ok(lines.includes(words.tenant.coverage.ends({ when: words.card.today })), lines.join('\n'));
      assert.ok(lines.includes(words.tenant.facts.endsToday));
      assert.ok(!lines.join('\n').includes(dateInWords(lateToday, words)), lines.join('\n'));
    });
  }

  it('stands beneath its label on the card', () => {
    const [ends, endsLater, rolls] = [ending(lateToday), ending(earlyTomorrow), ending(lateToday, 'rollsOver')].map(
      (tenant) => linesOf(tenant),
    );
    const below = (lines: readonly string[] | undefined, label: string) => lines?.[lines.indexOf(label) + 1];
    assert.equal(below(ends, 'Ends'), 'Today');
    assert.equal(below(endsLater, 'Ends on'), dateInWords(earlyTomorrow, en));
    assert.equal(below(rolls, 'Rolls over'), 'Today');
  });

  it('is the day in what is read later, too', () => {
    assert.ok(headline('accessEnding', ending(lateToday), en).includes(dateInWords(lateToday, en)));
  });

  it('is of one form in one sentence, however long a request has waited', () => {
    for (const waited of [0, 3]) {
      const tenant = tenantBy.needsApproval();
      const said = waitingSentence(tenant, { words: en, now: addSeconds(now, waited * 86_400) });
      assert.doesNotMatch(said, /\{\{/);
    }
  });
});

describe('a snoozed tenant', () => {
  for (const language of languages) {
    it(`says until when, by whom and why in one line: ${language}`, () => {
      const words = wordsIn(language);
      const snooze = { by: alex, at: now, until: earlyTomorrow, reason: '**on** holiday' };
      const lines = linesOf({ ...tenantBy.approved(), snooze }, words);
      const at = lines.indexOf(words.attention.facts.snooze);
      const day = dateInWords(earlyTomorrow, words);
      assert.equal(
        lines[at + 1],
        words.attention.facts.snoozed({ day, person: alex.name as never, text: snooze.reason as never }),
      );
    });
  }
});

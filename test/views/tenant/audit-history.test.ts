// What lines of the audit log about a tenant say, and whom they name.
import assert from 'node:assert/strict';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { dateInWords } from '../../../src/views/render/text.js';
import { historyEntryWords, historyPerson } from '../../../src/views/tenant/audit-history.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTemplates, megan, now, tenantBy } from '../../support/builders.js';

describe('a line of a tenant’s history', () => {
  const plain = tenantBy.issuesFound();
  assert.ok(plain.onboarding);
  const accepted = { by: alex, at: now, accountable: megan, limitations: [], reviewOn: '2027-03-01T00:00:00.000Z' };
  const tenant = { ...plain, onboarding: { ...plain.onboarding, accepted } };

  it('says when accepted limitations are reviewed and who answers for them', () => {
    const entry = { at: now, what: 'limitationsAccepted', by: alex.id, subject: `review 2027-03-01 ${megan.id}` };
    for (const language of languages) {
      const words = wordsIn(language);
      const context = { words, isSandbox: false, templates: aTemplates(), now, asOf: now };
      const said = historyEntryWords(entry, { tenantId: tenant.tenantId, tenant }, context);
      assert.ok(said.includes(dateInWords(accepted.reviewOn, words)), said);
      assert.ok(said.includes(megan.name), said);
    }
  });

  it('says what waits for a second admin', () => {
    const context = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now };
    for (const subject of ['enable', 'tag', 'removeGlobalAdministrator', 'endEarlier'] as const) {
      const entry = { at: now, what: 'secondAdminAsked', by: alex.id, subject };
      const said = historyEntryWords(entry, { tenantId: tenant.tenantId, tenant }, context);
      assert.ok(said.includes(en.secondAdmin.subjects[subject]), said);
    }
  });

  it('names whoever has written a note or answers for what was accepted, as the record has their name', () => {
    const noted = { ...plain, notes: [{ by: megan, at: now, text: 'a note' }] };
    for (const known of [tenant, noted]) assert.equal(historyPerson({ by: megan.id }, known, en), megan.name);
    assert.equal(historyPerson({ by: megan.id }, { ...plain, history: [] }, en), megan.id);
  });
});

// A tenant's card in a message that a person has written, where anyone may read it.
import assert from 'node:assert/strict';
import { statuses } from '../../../src/domain/tenant/status.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { literal } from '../../../src/views/render/text.js';
import {
  asInserted,
  insertedCardView,
  insertedForOthersView,
  tenantPreview,
} from '../../../src/views/tenant/inserted-card.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTemplates, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonVerbs, parts, pressables } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('inserted-card');
const context: ViewContext = { words: en, isSandbox: false, templates: aTemplates(), now, asOf: now };
const odd = {
  ...tenantBy.approved(),
  customer: { displayName: '**Bold** <b>x</b> {{DATE(2026-01-01T00:00:00Z)}} $[name]', domain: 'x.example' },
};

describe('an inserted card', () => {
  for (const status of statuses)
    it(`is one that Teams shows, in every language: ${status}`, () => {
      for (const language of languages) {
        const card = insertedCardView(tenantBy[status](), { ...context, words: wordsIn(language) });
        if (language === 'en') assertGoodCard(card);
        const { title, subtitle, text } = tenantPreview(tenantBy[status](), { words: wordsIn(language) });
        golden(`${status} in ${language}`, card);
        golden(`${status} in ${language}, before it’s inserted`, [title, subtitle, text].join('\n'));
      }
    });

  it('is one that Teams shows for a person who may see no tenant', () => {
    const card = insertedForOthersView(context);
    assertGoodCard(card);
    for (const language of languages)
      golden(`for others in ${language}`, insertedForOthersView({ ...context, words: wordsIn(language) }));
  });

  it('asks to be drawn anew by the clients of everyone in the chat', () => {
    const { refresh } = insertedCardView(odd, context) as { refresh?: object };
    assert.deepEqual(refresh, {
      action: {
        type: 'Action.Execute',
        title: en.buttons.refresh,
        tooltip: `Refresh: ${literal(odd.customer.displayName, 24)}`,
        verb: 'inserted.show',
        data: { tenantId: odd.tenantId, isInserted: true },
      },
    });
  });

  it('shows foreign text as it is', () => {
    const card = insertedCardView(odd, context);
    assertGoodCard(card);
    const blocks = [...parts(card)].filter(({ type }) => type === 'TextBlock').map(({ text }) => String(text));
    assert.ok(blocks.every((text) => !text.includes('Bold')));
    assert.ok(!JSON.stringify(card).includes('{{DATE(2026-01-01'));
    // Of a thumbnail card only the text is formatted.
    assert.doesNotMatch(tenantPreview(odd, { words: en }).text, /Bold|example/);
  });

  it('has the buttons that a role may press, at most one beside Open', () => {
    const waiting = tenantBy.needsApproval();
    assert.deepEqual(buttonVerbs(insertedCardView(waiting, context)), ['tenant.copyApproval', 'tenant.open']);
    assert.deepEqual(buttonVerbs(insertedCardView(waiting, { ...context, role: 'viewer' })), ['tenant.open']);
  });
});

describe('a card in the place of an inserted one', () => {
  it('says on every button where it stands, and is the same otherwise', () => {
    const card = tenantView(tenantBy.issuesFound(), context);
    const there = asInserted(card);
    const all = pressables(there).filter(({ type }) => type === 'Action.Execute');
    assert.ok(all.length > 2);
    assert.ok(all.every(({ data }) => data?.isInserted === true));
    assert.ok(JSON.stringify(there).replaceAll(/,?"isInserted":true/g, '') === JSON.stringify(card));
  });
});

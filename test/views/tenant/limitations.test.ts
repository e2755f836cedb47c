// Review limitations names only buttons that this person finds on it.
import assert from 'node:assert/strict';
import type { RoleName } from '../../../src/domain/tenant/commands.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { listButton } from '../../../src/views/render/navigation.js';
import { limitationsView } from '../../../src/views/tenant/limitations.js';
import { alex, aTemplates, having, now, tenantBy } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';

const position = { status: 'issuesFound', search: '', page: 1 } as const;
const found = having(tenantBy.approved(), { type: 'issuesFound', limitations: [{ code: 'noAzurePlan' }] });

describe('a limitation that can be accepted instead', () => {
  for (const language of languages) {
    const words = wordsIn(language);
    const saysSo = (tenant: Tenant, role?: RoleName) => {
      const context = { words, isSandbox: false, templates: aTemplates(), now, asOf: now, role };
      const text = textOf(
        limitationsView(tenant, context, position, listButton(position, words, words.buttons.cancel)),
      );
      assert.ok(text.includes(words.limitations.noAzurePlan.cure));
      return text.includes(words.limitations.acceptInstead);
    };

    it(`says so while that button is there: ${language}`, () => {
      assert.ok(words.limitations.acceptInstead.includes(words.buttons.acceptLimitation));
      assert.ok(saysSo(found));
      assert.ok(saysSo(found, 'operator'));
      assert.ok(!saysSo(found, 'viewer'));
      assert.ok(!saysSo(having(found, { type: 'limitationsAccepted', by: alex })));
    });
  }
});

// The card of /leftovers says which tenants have leftover access, and offers what fits.
import assert from 'node:assert/strict';
import { LeftoverIndex, leftoversPage } from '../../../src/domain/tenant/leftover-list.js';
import { newTenant, type Tenant } from '../../../src/domain/tenant/tenant.js';
import { leftoversView } from '../../../src/views/offboarding/leftovers.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { en } from '../../../src/views/words/en/index.js';
import { among, aTemplates, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonVerbs, parts } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';
import { anOffboarding } from '../../support/offboarding-builders.js';

const context: ViewContext = { words: en, isSandbox: true, templates: aTemplates(), now, asOf: now };
const golden = goldenIn('leftovers');
const idOf = (number: number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const left = (number: number, changes: Partial<Tenant> = {}): Tenant => ({
  ...newTenant(idOf(number), { displayName: `Tenant ${number}`, domain: 'tenant.example' }, now),
  leftoverAccess: 'liveAccess',
  delegatedAdmin: { state: 'none' },
  ...changes,
});
const card = (tenants: readonly Tenant[], page = 1, changes: Partial<ViewContext> = {}) => {
  const drawn = leftoversView(leftoversPage(new LeftoverIndex(tenants), among(tenants), page), {
    ...context,
    ...changes,
  });
  assertGoodCard(drawn);
  return drawn;
};
const nasty =
  '**Contoso** [pay here](https://evil.example) $' +
  '{1+1} {{DATE(2020-01-01T00:00:00Z)}}\n# Heading <b>x</b>\u202Egnp';

describe('the card of /leftovers', () => {
  it('tells of each tie in words, since when and until when, and to whom', () => {
    const span = { since: '2026-01-01T00:00:00.000Z', endsAt: '2027-01-01T00:00:00.000Z' };
    golden(
      'each tie',
      card([
        left(1, { delegatedAdmin: { state: 'granted' } }),
        left(2, { leftoverSpan: span }),
        left(3, { leftoverAccess: 'none', delegatedAdmin: { state: 'granted' } }),
        left(4, { leftoverAccess: 'approvalRequest', leftoverSpan: span }),
        left(5, { leftoverAccess: 'approvalRequest', delegatedAdmin: { state: 'granted' } }),
        left(6, { delegatedAdmin: { state: 'unknown' } }),
      ]),
    );
  });

  it('says who is no customer any more, by the id where there is no domain', () => {
    const customer = { displayName: 'Wingtip Toys', domain: '' };
    golden(
      'a former customer',
      card([left(1, { formerCustomer: true, customer, delegatedAdmin: { state: 'unknown' } })]),
    );
  });

  it('says who is being offboarded, and has no plan for them', () => {
    const drawn = card([left(1, { offboarding: anOffboarding() })]);
    golden('being offboarded', drawn);
    assert.ok(!buttonVerbs(drawn).includes('offboarding.plan'));
  });

  it('has the plan for admins, and the way to the tenant for everybody', () => {
    for (const [role, plan] of [
      ['admin', true],
      ['operator', false],
      ['viewer', false],
    ] as const) {
      const verbs = buttonVerbs(card([left(1)], 1, { role }));
      assert.deepEqual([verbs.includes('offboarding.plan'), verbs.includes('tenant.open')], [plan, true], role);
    }
  });

  it('counts in a sentence whoever is tied by the reseller relationship alone, and what has still to be read', () => {
    const untied = { leftoverAccess: 'none' } as const;
    golden(
      'some untied and one unread',
      card([left(1), left(2, untied), left(3, { ...untied, delegatedAdmin: { state: 'unknown' } })]),
    );
    golden('nothing else to count', card([left(1)]));
  });

  it('is friendly when nothing is tied, and says so only once that is known', () => {
    golden('nothing tied', card([]));
    const unread = left(1, { leftoverAccess: 'none', delegatedAdmin: { state: 'unknown' } });
    golden('nothing found so far', card([unread]));
    golden(
      'nothing read yet',
      leftoversView(leftoversPage(new LeftoverIndex([]), among([]), 1), {
        words: en,
        isSandbox: false,
        templates: aTemplates(),
        now,
      }),
    );
  });

  it('says when Microsoft could not be read', () => {
    const failing = { since: now, problem: { reason: 'unreachable' } } as const;
    golden('Microsoft could not be read', card([left(1)], 1, { failing }));
  });

  it('stays small when it is full of the longest names', () => {
    const customer = { displayName: `${'Überaus lange Kundengesellschaft '.repeat(9)}`, domain: 'x'.repeat(200) };
    const span = { since: now, endsAt: now };
    const many = Array.from({ length: 35 }, (_, number) => {
      const displayName = `${number} ${customer.displayName}`;
      return left(number, {
        customer: { ...customer, displayName },
        leftoverSpan: span,
        delegatedAdmin: { state: 'granted' },
      });
    });
    golden('a full page of the longest names', card(many, 2));
  });

  it('shows foreign text literally', () => {
    const customer = { displayName: nasty, domain: nasty };
    const drawn = card([
      left(1, { customer }),
      left(2, { customer: { ...customer, displayName: `2 ${nasty}` }, formerCustomer: true }),
    ]);
    for (const { type, text } of parts(drawn)) {
      if (type === 'TextBlock') assert.doesNotMatch(String(text), /Contoso|evil/);
      if (type === 'TextRun') assert.doesNotMatch(String(text), /{{DATE/);
    }
    assert.doesNotMatch(JSON.stringify(drawn), /\u202E/);
  });
});

describe('the card of a tenant that is no customer any more', () => {
  for (const leftoverAccess of ['liveAccess', 'approvalRequest', 'none'] as const)
    it(`says so, is not enabled, and leads back to what is still tied to you: ${leftoverAccess}`, () => {
      const customer = { displayName: 'Wingtip Toys', domain: '' };
      const tenant = left(1, { formerCustomer: true, leftoverAccess, customer, delegatedAdmin: { state: 'unknown' } });
      const drawn = tenantView(tenant, context);
      assertGoodCard(drawn);
      golden(`the tenant of a former customer: ${leftoverAccess}`, drawn);
      assert.ok(!buttonVerbs(drawn).includes('tenant.askEnable'));
      assert.equal(buttonVerbs(drawn).at(-1), 'leftovers.list');
    });
});

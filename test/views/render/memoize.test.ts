// The same card is drawn once, and another one whenever something about it differs.

import assert from 'node:assert/strict';
import { setImmediate as turnOfEvents } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { listTenants } from '../../../src/domain/tenant/list.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { wordsIn } from '../../../src/views/catalogue.js';
import { steadyContexts, type ViewContext } from '../../../src/views/render/context.js';
import { phrase } from '../../../src/views/render/text.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { tenantListView } from '../../../src/views/tenant/tenant-list.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTemplates, aTenant, enabled, having, now } from '../../support/builders.js';

describe('the card of a tenant', () => {
  let exact: ViewContext;
  let context: (role?: 'viewer' | 'admin') => ViewContext;
  const tenant = aTenant(enabled);

  beforeEach(() => {
    exact = { words: en, isSandbox: true, templates: aTemplates(), now };
    context = steadyContexts(
      () => exact,
      (moment, role) => ({ ...exact, ...moment, role }),
    );
  });

  it('is drawn once while nothing about it changes', () => {
    const card = tenantView(tenant, context());
    exact = { ...exact, now: now.replace(':00.000Z', ':59.999Z') };
    assert.equal(tenantView(tenant, context()), card);
    assert.equal(tenantView(tenant, context('admin')), tenantView(tenant, context('admin')));
  });

  for (const [what, other] of [
    ['somebody else’s', () => tenantView(tenant, context('viewer'))],
    [
      'the tenant’s after a change',
      () => tenantView(having(tenant, { type: 'limitationsAccepted', by: { id: 'a', name: 'A' } }), context()),
    ],
    ['with a notice', () => tenantView(tenant, context(), { notice: phrase`Done.` })],
    ['from another page of the list', () => tenantView(tenant, context(), { position: { page: 2 } })],
  ] as const) {
    it(`is another one when it is ${what}`, () => {
      assert.notEqual(other(), tenantView(tenant, context()));
    });
  }

  for (const [what, change] of [
    ['a minute later', { now: now.replace(':00.000Z', ':60.000Z').replace('00:60', '01:00') }],
    ['after another sweep', { asOf: now }],
    ['when Microsoft cannot be read', { failing: { since: now } }],
    ['when no one is signed in', { signInLost: { since: now } }],
    ['when other templates are taken up', { templates: aTemplates({ repair: true }) }],
    ['when more of the template works', { evidence: new Map([['default', { isRequestTaken: true, groupNames: [] }]]) }],
  ] as const) {
    it(`is drawn anew ${what}`, () => {
      const before = tenantView(tenant, context());
      exact = { ...exact, ...change };
      assert.notEqual(tenantView(tenant, context()), before);
    });
  }

  it('cannot be changed by whoever sends it', () => {
    const { body } = tenantView(tenant, context()) as unknown as { readonly body: object[] };
    assert.throws(() => body.push({}), TypeError);
    assert.throws(() => Object.assign(body[0] ?? {}, { type: 'other' }), TypeError);
  });
});

describe('the cards that were drawn in one language in an earlier minute', () => {
  it('are let go of once another language is asked for', async () => {
    let instant = now;
    const templates = aTemplates();
    const context = steadyContexts(
      () => ({ now: instant, templates }),
      (moment, role, language) => ({
        ...moment,
        ...{ words: wordsIn(language), isSandbox: true, role },
      }),
    );
    const german = new WeakRef(context(undefined, 'de'));
    instant = now.replace(':00.000Z', ':60.000Z').replace('00:60', '01:00');
    assert.notEqual(instant, now);
    context(undefined, 'en');
    // What a WeakRef was made of is kept until the turn ends.
    await turnOfEvents();
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    assert.equal(german.deref(), undefined);
  });
});

describe('the card of the list', () => {
  const templates = aTemplates();
  const context = steadyContexts(
    () => ({ now, templates }),
    (moment) => ({ ...moment, words: en, isSandbox: true }),
  );
  const page = (search: string) => listTenants(new TenantIndex([aTenant()]), { search, page: 1 });

  it('is drawn once for a page, and anew for another one', () => {
    const contosos = page('contoso');
    assert.equal(tenantListView(contosos, context()), tenantListView(contosos, context()));
    assert.notDeepEqual(tenantListView(contosos, context()), tenantListView(page('other'), context()));
    assert.notDeepEqual(
      tenantListView(contosos, context()),
      tenantListView(contosos, context(), { text: phrase`Gone.` }),
    );
  });
});

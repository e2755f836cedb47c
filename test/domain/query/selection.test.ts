// Which tenants match a query, and that an index finds the same ones as looking at each.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { onlyTemplate, templateFor } from '../../../src/domain/access/access-templates.js';
import { hasAutoExtendDrift } from '../../../src/domain/access/drift.js';
import { globalAdministratorId } from '../../../src/domain/access/gdap-roles.js';
import { readQuery } from '../../../src/domain/query/read-query.js';
import { selectionOf } from '../../../src/domain/query/selection.js';
import { TemplateIndex } from '../../../src/domain/query/template-index.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { addDays } from '../../../src/domain/time.js';
import { aVocabulary } from '../../support/a-vocabulary.js';
import { alex, aRelationship, aTemplate, aTenant, having, now, tenantBy } from '../../support/builders.js';

const idOf = (number: number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const named = (number: number, displayName: string, tenant: Tenant): Tenant => ({
  ...tenant,
  tenantId: idOf(number),
  customer: { displayName, domain: `c${number}.onmicrosoft.com` },
});
function ending(tenant: Tenant, days: number, is: 'ends' | 'rollsOver' | 'ended' = 'ends'): Tenant {
  const { onboarding } = tenant;
  assert.ok(onboarding);
  const keep = is === 'ends' ? ('extend' as const) : undefined;
  const coverage = { is, on: addDays(now, days), relationshipId: 'r', keep };
  return { ...tenant, onboarding: { ...onboarding, coverage } };
}

const dap = (tenant: Tenant, granted: boolean) => having(tenant, { type: 'delegatedAdminRead', granted });
const tenants: readonly Tenant[] = [
  { ...named(1, 'Straße GmbH', ending(tenantBy.approved(), 10)), tags: ['vip', 'münchen'] },
  { ...named(2, 'Łódź Sp. z o.o.', ending(tenantBy.approved(), 400)), tags: ['vip'] },
  named(3, 'L’Atelier', ending(tenantBy.approved(), 20, 'rollsOver')),
  named(4, 'O’Brien & Söhne', ending(tenantBy.issuesFound(), -3, 'ended')),
  named(5, 'Contoso – Nord', dap(tenantBy.notConfigured(), true)),
  named(6, 'Contoso Süd', dap(tenantBy.notConfigured(), false)),
  named(7, 'Fabrikam', tenantBy.needsApproval()),
  { ...named(8, 'Former', { ...tenantBy.notConfigured(), leftoverAccess: 'liveAccess' }), formerCustomer: true },
];
const index = new TenantIndex(tenants);
const templateOf = ({ tags }: Tenant) => (tags?.includes('vip') ? 'VIP customers, gold' : 'standard');
const hasDrift = (tenant: Tenant) => hasAutoExtendDrift(tenant, aTemplate());
const select = (typed: string) => {
  const { query, problems } = readQuery(typed, aVocabulary());
  assert.deepEqual(problems, [], typed);
  return selectionOf(query, { now, templateOf, hasDrift });
};
const numbersOf = (all: readonly { readonly tenant: Tenant }[]) =>
  all.map(({ tenant: { tenantId } }) => Number(tenantId.slice(-12))).sort((a, b) => a - b);
function found(typed: string): readonly number[] {
  const selection = select(typed);
  assert.ok(selection, typed);
  const { listed, former } = index.matches(selection);
  return numbersOf([...listed, ...former]);
}

describe('a query', () => {
  const cases: Readonly<Record<string, readonly number[]>> = {
    strasse: [1],
    'lodz tag:vip': [2],
    "o'brien": [4],
    'contoso - nord': [5],
    'contoso -nord': [6],
    'ｃｏｎｔｏｓｏ dap:yes': [5],
    'admin@c7.onmicrosoft.com': [7],
    'status:approved': [1, 2, 3],
    'status:issues,needs': [4, 7],
    '-status:approved,not-configured': [4, 7],
    'cause:azure-plan-not-active,no-azure-plan,role-missing,relationship-lost': [4],
    'tag:vip': [1, 2],
    'tag:vip tag:münchen': [1],
    '-tag:vip contoso': [5, 6],
    'template:"VIP customers, gold"': [1, 2],
    '-template:standard -tag:münchen': [2],
    'ends<30d': [1],
    'ends>30d': [2],
    'ends:never': [3],
    '-ends<30d tag:vip': [2],
    [`ends:${addDays(now, 10).slice(0, 10)}`]: [1],
    [`ends<${addDays(now, 10).slice(0, 10)}`]: [],
    [`ends<=${addDays(now, 10).slice(0, 10)}`]: [1],
    [`ends>${addDays(now, 10).slice(0, 10)}`]: [2],
    'dap:yes': [5],
    'dap:no': [6],
    'leftover:yes': [5, 8],
    'leftover:no status:not': [6],
    'drift:yes': [1, 2],
    '-drift:yes tag:vip': [],
    'drift:no contoso': [5, 6],
  };
  for (const [typed, numbers] of Object.entries(cases))
    it(`finds of “${typed}” the tenants ${numbers.join(', ')}`, () => assert.deepEqual(found(typed), numbers));

  it('asks for all tenants if it is empty', () => {
    assert.equal(select(''), undefined);
    assert.equal(select('  '), undefined);
  });

  it('is answered the same by the index as by looking at every tenant, in the order of the list', () => {
    const part = fc.constantFrom(...Object.keys(cases), 'con', '-con', 'tag:münchen,vip');
    const changed = new TenantIndex(tenants.slice(0, 4));
    changed.update(tenants.slice(2).map((tenant) => [tenant.tenantId, tenant]));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const selection = select(parts.join(' '));
        assert.ok(selection);
        const { parts: _, facets: __, ...looking } = selection;
        const all = index.matches({ ...looking, parts: [] });
        const ids = ({ listed, former }: typeof all) =>
          [listed, former].map((rows) => rows.map(({ tenant }) => tenant.tenantId));
        assert.deepEqual(ids(index.matches(selection)), ids(all));
        assert.deepEqual(ids(changed.matches(selection)), ids(all));
      }),
      { numRuns: 300 },
    );
  });
});

function waiting(number: number, days: number): Tenant {
  const tenant = named(number, `Waiting ${days}`, tenantBy.needsApproval());
  const { onboarding } = tenant;
  assert.ok(onboarding);
  return { ...tenant, onboarding: { ...onboarding, lockedAt: addDays(now, -days) } };
}

function withRoles(number: number, roleIds: readonly string[], status: 'active' | 'expired' = 'active'): Tenant {
  const tenant = named(number, `Roles ${number}`, tenantBy.approved());
  const { onboarding } = tenant;
  assert.ok(onboarding);
  return { ...tenant, onboarding: { ...onboarding, relationship: aRelationship({ status, roleIds }) } };
}

describe('what /fleet counts', () => {
  const ages = [0, 2, 3, 10, 29, 30, 85];
  const all = [
    ...ages.map((days, number) => waiting(number, days)),
    withRoles(20, [globalAdministratorId, 'other']),
    withRoles(21, ['other']),
    withRoles(22, [globalAdministratorId], 'expired'),
    named(23, 'None', tenantBy.notConfigured()),
  ];
  const own = new TenantIndex(all);
  const foundIn = (typed: string) => {
    const selection = select(typed);
    assert.ok(selection);
    const byIndex = numbersOf(own.matches(selection).listed);
    assert.deepEqual(byIndex, numbersOf(own.listed().filter(selection.isMatch)), typed);
    return byIndex;
  };

  it('is found by the age of a request that waits, and by Global Administrator', () => {
    assert.deepEqual(foundIn('pending>30d'), [5, 6]);
    assert.deepEqual(foundIn('pending<3d'), [0, 1]);
    assert.deepEqual(foundIn('pending<=3d'), [0, 1, 2]);
    assert.deepEqual(foundIn('pending>3d pending<30d'), [2, 3, 4]);
    assert.deepEqual(foundIn('-pending>0d'), [20, 21, 22, 23]);
    assert.deepEqual(foundIn('ga:yes'), [20]);
    assert.deepEqual(foundIn('ga:no'), [21]);
  });

  it('is as many as /fleet says', () => {
    const { waiting: counted, globalAdministrator, active } = own.fleet.fleet(now);
    const queries = ['pending<3d', 'pending>3d pending<10d', 'pending>10d pending<30d', 'pending>30d'];
    assert.deepEqual(
      counted,
      queries.map((typed) => foundIn(typed).length),
    );
    assert.deepEqual(
      [globalAdministrator, active],
      [foundIn('ga:yes').length, foundIn('ga:yes').length + foundIn('ga:no').length],
    );
  });
});

describe('accepted limitations', () => {
  it('are found, and so are tenants without any', () => {
    const accepted = named(1, 'Accepted', having(tenantBy.issuesFound(), { type: 'limitationsAccepted', by: alex }));
    const own = new TenantIndex([accepted, named(2, 'Open', tenantBy.issuesFound()), named(3, 'New', aTenant())]);
    const foundIn = (typed: string) => {
      const selection = select(typed);
      assert.ok(selection);
      assert.deepEqual(numbersOf(own.listed().filter(selection.isMatch)), numbersOf(own.matches(selection).listed));
      return numbersOf(own.matches(selection).listed);
    };
    assert.deepEqual(
      [foundIn('accepted:yes'), foundIn('accepted:no'), foundIn('-accepted:yes status:issues')],
      [[1], [2, 3], [2]],
    );
  });
});

describe('who is asked for by the end of their access', () => {
  const all = [30, 5, 200, 5, 90].map((days, number) =>
    named(number, `Ends ${number}`, ending(tenantBy.approved(), days)),
  );
  const own = new TenantIndex([...all, ...tenants.map((each) => ({ ...each, tenantId: `x${each.tenantId}` }))]);
  const inOrder = (typed: string) => {
    const selection = select(typed);
    assert.ok(selection);
    const rows = own.matches(selection).listed;
    assert.deepEqual([...own.listedMatches(selection)], rows, typed);
    return rows
      .filter(({ tenant }) => !tenant.tenantId.startsWith('x'))
      .map(({ tenant }) => Number(tenant.tenantId.slice(-12)));
  };

  it('comes by that, the earliest first, whatever else is asked for, and stays so as ends change', () => {
    assert.deepEqual(inOrder('ends<100d'), [1, 3, 0, 4]);
    assert.deepEqual(inOrder('ends>10d'), [0, 4, 2]);
    assert.deepEqual(inOrder('"ends" ends<999d'), [1, 3, 0, 4, 2]);
    assert.deepEqual(inOrder('status:approved -ends<10d "ends"'), [0, 2, 4]);
    own.update([
      [
        idOf(4),
        {
          ...all[4],
          ...ending(tenantBy.approved(), 1),
          tenantId: idOf(4),
          customer: { displayName: 'Ends 4', domain: 'd' },
        },
      ],
    ]);
    assert.deepEqual(inOrder('ends<100d'), [4, 1, 3, 0]);
    own.update([[idOf(4), all[4]]]);
    assert.deepEqual(inOrder('ends<100d'), [1, 3, 0, 4]);
  });
});

describe('a tenant that has several of what is asked for', () => {
  it('is found once, also where few of many tenants are looked at', () => {
    const others = Array.from({ length: 40 }, (_, number) => named(100 + number, 'Other', tenantBy.approved()));
    const selection = select('tag:vip,münchen');
    assert.ok(selection);
    assert.deepEqual(numbersOf(new TenantIndex([...tenants, ...others]).matches(selection).listed), [1, 2]);
  });
});

describe('the tags of an index', () => {
  it('are those that some tenant has', () => {
    const own = new TenantIndex(tenants);
    assert.deepEqual([...own.tags()].sort(), ['münchen', 'vip']);
    own.update([[idOf(1), { ...aTenant(), tenantId: idOf(1) }]]);
    assert.deepEqual([...own.tags()], ['vip']);
    own.update([[idOf(2), undefined]]);
    assert.deepEqual([...own.tags()], []);
  });
});

describe('the templates of an index', () => {
  const [standard, vip] = [aTemplate({ name: 'standard' }), aTemplate({ name: 'vip' })];
  const templates = {
    default: 'standard',
    templates: new Map([standard, vip].map((each) => [each.name, each])),
    rules: [{ tag: 'vip', template: 'vip' }],
  };

  it('are those that tenants have, as tenants change', () => {
    const own = new TemplateIndex(templates);
    own.update(tenants.map((tenant) => [tenant.tenantId, tenant]));
    for (const tenant of tenants) assert.equal(own.templateOf(tenant), templateFor(templates, tenant).name);
    own.update([[idOf(1), { ...aTenant(), tenantId: idOf(1) }]]);
    assert.equal(own.templateOf({ tenantId: idOf(1) }), 'standard');
  });

  it('is the one that there is', () => {
    const own = new TemplateIndex(onlyTemplate(vip));
    own.update(tenants.map((tenant) => [tenant.tenantId, tenant]));
    assert.equal(own.templateOf({ tenantId: idOf(1) }), 'vip');
  });
});

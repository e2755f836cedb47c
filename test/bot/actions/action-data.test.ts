// What the bot accepts from a card, from an address and from a list of people.
import assert from 'node:assert/strict';
import { readClick, tooLongTextIn } from '../../../src/bot/actions/action-data.js';
import { denial } from '../../../src/bot/people/permissions.js';
import { mayAnswerTo } from '../../../src/bot/turn/service-hosts.js';
import { verbs } from '../../../src/views/render/verbs.js';
import { positionText } from '../../../src/views/tenant/places.js';
import { en } from '../../../src/views/words/en/index.js';

describe('what a click claims', () => {
  const tenantId = '10000000-0000-4000-8000-00000000000A';

  it('is taken when it has the shape of one of ours', () => {
    assert.deepEqual(readClick('tenant.open', { tenantId, version: 3, filter: 'approved', search: 'x', page: 2 }), {
      verb: 'tenant.open',
      tenantId: tenantId.toLowerCase(),
      offboardingId: undefined,
      query: { status: 'approved', search: 'x', page: 2 },
      inList: false,
      data: { version: 3 },
    });
    assert.deepEqual(readClick('tenants.list', undefined)?.query, { status: undefined, search: '', page: 1 });
  });

  it('may name a certificate, and which of its files', () => {
    const certificateId = '5F0C7A52-7c1e-4d53-9a53-0d1f3c1a9b01';
    const click = readClick('certificate.get', { certificateId, file: 'json' });
    assert.deepEqual(click?.data, { certificateId: certificateId.toLowerCase(), file: 'json' });
  });

  it('may hold what other inputs of the card brought along', () => {
    assert.ok(readClick('tenant.open', { tenantId, link: 'https://x', message: 'y' }));
  });

  it('may hold no ill-formed field, whatever its verb reads', () => {
    assert.equal(readClick('tenant.open', { tenantId, file: 'exe' }), undefined);
    assert.equal(readClick('tenants.list', { steps: 'everything' }), undefined);
  });

  const wrong: readonly (readonly [string, unknown, unknown])[] = [
    ['an unknown verb', 'tenant.delete', { tenantId }],
    ['a verb of JavaScript’s own', '__proto__', { tenantId }],
    ['no verb', undefined, {}],
    ['a tenant id that is none', 'tenant.open', { tenantId: '../../etc/passwd' }],
    ['a tenant id of another type', 'tenant.open', { tenantId: { $ne: '' } }],
    ['a version that is a word', 'tenant.disable', { tenantId, version: '3' }],
    ['a page that is nowhere', 'tenants.list', { page: -1 }],
    ['an unknown filter', 'tenants.list', { filter: 'everything' }],
    ['a search of a megabyte', 'tenants.list', { search: 'x'.repeat(1_000_000) }],
    ['a certificate that is a path', 'certificate.get', { certificateId: '../gatehouse' }],
    ['a file that a certificate does not have', 'certificate.get', { file: 'exe' }],
    ['a step that there is not', 'offboarding.decide', { tenantId, planHash: 'm', steps: 'consent,everything' }],
    ['steps that are no text', 'offboarding.decide', { tenantId, planHash: 'm', steps: ['consent'] }],
    ['a name without end', 'offboarding.decide', { tenantId, planHash: 'm', name: 'x'.repeat(301) }],
    ['a plan hash without end', 'offboarding.decide', { tenantId, planHash: 'x'.repeat(101) }],
    ['an offboarding id that is none', 'offboarding.undo', { tenantId, offboardingId: '../exit' }],
    ['a language that no message is in', 'tenant.copyApproval', { tenantId, language: 'tlh' }],
    ['a list in place of data', 'tenants.list', []],
    ['a text in place of data', 'tenants.list', 'tenantId'],
  ];
  for (const [what, verb, data] of wrong) {
    it(`is not taken: ${what}`, () => {
      assert.equal(readClick(verb, data), undefined);
    });
  }

  it('is told from one with a text that is too long, and says how long it may be', () => {
    const long = (field: string, count: number, more: object = {}) =>
      tooLongTextIn('tenant.attend', { tenantId, [field]: 'x'.repeat(count), ...more });
    assert.deepEqual(long('note', 4001), { count: 4001, most: 500 });
    assert.deepEqual(long('ticket', 201), { count: 201, most: 64 });
    for (const field of ['search', 'about', 'quiet'])
      assert.deepEqual(long(field, 201), { count: 201, most: 200 }, field);
    for (const [field, most] of [
      ['name', 300],
      ['tags', 1000],
      ['goTo', 20],
      ['digestAt', 20],
      ['zone', 60],
    ] as const)
      assert.deepEqual(long(field, most + 1), { count: most + 1, most });
    // What no person types was made up, and nothing wrong besides is passed over.
    for (const none of [
      long('note', 500),
      long('planHash', 101),
      long('query', 201),
      long('note', 4001, { version: '3' }),
      tooLongTextIn('tenant.delete', { note: 'x'.repeat(4001) }),
      tooLongTextIn('tenant.attend', 'note'),
    ])
      assert.equal(none, undefined);
  });

  it('may come from a card that an older version posted', () => {
    const exitId = '5f0c7a52-7c1e-4d53-9a53-0d1f3c1a9b01';
    const decided = readClick('exit.decide', { tenantId, exitId, mark: 'm', steps: 'consent', name: 'Contoso' });
    assert.equal(decided?.verb, 'offboarding.decide');
    assert.equal(decided.offboardingId, exitId);
    assert.deepEqual(decided.data, { planHash: 'm', steps: ['consent'], name: 'Contoso' });
    assert.equal(readClick('residue.list', { page: 2 })?.verb, 'leftovers.list');
    const accepting = readClick('tenant.acceptLimitations', { tenantId, ownerId: 'megan' });
    assert.equal(accepting?.data.accountableId, 'megan');
    assert.equal(readClick('invitation.terminate', { relationshipId: 'a-b' })?.verb, 'watchedRequest.terminate');
    for (const verb of verbs.filter((each) => each.startsWith('offboarding.')))
      assert.equal(readClick(verb.replace('offboarding.', 'exit.'), { tenantId })?.verb, verb);
  });

  it('has every verb that a view can write', () => {
    for (const verb of verbs) assert.ok(readClick(verb, { tenantId }), verb);
  });
});

describe('the address to answer to', () => {
  it('is Microsoft’s connector, over https', () => {
    assert.equal(mayAnswerTo('https://smba.trafficmanager.net/emea/', false), true);
    for (const url of [
      'http://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net.evil.example/',
      'https://evil.example/smba.trafficmanager.net',
      'https://smba.trafficmanager.net@evil.example/',
      'http://127.0.0.1:1234',
      'not an address',
      undefined,
    ]) {
      assert.equal(mayAnswerTo(url, false), false, url);
    }
  });

  it('is this machine, and nothing else, while the bot is anonymous', () => {
    for (const url of ['http://127.0.0.1:56150/_connector', 'http://localhost:56150', 'http://[::1]:80']) {
      assert.equal(mayAnswerTo(url, true), true, url);
    }
    for (const url of [
      'https://smba.trafficmanager.net/emea/',
      'http://127.0.0.1.evil.example',
      'http://169.254.169.254/',
    ]) {
      assert.equal(mayAnswerTo(url, true), false, url);
    }
  });
});

describe('a person who may not', () => {
  const person = (id: string) => ({ id, name: 'x' });
  it('is told why not, and what to ask for', () => {
    assert.equal(denial('admin', 'operator', person('a'), en), undefined);
    assert.match(denial('viewer', 'admin', person('v'), en) ?? '', /viewer.*admin.* v to ADMINS/);
    assert.match(denial(undefined, 'viewer', person('x'), en) ?? '', /viewer.* x to VIEWERS/);
  });

  it('is told to try again where it could not be found out whether they may', () => {
    assert.equal(denial('operator', 'operator', person('o'), en, true), undefined);
    assert.ok(denial('viewer', 'admin', person('v'), en, true)?.startsWith(en.replies.roleNotChecked));
  });
});

describe('where the list was that a click comes from', () => {
  const tenantId = '10000000-0000-4000-8000-000000000001';
  const queryOf = (verb: string, data: object) => readClick(verb, data)?.query;

  it('is told by its card for a row, which leads back there', () => {
    const query = { status: 'issuesFound', search: '', page: 3 };
    assert.deepEqual(queryOf('tenant.open', { tenantId, at: positionText({ status: 'issuesFound', page: 3 }) }), query);
    assert.deepEqual(queryOf('tenant.enable', { tenantId, inList: true, at: '3 issuesFound' }), query);
  });

  it('is told by the button itself where it has something to say, as on older cards', () => {
    assert.deepEqual(queryOf('tenant.open', { tenantId, filter: 'approved', page: 2, at: '3 issuesFound' }), {
      status: 'approved',
      search: '',
      page: 2,
    });
  });

  it('does not hold back a button that leads to another part of the list', () => {
    const all = { status: undefined, search: '', page: 1 };
    assert.deepEqual(queryOf('tenants.list', { at: '3 issuesFound' }), all);
  });

  it('is the beginning where it makes no sense', () => {
    for (const at of ['', '0 x', '-1', '1e9 approvedx', '99999999'])
      assert.deepEqual(queryOf('tenant.open', { tenantId, at }), { status: undefined, search: '', page: 1 }, at);
  });

  it('is every status where that was pressed, a whole query where a button says one, and the page that was typed', () => {
    assert.deepEqual(queryOf('tenants.list', { filter: 'any', search: 'tag:vip' }), {
      status: undefined,
      isAnyStatus: true,
      search: 'tag:vip',
      page: 1,
    });
    assert.equal(queryOf('tenants.list', { query: 'dap:yes', search: 'dap:yse' })?.search, 'dap:yes');
    for (const [typed, page] of [
      ['12', 12],
      [' ７ ', 7],
      ['0', 3],
      ['x', 3],
      ['', 3],
      ['1e3', 3],
    ] as const)
      assert.equal(queryOf('tenants.list', { isJump: true, goTo: typed, at: '3 ' })?.page, page, typed);
    // Without that button, what stands in the input says nothing.
    assert.equal(queryOf('tenants.list', { goTo: '12', page: 2 })?.page, 2);
  });
});

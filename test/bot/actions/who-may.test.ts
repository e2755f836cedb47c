// Who may press which button, and what comes of it: the table is the manual.
import assert from 'node:assert/strict';
import { readClick } from '../../../src/bot/actions/action-data.js';
import { answerClick } from '../../../src/bot/conversation/click-answers.js';
import { denial } from '../../../src/bot/people/permissions.js';
import type { BotServices } from '../../../src/bot/replies/bot-services.js';
import { roles } from '../../../src/domain/tenant/commands.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { type Verb, verbs } from '../../../src/views/render/verbs.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aTemplate, having, megan, tenantBy } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';
import { MemoryStore } from '../../support/memory-store.js';
import { leaving, offboardingBy } from '../../support/offboarding-scenes.js';
import { aTurn, rolesOf, someServices } from '../../support/some-services.js';

const everybody = 'viewer operator admin';

// Each verb, who may use it, and what is asked of the operations then.
const table: Readonly<Record<Verb, readonly [string, ...string[]]>> = {
  'tenants.list': [everybody, 'list'],
  'batches.list': [everybody],
  'batch.ask': ['operator admin', 'list'],
  'tenants.pick': [everybody, 'list'],
  'search.help': [everybody],
  'views.list': [everybody],
  'view.edit': [everybody],
  'view.save': [everybody],
  'view.delete': [everybody],
  'batch.begin': ['operator admin', 'list'],
  'import.begin': ['operator admin'],
  'second.review': ['operator admin'],
  'second.approve': ['admin'],
  'second.decline': ['operator admin'],
  'batch.approve': ['admin', 'approveBatch', 'list'],
  'batch.stop': ['operator admin', 'stopBatch', 'list'],
  'batch.rest': ['operator admin', 'list'],
  'batch.show': [everybody, 'list'],
  'inserted.show': [everybody],
  'batch.links': ['operator admin', 'approvalLinks', 'list'],
  'customer.add': ['operator admin', 'findTenant'],
  'tenant.remove': ['operator admin', 'removeCustomer', 'list'],
  'tenant.open': [everybody, 'readDelegatedAdmin'],
  'tenant.askEnable': ['operator admin', 'foresee'],
  'tenant.enable': ['operator admin', 'enable'],
  'tenant.copyApproval': ['operator admin', 'readLanguage', 'takeApprovalLink', 'approvalLink'],
  'tenant.copyCustomerNotice': ['operator admin', 'readLanguage', 'takeCustomerNotice'],
  'tenant.reviewLimitations': [everybody],
  'tenant.askAcceptLimitations': ['operator admin'],
  'tenant.acceptLimitations': ['operator admin', 'acceptLimitations'],
  'tenant.takeBackAcceptance': ['operator admin', 'takeBackAcceptance'],
  'tenant.revalidate': ['operator admin', 'revalidate'],
  'tenant.askKeepAccess': ['operator admin'],
  'tenant.keepAccess': ['operator admin', 'keepAccess'],
  'tenant.removeGlobalAdministrator': ['admin', 'removeGlobalAdministrator'],
  'tenant.askAttend': ['operator admin'],
  'tenant.attend': ['operator admin'],
  'tenant.wake': ['operator admin', 'wake'],
  'tenant.take': ['operator admin', 'take'],
  'tenant.release': ['operator admin', 'release'],
  'tenant.askEndEarlier': ['admin'],
  'tenant.endEarlier': ['admin', 'endEarlier'],
  'tenant.askDisable': ['admin'],
  'tenant.disable': ['admin', 'disable'],
  'tenant.askRemoveDelegatedAdmin': ['admin', 'checkRemoval'],
  'tenant.removeDelegatedAdmin': ['admin', 'removeDelegatedAdmin'],
  'offboarding.show': [everybody],
  'offboarding.plan': ['admin', 'plan'],
  'offboarding.decide': ['admin', 'decide'],
  'offboarding.review': ['admin', 'plan'],
  'offboarding.approve': ['admin', 'approve'],
  'offboarding.undo': ['admin', 'undoOffboarding'],
  'offboarding.retry': ['admin', 'retryOffboarding'],
  'offboarding.askLeaveRest': ['admin'],
  'offboarding.leaveRest': ['admin', 'leaveRest'],
  'waiting.list': [everybody, 'waiting'],
  'expiring.list': [everybody, 'expiring'],
  'leftovers.list': [everybody, 'leftovers', 'readLeftovers'],
  'watchedRequest.terminate': ['admin', 'terminateWatchedRequest', 'watchedRequestStory'],
  'offboarding.exportPlan': ['admin', 'exportPlan'],
  'certificate.get': ['admin', 'certificate'],
  'fleet.show': [everybody, 'fleet'],
  'fleet.report': [everybody, 'fleetReport', 'fleet'],
  'fleet.sendReport': [everybody, 'fleet'],
  'history.show': [everybody],
  'templates.show': [everybody],
  'language.set': [everybody],
  'subscription.show': [everybody],
  'subscription.hear': [everybody],
  'subscription.save': [everybody],
  'subscription.end': [everybody],
  'export.make': [everybody, 'export'],
};

const staying = having(tenantBy.issuesFound(), { type: 'delegatedAdminRead', granted: true });
const awaiting = leaving({ ...offboardingBy.awaitsApproval(), by: megan }, staying);
const stopped = leaving(offboardingBy.stopped(), staying);
const unmanaged = tenantBy.notConfigured();

// The tenant whose card has the button.
const tenantFor = (verb: Verb): Tenant => {
  if (verb === 'tenant.askEnable') return unmanaged;
  if (!verb.startsWith('offboarding.') || verb === 'offboarding.plan' || verb === 'offboarding.decide') return staying;
  return verb === 'offboarding.review' || verb === 'offboarding.approve' || verb === 'offboarding.undo'
    ? awaiting
    : stopped;
};

const press = (
  verb: Verb,
  services: BotServices,
  drawnFrom: { readonly version?: number } = { version: tenantFor(verb).version },
  isAutomatic = false,
) => {
  const { tenantId, customer, offboarding } = tenantFor(verb);
  const agreed = verb === 'offboarding.decide' ? { planHash: 'mark', name: customer.displayName } : {};
  const click = readClick(verb, {
    tenantId,
    ...drawnFrom,
    templateHash: aTemplate().templateHash,
    ...(offboarding && { offboardingId: offboarding.id }),
    ...(verb === 'tenant.acceptLimitations' && { reason: 'known', reviewOn: '2026-12-24' }),
    ...(verb === 'tenant.copyCustomerNotice' && { customerNotice: 'offboarding' }),
    ...(verb === 'tenant.endEarlier' && { relationshipId: 'relationship-1' }),
    ...agreed,
  });
  assert.ok(click);
  return answerClick(services, click, aTurn({ isAutomatic }));
};

const denials = [undefined, ...roles].flatMap((has) => roles.map((least) => denial(has, least, alex, en)));

/** Whether a card says to this person that they may not, for whichever role they have or need. */
function isDenied(card: unknown): boolean {
  return denials.some((why) => why !== undefined && textOf(card).includes(why));
}

describe('who may', () => {
  for (const verb of verbs) {
    const [may, ...then] = table[verb];
    const least = roles.find((role) => may.includes(role)) ?? 'admin';
    for (const role of roles) {
      const isAllowed = may.includes(role);
      it(`${verb}: ${role} → ${isAllowed ? then.join(', ') || 'is shown' : 'no'}`, async () => {
        const { services, asked } = someServices(role, tenantFor(verb), stopped);
        const { card } = await press(verb, services);
        assert.deepEqual(asked, isAllowed ? then : [`denied ${verb}`]);
        assert.equal(isDenied(card), !isAllowed);
        assert.ok(textOf(card).includes(denial(role, least, alex, en) ?? ''));
      });
    }

    it(`${verb}: a person on no list → no, and sees no tenant`, async () => {
      const { services, asked } = someServices(undefined, staying, stopped);
      const { card, view } = await press(verb, services);
      assert.deepEqual(asked, [`denied ${verb}`]);
      assert.equal(view, undefined);
      assert.ok(!JSON.stringify(card).includes(staying.customer.displayName));
    });
  }
});

describe('a button that does something', () => {
  const doing = [
    'tenant.enable',
    'tenant.acceptLimitations',
    'tenant.takeBackAcceptance',
    'tenant.revalidate',
    'tenant.disable',
    'tenant.endEarlier',
    'tenant.removeDelegatedAdmin',
    'offboarding.decide',
    'offboarding.retry',
    'offboarding.leaveRest',
  ] as const;
  for (const verb of doing) {
    it(`does nothing when it does not say what it was drawn from: ${verb}`, async () => {
      const { services, asked } = someServices('admin', tenantFor(verb), stopped);
      await press(verb, services, {});
      assert.deepEqual(asked, []);
    });
  }
});

const drawing: readonly Verb[] = [
  ...([
    'tenants.list',
    'waiting.list',
    'expiring.list',
    'leftovers.list',
    'offboarding.show',
    'tenant.open',
    'batch.show',
  ] as const),
];

describe('a click that says that a client asked by itself', () => {
  for (const verb of verbs.filter((each) => !drawing.includes(each))) {
    it(`does nothing, and is written down where it is denied: ${verb}`, async () => {
      const { services, asked } = someServices('admin', tenantFor(verb), stopped);
      await press(verb, services, undefined, true);
      const denied = someServices('viewer', tenantFor(verb), stopped);
      await press(verb, denied.services, undefined, true);
      assert.deepEqual([asked, denied.asked], [[], table[verb][0] === everybody ? [] : [`denied ${verb}`]]);
    });
  }
});

describe('a client that asks by itself for a card that it shows', () => {
  for (const verb of drawing) {
    it(`gets it, and a person on no list is not written down as denied: ${verb}`, async () => {
      const { services, asked } = someServices(undefined, tenantFor(verb), stopped);
      assert.equal((await press(verb, services, undefined, true)).view, undefined);
      assert.deepEqual(asked, []);
      const { card } = await press(verb, someServices('viewer', tenantFor(verb), stopped).services, undefined, true);
      assert.ok(!isDenied(card));
    });
  }
});

describe('a button of a tenant that is no customer any more', () => {
  // A certificate outlives its tenant, and so does the watch over what may still be approved.
  const ofNoTenant: readonly Verb[] = [
    ...(['fleet.show', 'fleet.report', 'fleet.sendReport'] as const),
    ...(['fleet.show', 'subscription.show', 'subscription.hear', 'subscription.save', 'subscription.end'] as const),
    ...(['expiring.list', 'leftovers.list', 'watchedRequest.terminate', 'certificate.get', 'history.show'] as const),
    ...([
      'templates.show',
      'language.set',
      'batch.stop',
      'batch.approve',
      'search.help',
      'export.make',
      'inserted.show',
    ] as const),
    ...(['views.list', 'view.edit', 'view.save', 'view.delete'] as const),
    ...(['batch.links'] as const),
    ...(['views.list', 'view.edit', 'view.save', 'view.delete', 'import.begin'] as const),
    ...(['waiting.list', 'batches.list'] as const),
    'customer.add',
  ];
  for (const verb of verbs.filter((each) => !ofNoTenant.includes(each))) {
    it(`leads to the list: ${verb}`, async () => {
      const { services, asked } = someServices('admin', staying, stopped);
      const { view } = await press(verb, { ...services, store: new MemoryStore() });
      assert.deepEqual(asked, ['list']);
      assert.equal(view?.kind, 'list');
    });
  }
});

describe('a click of a person whose groups cannot be read just now', () => {
  it('is refused without being written down as denied', async () => {
    const { services, asked } = someServices('viewer', staying);
    const click = readClick('tenant.disable', { tenantId: staying.tenantId });
    assert.ok(click);
    const { card } = await answerClick(
      { ...services, roles: rolesOf('viewer', { isNotChecked: () => true }) },
      click,
      aTurn(),
    );
    assert.ok(textOf(card).includes(denial('viewer', 'admin', alex, en, true) ?? '-'));
    assert.deepEqual(asked, []);
  });
});

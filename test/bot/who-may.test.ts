// Who may press which button, and what comes of it? The table is the manual.
import assert from 'node:assert/strict';
import { answerClick } from '../../src/bot/actions/card-actions.js';
import type { Desk } from '../../src/bot/bot-services.js';
import { denial } from '../../src/bot/people/permissions.js';
import { roles } from '../../src/domain/tenant/commands.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { type Verb, verbs } from '../../src/views/render/verbs.js';
import { aDesk } from '../support/a-desk.js';
import { alex, having, megan, tenantBy } from '../support/builders.js';
import { textOf } from '../support/card-reading.js';
import { exitBy, leaving } from '../support/exit-scenes.js';

const everybody = 'viewer operator admin';

// Each verb, who may use it, and what is asked of the operations then.
const table: Readonly<Record<Verb, readonly [string, ...string[]]>> = {
  'tenants.list': [everybody, 'list'],
  'tenant.open': [everybody, 'readDelegatedAdmin'],
  'tenant.enable': ['operator admin', 'onboard'],
  'tenant.copyApproval': ['operator admin', 'takeApprovalLink', 'approvalLink'],
  'tenant.reviewLimitations': [everybody],
  'tenant.acceptLimitations': ['operator admin', 'acceptLimitations'],
  'tenant.revalidate': ['operator admin', 'revalidate'],
  'tenant.askDisable': ['admin'],
  'tenant.disable': ['admin', 'offboard'],
  'tenant.askRemoveDelegatedAdmin': ['admin', 'checkRemoval'],
  'tenant.removeDelegatedAdmin': ['admin', 'removeDelegatedAdmin'],
  'exit.show': [everybody],
  'exit.plan': ['admin', 'plan'],
  'exit.decide': ['admin', 'decide'],
  'exit.review': ['admin', 'plan'],
  'exit.approve': ['admin', 'approve'],
  'exit.undo': ['admin', 'undoExit'],
  'exit.retry': ['admin', 'retryExit'],
  'exit.askLeaveRest': ['admin'],
  'exit.leaveRest': ['admin', 'leaveRest'],
  'residue.list': [everybody, 'residue', 'readResidue'],
  'invitation.terminate': ['admin', 'terminateInvitation', 'invitationStory'],
  'exit.exportPlan': ['admin', 'exportPlan'],
  'certificate.get': ['admin', 'certificate'],
  'history.show': [everybody],
};

const staying = having(tenantBy.issuesFound(), { type: 'delegatedAdminRead', granted: true });
const awaiting = leaving({ ...exitBy.awaitsApproval(), by: megan }, staying);
const stopped = leaving(exitBy.stopped(), staying);

// The tenant whose card has the button.
const tenantFor = (verb: Verb): Tenant => {
  if (!verb.startsWith('exit.') || verb === 'exit.plan' || verb === 'exit.decide') return staying;
  return verb === 'exit.review' || verb === 'exit.approve' || verb === 'exit.undo' ? awaiting : stopped;
};

const press = (verb: Verb, desk: Desk, drawnFrom: { readonly version?: number } = staying, isAutomatic = false) => {
  const query = { search: '', page: 1 };
  const { tenantId, customer, exit } = tenantFor(verb);
  const agreed = verb === 'exit.decide' ? { mark: 'mark', steps: [], name: customer.displayName } : undefined;
  const { version } = drawnFrom;
  const click = { verb, tenantId, version, query, inList: false, exitId: exit?.id, agreed };
  return answerClick(desk, click, {
    actor: alex,
    conversationId: 'chat',
    correlationId: 'turn-1',
    isPersonal: true,
    isAutomatic,
  });
};

describe('who may', () => {
  for (const verb of verbs) {
    const [may, ...then] = table[verb];
    const least = roles.find((role) => may.includes(role)) ?? 'admin';
    for (const role of roles) {
      const isAllowed = may.includes(role);
      it(`${verb}: ${role} → ${isAllowed ? then.join(', ') || 'is shown' : 'no'}`, async () => {
        const { desk, asked } = aDesk(role, tenantFor(verb), stopped);
        const { card } = await press(verb, desk);
        assert.deepEqual(asked, isAllowed ? then : [`denied ${verb}`]);
        const why = denial(role, least, alex);
        assert.equal(textOf(card).includes(why ?? '; this takes '), !isAllowed);
      });
    }

    it(`${verb}: somebody on no list → no, and sees no tenant`, async () => {
      const { desk, asked } = aDesk(undefined, staying, stopped);
      const { card, view } = await press(verb, desk);
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
    'tenant.revalidate',
    'tenant.disable',
    'tenant.removeDelegatedAdmin',
    'exit.decide',
    'exit.retry',
    'exit.leaveRest',
  ] as const;
  for (const verb of doing) {
    it(`does nothing when it does not say what it was drawn from: ${verb}`, async () => {
      const { desk, asked } = aDesk('admin', tenantFor(verb), stopped);
      await press(verb, desk, {});
      assert.deepEqual(asked, []);
    });
  }
});

describe('a click that says that a client asked by itself', () => {
  const drawing: readonly Verb[] = ['tenants.list', 'residue.list', 'exit.show', 'tenant.open'];
  for (const verb of verbs.filter((each) => !drawing.includes(each))) {
    it(`does nothing, and is written down where it is denied: ${verb}`, async () => {
      const { desk, asked } = aDesk('admin', tenantFor(verb), stopped);
      await press(verb, desk, staying, true);
      const denied = aDesk('viewer', tenantFor(verb), stopped);
      await press(verb, denied.desk, staying, true);
      assert.deepEqual([asked, denied.asked], [[], table[verb][0] === everybody ? [] : [`denied ${verb}`]]);
    });
  }
});

describe('a button of a tenant that is no customer any more', () => {
  // A certificate outlives its tenant, and so does the watch over what may still be approved.
  const ofNoTenant: readonly Verb[] = ['residue.list', 'invitation.terminate', 'certificate.get', 'history.show'];
  for (const verb of verbs.filter((each) => !ofNoTenant.includes(each))) {
    it(`leads to the list: ${verb}`, async () => {
      const { desk, asked } = aDesk('admin', staying, stopped);
      const { view } = await press(verb, { ...desk, tenant: () => undefined });
      assert.deepEqual(asked, ['list']);
      assert.equal(view?.kind, 'list');
    });
  }
});

describe('a click of somebody whose groups cannot be read just now', () => {
  it('is refused without being written down as denied', async () => {
    const { desk, asked } = aDesk('viewer', staying);
    const turn = { actor: alex, conversationId: 'chat', correlationId: '1', isPersonal: true, isAutomatic: false };
    const click = {
      verb: 'tenant.disable',
      tenantId: staying.tenantId,
      query: { search: '', page: 1 },
      inList: false,
    } as const;
    const { card } = await answerClick({ ...desk, isRoleNotChecked: () => true }, click, turn);
    assert.match(textOf(card), /couldn’t check your groups.*Nothing was done/s);
    assert.deepEqual(asked, []);
  });
});

// A tenant that is being offboarded: what can still be asked of it, and what each fact makes of it.

import assert from 'node:assert/strict';
import type { Offboarding } from '../../../src/domain/offboarding/offboarding.js';
import { planOf } from '../../../src/domain/offboarding/plan.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import { newsIn } from '../../../src/domain/tenant/news.js';
import { secondsToNextCheck } from '../../../src/domain/tenant/next-check.js';
import { addSeconds } from '../../../src/domain/time.js';
import { alex, aTenant, having, megan, now, tenantBy } from '../../support/builders.js';
import { begun, further, noRights, relationship, services } from '../../support/further-offboarding.js';
import { anInventoryRelationship, anOffboarding, inventory } from '../../support/offboarding-builders.js';

describe('a tenant that is being offboarded completely', () => {
  const decided = (tenant = tenantBy.approved(), offboarding = anOffboarding()) =>
    having(tenant, { type: 'offboardingDecided', by: alex, offboarding });

  it('lets nothing else be done to it', () => {
    for (const command of [
      { do: 'enable', by: megan, conversationId: 'chat' },
      { do: 'takeApprovalLink', by: megan },
      { do: 'takeCustomerNotice', by: megan, customerNotice: 'offboarding' },
      { do: 'chooseCustomerLanguage', by: megan, language: 'de' },
      { do: 'revalidate', by: megan },
      { do: 'acceptLimitations', by: megan },
      { do: 'takeBackAcceptance', by: megan },
      { do: 'disable', by: megan },
      { do: 'removeDelegatedAdmin', by: megan, requestId: 'x' },
    ] as const) {
      assert.deepEqual(decide(command, decided()), { refused: 'offboardingUnderWay' });
    }
  });

  it('stays as it is until it begins, and is looked after no more from then on', () => {
    assert.ok(decided().onboarding);
    const tenant = having(decided(), { type: 'offboardingBegun' });
    assert.deepEqual(
      [tenant.onboarding, tenant.status, tenant.leftoverAccess],
      [undefined, 'notConfigured', 'liveAccess'],
    );
    assert.ok(tenant.offboarding);
  });

  it('takes a removal of delegated admin over from whoever asked for it', () => {
    const asked = { type: 'delegatedAdminRemovalRequested', by: megan, requestId: 'x' } as const;
    const removing = having(tenantBy.approved(), { type: 'delegatedAdminRead', granted: true }, asked);
    assert.ok(decided(removing).delegatedAdmin.removal);
    assert.deepEqual(having(decided(removing), { type: 'offboardingBegun' }).delegatedAdmin, { state: 'granted' });
  });

  it('looks again only at what its own relationship had given', () => {
    const plan = planOf(
      inventory({
        relationships: { value: [anInventoryRelationship(), anInventoryRelationship({ id: 'relationship-2' })] },
      }),
    );
    const refusal = noRights;
    const assignments = anOffboarding({}, plan).tasks.filter(({ target }) => target.kind === 'assignment');
    const refused = having(
      decided(undefined, anOffboarding({}, plan)),
      { type: 'offboardingBegun' },
      ...assignments.map(({ id: taskId }) => ({ type: 'offboardingTaskRefused', taskId, refusal }) as const),
      { type: 'offboardingTaskProved', taskId: 'relationship relationship-2' },
    );
    const stillRefused = refused.offboarding?.tasks.filter(({ state }) => state.is === 'refused') ?? [];
    assert.deepEqual(
      stillRefused.map(({ target }) => target.kind === 'assignment' && target.relationshipId),
      ['relationship-1', 'relationship-1'],
    );
  });

  it('is as if it had never been there once the certificate is written, but for who did it', () => {
    const ended = having(
      decided(),
      { type: 'offboardingBegun' },
      { type: 'offboardingEnded', remains: planOf(inventory({ relationships: { value: [] } })) },
    );
    const tenant = having(ended, { type: 'offboardingCertified', by: alex, certificate: { json: 'a', pdf: 'b' } });
    const { version, history, ...rest } = tenant;
    const { version: _version, history: _history, ...fresh } = aTenant();
    assert.deepEqual(rest, { ...fresh, since: now });
    assert.ok(version > ended.version - 1);
    assert.deepEqual(history, [{ at: now, what: 'offboardingCertified', by: alex }]);
  });

  it('shows what of ours is still there', () => {
    const ended = having(
      decided(),
      { type: 'offboardingBegun' },
      { type: 'offboardingEnded', remains: planOf(inventory()) },
    );
    const tenant = having(ended, { type: 'offboardingCertified', by: alex, certificate: { json: 'a', pdf: 'b' } });
    assert.equal(tenant.leftoverAccess, 'liveAccess');
  });

  it('keeps its version while Microsoft works, so that no button goes out of date', () => {
    const tenant = having(decided(), { type: 'offboardingBegun' });
    const worked = having(
      tenant,
      { type: 'offboardingTaskTried', taskId: services },
      { type: 'offboardingTaskSent', taskId: services },
      { type: 'offboardingTaskProved', taskId: services },
    );
    assert.equal(worked.version, tenant.version);
    const refused = having(worked, { type: 'offboardingTaskRefused', taskId: 'consent', refusal: noRights });
    assert.ok(refused.version > worked.version);
  });

  describe('is news', () => {
    const news = (tenant: ReturnType<typeof decided>, factData: FactData) => newsIn(tenant, { ...factData, at: now });

    it('when a second admin is asked, and not when none is', () => {
      const decision = (needsSecond: boolean): FactData => ({
        type: 'offboardingDecided',
        by: alex,
        offboarding: anOffboarding({ needsSecond }),
      });
      assert.equal(news(tenantBy.approved(), decision(true)), 'offboardingAwaitsApproval');
      assert.equal(news(tenantBy.approved(), decision(false)), undefined);
    });

    it('when nobody agreed in time, when it is stale, and not when somebody undid it', () => {
      assert.equal(news(decided(), { type: 'offboardingDropped', why: 'lapsed' }), 'offboardingLapsed');
      assert.equal(news(decided(), { type: 'offboardingDropped', why: 'stale' }), 'offboardingStale');
      assert.equal(news(decided(), { type: 'offboardingUndone', by: megan }), undefined);
    });

    it('when it has stopped, once, and not while it can go on', () => {
      const refused = (taskId: string): FactData => ({ type: 'offboardingTaskRefused', taskId, refusal: noRights });
      const running = having(decided(), { type: 'offboardingBegun' });
      assert.equal(news(running, refused(services)), undefined);
      const assigned = having(running, refused(services));
      assert.equal(news(assigned, refused('consent')), 'offboardingStopped');
      assert.equal(news(having(assigned, refused('consent')), { type: 'offboardingRestLeft', by: megan }), undefined);
    });
  });

  describe('is looked at', () => {
    const noticed = { reconcileSeconds: 300, byEvents: false };
    const seconds = (offboarding: Offboarding, at = now) =>
      secondsToNextCheck(decided(tenantBy.notConfigured(), offboarding), at, noticed);

    it('when a yes lapses, to the second', () => assert.equal(seconds(anOffboarding({ needsSecond: true })), 86_400));

    it('when it begins, to the second, however long the grace time is', () => {
      assert.equal(seconds(anOffboarding()), 300);
      assert.equal(seconds(anOffboarding({ graceSeconds: 86_400 }), addSeconds(now, 400)), 86_000);
      assert.equal(seconds(anOffboarding(), addSeconds(now, 400)), 0);
    });

    it('ever more seldom while Microsoft works', () => {
      const sent = further(begun(), { type: 'offboardingTaskSent', taskId: services });
      assert.equal(seconds(sent), 1);
      assert.equal(seconds(sent, addSeconds(now, 3000)), 300);
    });

    it('not at all while only a person can say how it goes on', () => {
      const stopped = further(begun(anOffboarding({ steps: ['relationships'] })), {
        type: 'offboardingTaskRefused',
        taskId: relationship,
        refusal: noRights,
      });
      assert.equal(seconds(stopped), undefined);
    });

    it('at once when only the certificate is left to be written', () => {
      assert.equal(seconds(further(begun(), { type: 'offboardingEnded', remains: planOf(inventory()) })), 0);
    });
  });
});

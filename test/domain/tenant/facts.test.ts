// What a fact makes of a tenant, and for whom it's news.
import assert from 'node:assert/strict';
import type { Limitation } from '../../../src/domain/access/limitation.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import { historyLength } from '../../../src/domain/tenant/history.js';
import { newsIn } from '../../../src/domain/tenant/news.js';
import { secondsToNextCheck } from '../../../src/domain/tenant/next-check.js';
import { addDays } from '../../../src/domain/time.js';
import {
  alex,
  anObservation,
  aRelationship,
  aTenant,
  contoso,
  enabled,
  having,
  megan,
  now,
  seen,
  tenantBy,
} from '../../support/builders.js';

describe('the version of a tenant', () => {
  it('grows with what changes the meaning of a button', () => {
    const before = aTenant();
    assert.ok(having(before, enabled).version > before.version);
    assert.ok(tenantBy.approved().version > having(before, enabled).version);
    const disabled = having(tenantBy.approved(), { type: 'disabled', by: alex });
    assert.ok(disabled.version > tenantBy.approved().version);
  });

  it('stays the same for what is only read, told or renamed', () => {
    const tenant = tenantBy.approved();
    const { version } = having(
      seen(tenant, anObservation()),
      { type: 'customerRenamed', customer: { displayName: 'Contoso GmbH', domain: 'contoso.com' } },
      { type: 'approvalLinkTaken', by: alex },
      { type: 'delegatedAdminRead', granted: true },
    );
    assert.equal(version, tenant.version);
  });
});

describe('disabling a tenant', () => {
  const disabled = having(tenantBy.approved(), { type: 'disabled', by: alex });

  it('forgets everything but that it happened', () => {
    assert.equal(disabled.onboarding, undefined);
    assert.deepEqual(disabled.history, [{ at: now, what: 'disabled', by: alex }]);
    assert.ok(!JSON.stringify(disabled).includes('relationship-1'));
    assert.ok(!JSON.stringify(disabled).includes(`Gatehouse-${contoso}`));
  });

  it('remembers that access is still live', () => {
    assert.equal(disabled.leftoverAccess, 'liveAccess');
    assert.equal(having(tenantBy.needsApproval(), { type: 'disabled', by: alex }).leftoverAccess, 'approvalRequest');
    assert.equal(having(tenantBy.awaitingMicrosoft(), { type: 'disabled', by: alex }).leftoverAccess, 'none');
  });

  it('ends a removal of delegated admin that was under way', () => {
    const removing = having(
      tenantBy.approved(),
      { type: 'delegatedAdminRead', granted: true },
      { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' },
      { type: 'disabled', by: alex },
    );
    assert.deepEqual(removing.delegatedAdmin, { state: 'granted' });
  });
});

describe('the time since when a tenant has its status', () => {
  it('stays while the status does', () => {
    const first = tenantBy.issuesFound();
    const again = seen(first, anObservation({ azure: { value: 'notActive' } }), undefined, '2026-11-22T12:00:00.000Z');
    assert.equal(again.status, 'issuesFound');
    assert.equal(again.since, first.since);
  });
});

const linkTaken = (by: typeof alex) => ({ type: 'approvalLinkTaken', by }) as const;

describe('the history of a tenant', () => {
  it('keeps the last events only', () => {
    const links = Array.from({ length: 50 }, (_, at) => linkTaken(at % 2 === 0 ? alex : megan));
    assert.equal(having(tenantBy.needsApproval(), ...links).history.length, historyLength);
  });

  it('counts what the same person does again within a day, in one event that is the last one’s', () => {
    const before = tenantBy.needsApproval().history.length;
    const links = [alex, alex, alex, megan, alex].map(linkTaken);
    const { history } = having(tenantBy.needsApproval(), ...links);
    assert.deepEqual(
      history.slice(before).map(({ by, times }) => [by?.name, times]),
      [
        [alex.name, 3],
        [megan.name, undefined],
        [alex.name, undefined],
      ],
    );
    const later = { ...linkTaken(alex), at: addDays(now, 2) };
    assert.equal(evolve(having(tenantBy.needsApproval(), ...links), later).history.at(-1)?.times, undefined);
  });

  it('doesn’t count what no person has done, or what’s about another one', () => {
    const given = (owner: typeof alex) => ({ type: 'ownershipGiven', by: alex, owner }) as const;
    const { history } = having(tenantBy.approved(), given(alex), given(megan), {
      type: 'customerListed',
      customer: aTenant().customer,
    });
    assert.ok(history.every(({ times }) => times === undefined));
  });
});

describe('news', () => {
  const at = now;

  it('is Approved, Issues found and lost access', () => {
    assert.equal(newsIn(tenantBy.awaitingMicrosoft(), { type: 'accessApproved', at }), 'approved');
    const limitations = [{ code: 'noAzurePlan' }] as const;
    assert.equal(newsIn(tenantBy.approved(), { type: 'issuesFound', limitations, at }), 'issuesFound');
    assert.equal(newsIn(tenantBy.approved(), { type: 'accessLost', limitations, at }), 'accessLost');
    const changed = { code: 'templateChanged', roles: [], relationshipName: 'Ours' } as const;
    const found = (...all: readonly Limitation[]) =>
      newsIn(tenantBy.approved(), { type: 'issuesFound', limitations: all, at });
    assert.deepEqual([found(changed), found(changed, ...limitations)], ['templateChanged', 'issuesFound']);
  });

  it('is not what only the card shows', () => {
    assert.equal(newsIn(aTenant(), { ...enabled, at }), undefined);
    assert.equal(newsIn(tenantBy.awaitingMicrosoft(), { type: 'approvalAwaited', at }), undefined);
    assert.equal(newsIn(tenantBy.approved(), { type: 'disabled', by: alex, at }), undefined);
  });

  it('is not that fewer limitations are left', () => {
    const before = having(aTenant(enabled), {
      type: 'issuesFound',
      limitations: [{ code: 'noAzurePlan' }, { code: 'assignmentFailed', groupName: 'Security' }],
    });
    assert.equal(newsIn(before, { type: 'issuesFound', limitations: [{ code: 'noAzurePlan' }], at }), undefined);
  });
});

describe('the next check of a tenant', () => {
  const later = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
  const reconcileSeconds = 300;
  const noticed = { reconcileSeconds, byEvents: false };

  it('is not needed while it waits for nothing', () => {
    for (const tenant of [tenantBy.notConfigured(), tenantBy.approved(), tenantBy.issuesFound()]) {
      assert.equal(secondsToNextCheck(tenant, now, noticed), undefined, tenant.status);
    }
  });

  it('comes at once while Microsoft works, and later the longer that takes, until the reconcile comes first', () => {
    const paces = [0, 60, 600, 86_400].map((seconds) =>
      secondsToNextCheck(tenantBy.awaitingMicrosoft(), later(seconds), noticed),
    );
    assert.deepEqual(paces, [1, 6, 60, undefined]);
  });

  it('comes soon after somebody has taken the link, which is when customers approve', () => {
    const waiting = tenantBy.needsApproval();
    assert.equal(secondsToNextCheck(waiting, later(86_400), noticed), undefined);
    const taken = having(waiting, { type: 'approvalLinkTaken', by: alex });
    assert.equal(secondsToNextCheck(taken, later(40), noticed), 2);
  });

  it('costs a request that waits for ninety days fewer than two hundred looks beyond the reconciles', () => {
    let looks = 0;
    for (let seconds = 0; seconds < 90 * 86_400; looks += 1) {
      const pause = secondsToNextCheck(tenantBy.needsApproval(), later(seconds), noticed) ?? reconcileSeconds;
      if (pause >= reconcileSeconds) break;
      seconds += pause;
    }
    assert.ok(looks < 200, `${looks} looks`);
  });

  it('waits for no customer whose approval an event tells, and follows Microsoft as before', () => {
    const toldByEvents = { reconcileSeconds: 3600, byEvents: true };
    const taken = having(tenantBy.needsApproval(), { type: 'approvalLinkTaken', by: alex });
    assert.equal(secondsToNextCheck(taken, later(40), toldByEvents), undefined);
    assert.equal(secondsToNextCheck(tenantBy.awaitingMicrosoft(), later(60), toldByEvents), 6);
  });

  it('repeats a check that failed', () => {
    const failed = seen(aTenant(enabled), anObservation({ azure: { failed: { reason: 'noRights' } } }));
    assert.equal(secondsToNextCheck(failed, now, noticed), 10);
  });

  it('follows a removal of delegated admin until it shows', () => {
    const removing = aTenant(
      { type: 'delegatedAdminRead', granted: true },
      { type: 'delegatedAdminRemovalRequested', by: alex, requestId: 'request-1' },
      { type: 'delegatedAdminRemovalSent' },
    );
    assert.equal(secondsToNextCheck(removing, later(30), noticed), 3);
  });
});

describe('a relationship that Microsoft made us follow before', () => {
  it('is told as found when it is new to us, and not again', () => {
    const tenant = seen(
      aTenant(enabled),
      anObservation({ relationships: [aRelationship({ displayName: 'By hand' })] }),
    );
    assert.equal(tenant.history.filter(({ what }) => what === 'relationshipAdopted').length, 1);
    const again = seen(tenant, anObservation({ relationships: [aRelationship({ displayName: 'By hand' })] }));
    assert.equal(again.history.filter(({ what }) => what === 'relationshipAdopted').length, 1);
  });
});

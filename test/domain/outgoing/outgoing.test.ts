// What the partner's own systems get to know of a fact, and when an event is sent again.
import assert from 'node:assert/strict';
import { eventIdOf, outgoingContent, outgoingTo } from '../../../src/domain/outgoing/outgoing-event.js';
import { isOutgoingOver, outgoingAfter, outgoingAgain } from '../../../src/domain/outgoing/outgoing-retry.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { addSeconds } from '../../../src/domain/time.js';
import { alex, aTenant, contoso, enabled, now, tenantBy } from '../../support/builders.js';

const told = (tenant: Tenant, data: FactData) => {
  const fact = { ...data, at: now };
  return outgoingContent(tenant, evolve(tenant, fact), fact);
};

describe('a fact', () => {
  it('that somebody brought about is told with who', () => {
    assert.deepEqual(told(tenantBy.approved(), { type: 'disabled', by: alex }), {
      type: 'tenant.disabled',
      at: now,
      tenantId: contoso,
      status: 'notConfigured',
      issues: [],
      by: alex,
    });
  });

  it('that people get a message of is told with the status and the issues that it leads to', () => {
    const limitation = { code: 'templateChanged', missing: [] } as never;
    const content = told(aTenant(enabled), { type: 'accessLost', limitations: [limitation] });
    assert.deepEqual(
      [content?.type, content?.status, content?.issues],
      ['tenant.access_lost', 'issuesFound', ['templateChanged']],
    );
    const ending = told(tenantBy.approved(), { type: 'coverageEnding', on: addSeconds(now, 86_400), withinDays: 1 });
    assert.deepEqual([ending?.type, ending?.endsAt], ['tenant.access_ending', addSeconds(now, 86_400)]);
  });

  it('that nobody is told of is not told there either', () => {
    assert.equal(told(aTenant(enabled), { type: 'nothingChanged' }), undefined);
    assert.equal(told(aTenant(enabled), { type: 'approvalLinkTaken', by: alex }), undefined);
  });
});

describe('an event that is not taken', () => {
  const content = { type: 'tenant.disabled', at: now, tenantId: contoso, status: 'notConfigured', issues: [] } as const;
  const event = outgoingTo('crm', 'evt_1', content);
  const failed = { is: 'failed', answer: '503' } as const;
  const waitAfter = (tries: number, retryAfterSeconds?: number) => {
    const { dueAt } = outgoingAfter({ ...event, tries }, { ...failed, retryAfterSeconds }, now);
    return (Date.parse(dueAt) - Date.parse(now)) / 1000;
  };

  it('waits longer after each try, as long as it is asked to, and ten hours at most', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 50].map((tries) => waitAfter(tries)),
      [5, 300, 1800, 7200, 18_000, 36_000, 36_000, 36_000],
    );
    assert.deepEqual([waitAfter(0, 60), waitAfter(2, 60), waitAfter(0, 9_999_999)], [60, 1800, 36_000]);
  });

  it('is given up after 28 hours, or once it is not wanted, and is tried once a day', () => {
    const late = addSeconds(now, 28 * 3600);
    assert.equal(outgoingAfter(event, failed, addSeconds(late, -1)).givenUpAt, undefined);
    const given = outgoingAfter(event, failed, late);
    assert.deepEqual([given.givenUpAt, given.dueAt, given.answer], [late, addSeconds(late, 86_400), '503']);
    assert.equal(outgoingAfter(event, { is: 'unwanted', answer: '410' }, now).givenUpAt, now);
    const again = outgoingAfter(given, failed, addSeconds(late, 86_400));
    assert.deepEqual([again.givenUpAt, again.dueAt], [late, addSeconds(late, 2 * 86_400)]);
  });

  it('is due at once and as new when it comes back, and over after thirty days', () => {
    const { givenUpAt, tries, dueAt } = outgoingAgain({ ...event, givenUpAt: now, tries: 9 }, now);
    assert.deepEqual([givenUpAt, tries, dueAt], [undefined, 0, now]);
    assert.deepEqual(
      [29.9, 30].map((days) => isOutgoingOver(event, addSeconds(now, days * 86_400))),
      [false, true],
    );
  });

  it('keeps its own id for every target', () => {
    assert.equal(eventIdOf(event), 'evt_1');
    assert.notEqual(outgoingTo('other', 'evt_1', content).id, event.id);
  });
});

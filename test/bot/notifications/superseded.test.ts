// Which waiting messages are still worth sending when a conversation comes back.
import assert from 'node:assert/strict';
import { superseded } from '../../../src/bot/notifications/superseded.js';
import type { News } from '../../../src/domain/tenant/news.js';
import type { Delivery } from '../../../src/operations/ports/rows.js';
import { now } from '../../support/builders.js';

const due = { conversationId: 'chat', at: now };
const news = (id: string, tenantId: string, about: News): Delivery => ({
  id,
  ...due,
  kind: 'tenant',
  tenantId,
  news: about,
});
const alarm = (id: string, code: 'signInBack' | 'signInLost' | 'signInWithoutMfa'): Delivery => ({
  id,
  ...due,
  kind: 'alarm',
  alarm: code === 'signInLost' ? { code, reason: 'signInExpired' } : { code },
});

describe('messages that wait for a conversation', () => {
  it('come down to the newest of each tenant', () => {
    const waiting = [news('1', 'a', 'approved'), news('2', 'b', 'approved'), news('3', 'a', 'issuesFound')];
    assert.deepEqual(superseded(waiting), ['1']);
  });

  it('keep that access was lost until it was given again', () => {
    const lost = [news('1', 'a', 'approved'), news('2', 'a', 'accessLost'), news('3', 'a', 'issuesFound')];
    assert.deepEqual(superseded(lost), ['1']);
    assert.deepEqual(superseded([...lost, news('4', 'a', 'approved')]).toSorted(), ['1', '2', '3']);
  });

  it('keep the newest of an offboarding beside those of its tenant', () => {
    const waiting = [
      news('1', 'a', 'offboardingAwaitsApproval'),
      news('2', 'a', 'approved'),
      news('3', 'a', 'offboardingStopped'),
    ] as const;
    assert.deepEqual(superseded(waiting), ['1']);
  });

  it('keep the newest alarm of each kind; that the sign-in is back takes the place of that it was lost', () => {
    const waiting = [alarm('1', 'signInLost'), alarm('2', 'signInWithoutMfa'), alarm('3', 'signInBack')];
    assert.deepEqual(superseded(waiting), ['1']);
  });

  it('keep every certificate', () => {
    const waiting = ['x', 'y'].map((certificateId) => ({
      id: certificateId,
      ...due,
      kind: 'certificate' as const,
      certificateId,
    }));
    assert.deepEqual(superseded(waiting), []);
  });

  it('are two hundred at most, beside all that can never wait', () => {
    const approved = Array.from({ length: 250 }, (_, index) => news(`a${index}`, `a${index}`, 'approved'));
    const lost = Array.from({ length: 20 }, (_, index) => news(`l${index}`, `l${index}`, 'accessLost'));
    const watched = {
      ...due,
      id: 'w',
      kind: 'watchedRequest',
      tenantId: 'w',
      relationshipId: 'w',
      news: 'becameActive',
    } as const;
    const urgent = [news('s', 's', 'secondAdminAsked'), alarm('signIn', 'signInLost'), watched];
    const gone = superseded([...lost, ...urgent, ...approved]);
    assert.equal(gone.length, 50);
    assert.ok(gone.includes('a0') && gone.every((id) => id.startsWith('a')));
  });
});

// News of what an offboarding has left: its certificate, and requests that are watched.
import assert from 'node:assert/strict';
import { issuedOf } from '../../../src/domain/offboarding/certify.js';
import type { WatchedRequest, WatchedRequestNews } from '../../../src/domain/offboarding/watched-request.js';
import { certified } from '../../support/an-offboarding.js';
import { alex, aRelationship, contoso, now } from '../../support/builders.js';
import { buttonsOf, textOf } from '../../support/card-reading.js';
import { aNotifier } from '../../support/notifier-bench.js';
import { aCertificate, aWatchedRequest } from '../../support/watched-request-builders.js';

describe('a certificate', () => {
  it('is told of with the card of its exit, which stays alive, where it is due', async () => {
    const { store, messenger, notifier, clock, postedCards, offered } = aNotifier();
    const hashes = { json: 'a'.repeat(64), pdf: 'b'.repeat(64) };
    const certificate = issuedOf(certified(), hashes);
    await store.commit({
      conversations: [{ id: 'chat', kind: 'groupChat', subscribed: true, reference: {} }],
      certificates: [certificate],
      deliveries: [
        { id: '1', conversationId: 'chat', kind: 'certificate', certificateId: certificate.id, at: now },
        { id: '2', conversationId: 'chat', kind: 'certificate', certificateId: 'unknown', at: now },
      ],
    });
    notifier.send();
    await clock.passes(60);
    const [told, ...more] = messenger.arrived;
    assert.equal(told?.summary, '✅ You no longer have access to Contoso Ltd.');
    assert.deepEqual(buttonsOf(told.card), ['PDF', 'JSON', 'To the tenant']);
    const { id: offboardingId, tenantId } = certificate;
    assert.deepEqual(
      postedCards.cards.map(({ view }) => view),
      [{ kind: 'offboarding', tenantId, offboardingId }],
    );
    assert.deepEqual([more, [...store.deliveries()]], [[], []]);
    assert.deepEqual(offered, [`${offboardingId} chat`]);
  });
});

describe('news of a request to a tenant that was offboarded', () => {
  const told = async (watchedRequest: WatchedRequestNews, watched: readonly WatchedRequest[]) => {
    const { store, clock, messenger, notifier, microsoft } = aNotifier();
    microsoft.listedRelationships = [{ ...aRelationship(), customerName: 'Contoso as it is called now' }];
    await store.commit({
      certificates: [
        aCertificate(),
        aCertificate({ id: 'exit-3', issuedAt: '2026-11-20T10:00:00.000Z' }),
        aCertificate({ id: 'exit-2', issuedAt: '2026-11-15T10:00:00.000Z' }),
      ],
      watchedRequests: watched,
      conversations: [{ id: 'chat', kind: 'personal', subscribed: false, reference: {} }],
      deliveries: [
        {
          id: '1',
          conversationId: 'chat',
          tenantId: contoso,
          relationshipId: 'relationship-1',
          kind: 'watchedRequest',
          news: watchedRequest,
          at: now,
        },
      ],
    });
    notifier.send();
    await clock.passes(60);
    assert.deepEqual([...store.deliveries()], []);
    return messenger.arrived.map(({ summary, card }) => [summary, textOf(card), buttonsOf(card)] as const);
  };

  it('calls the tenant what Microsoft calls it, and has the button that ends it', async () => {
    const [[summary, text, buttons] = assert.fail()] = await told('becameActive', [
      aWatchedRequest({ becameActiveAt: now }),
    ]);
    assert.equal(summary, '⚠️ Contoso as it is called now was offboarded, and has now approved a request of yours');
    assert.match(text, /offboarded completely on 10 November 2026, certificate exit-1/);
    assert.deepEqual(buttons, ['Terminate it now']);
  });

  it('tells how things stand when it is sent, not how they stood', async () => {
    const termination = { by: alex, at: now };
    const [[summary, , buttons] = assert.fail()] = await told('becameActive', [
      aWatchedRequest({ becameActiveAt: now, termination }),
    ]);
    assert.match(summary, /is being terminated/);
    assert.deepEqual(buttons, []);
  });

  it('says that it is over, once it is', async () => {
    const [[summary, text] = assert.fail()] = await told('terminated', []);
    // Nothing says any more which exit it was of, so it is taken for the last one.
    assert.match(text, /offboarded completely on 20 November 2026, certificate exit-3/);
    assert.equal(summary, '✅ The access to Contoso as it is called now is over');
  });

  it('is not sent when there is nothing left that anybody would have to know', async () => {
    assert.deepEqual(await told('becameActive', []), []);
  });
});

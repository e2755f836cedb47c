// News of what an offboarding has left: its certificate, and requests that are watched.
import assert from 'node:assert/strict';
import { issuedOf } from '../../../src/domain/offboarding/certify.js';
import type {
  WatchedRequest,
  WatchedRequestNews,
  WatchedRequestStory,
} from '../../../src/domain/offboarding/watched-request.js';
import { certificateHeadline } from '../../../src/views/offboarding/past-offboarding.js';
import { watchedRequestWords } from '../../../src/views/offboarding/watched-request.js';
import { en } from '../../../src/views/words/en/index.js';
import { certified } from '../../support/an-offboarding.js';
import { alex, aRelationship, contoso, now } from '../../support/builders.js';
import { textOf, verbsOf } from '../../support/card-reading.js';
import { aNotifier } from '../../support/notifier-bench.js';
import { aCertificate, aWatchedRequest } from '../../support/watched-request-builders.js';

describe('a certificate', () => {
  it('is told of with the card of its offboarding, which stays alive, where it is due', async () => {
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
    assert.equal(told?.summary, certificateHeadline(certificate, { words: en }));
    assert.deepEqual(verbsOf(told.card), ['certificate.get', 'tenant.open']);
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
  const presentName = 'Contoso as it is called now';
  const titleOf = (about: Pick<WatchedRequestStory, 'watched' | 'isOver'>) =>
    watchedRequestWords({ tenantId: contoso, relationshipId: 'relationship-1', name: presentName, ...about }, en).title;
  const told = async (watchedRequest: WatchedRequestNews, watched: readonly WatchedRequest[]) => {
    const { store, clock, messenger, notifier, microsoft } = aNotifier();
    microsoft.listedRelationships = [{ ...aRelationship(), customerName: presentName }];
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
    return messenger.arrived.map(({ summary, card }) => [summary, textOf(card), verbsOf(card)] as const);
  };

  it('calls the tenant what Microsoft calls it, and has the button that ends it', async () => {
    const watched = aWatchedRequest({ becameActiveAt: now });
    const [[summary, text, offered] = assert.fail()] = await told('becameActive', [watched]);
    assert.equal(summary, titleOf({ watched }));
    assert.ok(summary.includes(presentName));
    assert.match(text, /10 November 2026.*exit-1/);
    assert.deepEqual(offered, ['watchedRequest.terminate']);
  });

  it('tells how things stand when it is sent, not how they stood', async () => {
    const watched = aWatchedRequest({ becameActiveAt: now, termination: { by: alex, at: now } });
    const [[summary, , offered] = assert.fail()] = await told('becameActive', [watched]);
    assert.equal(summary, titleOf({ watched }));
    assert.deepEqual(offered, []);
  });

  it('says that it is over, once it is', async () => {
    const [[summary, text] = assert.fail()] = await told('terminated', []);
    // Nothing says any more which offboarding it was of, so it is taken for the last one.
    assert.match(text, /20 November 2026.*exit-3/);
    assert.equal(summary, titleOf({ isOver: true }));
  });

  it('is not sent when there is nothing left that anybody would have to know', async () => {
    assert.deepEqual(await told('becameActive', []), []);
  });
});

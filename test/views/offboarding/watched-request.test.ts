// The card of a request that was approved after the offboarding says what's so, and offers what fits.
import assert from 'node:assert/strict';
import type { WatchedRequest, WatchedRequestStory } from '../../../src/domain/offboarding/watched-request.js';
import { problemReasons } from '../../../src/domain/problem.js';
import { watchedRequestView } from '../../../src/views/offboarding/watched-request.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, aRelationship, aTemplates, contoso, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonVerbs, parts, pressables, textOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';
import { aCertificate, aWatchedRequest } from '../../support/watched-request-builders.js';

const context: ViewContext = { words: en, isSandbox: true, templates: aTemplates(), now };
const reasons = problemReasons;
const golden = goldenIn('watched-request');
const aStory = (
  watched: WatchedRequest | undefined,
  changes: Partial<WatchedRequestStory> = {},
): WatchedRequestStory => ({
  relationshipId: 'relationship-1',
  tenantId: contoso,
  name: 'Contoso Ltd',
  watched,
  relationship: aRelationship(),
  certificate: aCertificate(),
  ...changes,
});
const active = aWatchedRequest({ becameActiveAt: now });
const termination = { by: alex, at: now };

const states: Readonly<Record<string, readonly [story: WatchedRequestStory, verbs: readonly string[]]>> = {
  'approved after all': [aStory(active), ['watchedRequest.terminate']],
  'being set up': [
    aStory(active, { relationship: aRelationship({ status: 'activating' }) }),
    ['watchedRequest.terminate'],
  ],
  'of which Microsoft says nothing': [
    aStory(active, { relationship: undefined, certificate: undefined, name: contoso }),
    ['watchedRequest.terminate'],
  ],
  'being terminated': [aStory({ ...active, termination }), []],
  sent: [aStory({ ...active, termination: { ...termination, sentAt: now } }), []],
  'not approved': [aStory(aWatchedRequest()), []],
  over: [aStory(undefined, { relationship: aRelationship({ status: 'terminated' }) }), []],
  'seen to be over, though Microsoft says nothing now': [
    aStory(undefined, { relationship: undefined, isOver: true }),
    [],
  ],
  'watched no more, though it gives access': [aStory(undefined), []],
  'watched no more, of which Microsoft says nothing': [aStory(undefined, { relationship: undefined }), []],
  ...Object.fromEntries(
    reasons.map((reason) => [
      `refused: ${reason}`,
      [aStory({ ...active, refused: { reason, requestId: 'of-microsoft' } }), ['watchedRequest.terminate']],
    ]),
  ),
};

describe('the card of a request to a tenant that was offboarded', () => {
  for (const [state, [story, verbs]] of Object.entries(states)) {
    it(`is one that Teams shows: ${state}`, () => {
      const card = watchedRequestView(story, context);
      assertGoodCard(card);
      golden(state, card);
      assert.deepEqual(buttonVerbs(card), verbs);
      assert.ok(textOf(card).includes(contoso));
      assert.doesNotMatch(textOf(card), /undefined|\[object/);
    });
  }

  it('names the certificate, the day of the offboarding and the request', () => {
    golden('the certificate, the days and the request', watchedRequestView(aStory(active), context));
  });

  it('says why it was refused, with Microsoft’s request id and the way by hand', () => {
    const story = aStory({ ...active, refused: { reason: 'noRights', service: 'graph', requestId: 'of-microsoft' } });
    golden('refused, with Microsoft’s request id and the way by hand', watchedRequestView(story, context));
  });

  it('says that it takes a while where Microsoft is still setting the access up, and only there', () => {
    const texts = (['approved', 'activating', 'active', 'unknown'] as const).map((status) => {
      const card = watchedRequestView(aStory(active, { relationship: aRelationship({ status }) }), context);
      golden(`approved after all, and then ${status}`, card);
      return textOf(card);
    });
    assert.deepEqual(
      texts.map((text) => texts.indexOf(text)),
      [0, 0, 2, 2],
    );
  });

  it('offers the button to admins only', () => {
    const buttons = (role: 'admin' | 'operator' | 'viewer') =>
      buttonVerbs(watchedRequestView(aStory(active), { ...context, role }));
    assert.deepEqual(
      [buttons('admin'), buttons('operator'), buttons('viewer')],
      [['watchedRequest.terminate'], [], []],
    );
  });

  it('says which request its button is about', () => {
    const [button] = pressables(watchedRequestView(aStory(active), context));
    assert.deepEqual(
      [button?.verb, button?.data],
      ['watchedRequest.terminate', { relationshipId: 'relationship-1', tenantId: contoso }],
    );
  });

  it('shows foreign text literally', () => {
    const nasty = '**Contoso** [pay](https://evil.example) $' + '{1+1} {{DATE(2020-01-01T00:00:00Z)}}\n# x\u202E';
    const relationship = aRelationship({ displayName: nasty });
    const by = { id: 'x', name: nasty };
    for (const watched of [active, { ...active, termination: { by, at: now } }]) {
      const card = watchedRequestView(aStory(watched, { name: nasty, relationship }), context);
      assertGoodCard(card);
      for (const { type, text } of parts(card)) {
        if (type === 'TextBlock') assert.doesNotMatch(String(text), /evil/);
        if (type === 'TextRun') assert.doesNotMatch(String(text), /{{DATE/);
      }
      assert.doesNotMatch(JSON.stringify(card), /\u202E/);
    }
  });
});

// The card of a request that was approved after the offboarding says what's so, and offers what fits.
import assert from 'node:assert/strict';
import type { WatchedRequest, WatchedRequestStory } from '../../../src/domain/offboarding/watched-request.js';
import { problemReasons } from '../../../src/domain/problem.js';
import { watchedRequestView, watchedRequestWords } from '../../../src/views/offboarding/watched-request.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { alex, aRelationship, aTemplate, contoso, now } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonsOf, parts, pressables, textOf } from '../../support/card-reading.js';
import { aCertificate, aWatchedRequest } from '../../support/watched-request-builders.js';

const context: ViewContext = { isSandbox: true, template: aTemplate(), now };
const reasons = problemReasons;
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

const states: Readonly<
  Record<string, readonly [story: WatchedRequestStory, title: RegExp, buttons: readonly string[]]>
> = {
  'approved after all': [aStory(active), /^⚠️ Contoso Ltd was offboarded, and has now approved/, ['Terminate it now']],
  'being set up': [
    aStory(active, { relationship: aRelationship({ status: 'activating' }) }),
    /^⚠️ /,
    ['Terminate it now'],
  ],
  'of which Microsoft says nothing': [
    aStory(active, { relationship: undefined, certificate: undefined, name: contoso }),
    /^⚠️ 10000000/,
    ['Terminate it now'],
  ],
  'being terminated': [aStory({ ...active, termination }), /^⏳ .*is being terminated$/, []],
  sent: [aStory({ ...active, termination: { ...termination, sentAt: now } }), /^⏳ /, []],
  'not approved': [aStory(aWatchedRequest()), /has not been approved$/, []],
  over: [
    aStory(undefined, { relationship: aRelationship({ status: 'terminated' }) }),
    /^✅ The access to Contoso Ltd is over$/,
    [],
  ],
  'seen to be over, though Microsoft says nothing now': [
    aStory(undefined, { relationship: undefined, isOver: true }),
    /^✅ The access to Contoso Ltd is over$/,
    [],
  ],
  'watched no more, though it gives access': [
    aStory(undefined),
    /^Gatehouse does not watch the request to Contoso/,
    [],
  ],
  'watched no more, of which Microsoft says nothing': [
    aStory(undefined, { relationship: undefined }),
    /^Gatehouse does not watch/,
    [],
  ],
  ...Object.fromEntries(
    reasons.map((reason) => [
      `refused: ${reason}`,
      [aStory({ ...active, refused: { reason, requestId: 'of-microsoft' } }), /^❌ .*could not be/, ['Try again']],
    ]),
  ),
};

describe('the card of a request to a tenant that was offboarded', () => {
  for (const [state, [story, title, buttons]] of Object.entries(states)) {
    it(`is one that Teams shows: ${state}`, () => {
      const card = watchedRequestView(story, context);
      assertGoodCard(card);
      assert.match(watchedRequestWords(story).title, title);
      assert.deepEqual(buttonsOf(card), buttons);
      assert.match(textOf(card), new RegExp(`Tenant: ${contoso}`));
      assert.doesNotMatch(textOf(card), /undefined|\[object/);
    });
  }

  it('names the certificate, the day of the offboarding and the request', () => {
    const text = textOf(watchedRequestView(aStory(active), context));
    assert.match(text, /offboarded completely on 10 November 2026, certificate exit-1/);
    assert.match(text, /The request “Gatehouse-10000000-0000-4000-8000-000000000001-1” was still open then/);
    assert.match(text, /noticed on 22 November 2026/);
  });

  it('says why it was refused, with Microsoft’s request id and the way by hand', () => {
    const story = aStory({ ...active, refused: { reason: 'noRights', service: 'graph', requestId: 'of-microsoft' } });
    assert.match(textOf(watchedRequestView(story, context)), /may not do this.*of-microsoft.*By hand/s);
  });

  it('says that it takes a while where Microsoft is still setting the access up, and only there', () => {
    for (const status of ['approved', 'activating', 'active', 'unknown'] as const) {
      const text = textOf(watchedRequestView(aStory(active, { relationship: aRelationship({ status }) }), context));
      assert.equal(/still setting it up/.test(text), status === 'approved' || status === 'activating', status);
    }
  });

  it('offers the button to admins only', () => {
    const buttons = (role: 'admin' | 'operator' | 'viewer') =>
      buttonsOf(watchedRequestView(aStory(active), { ...context, role }));
    assert.deepEqual([buttons('admin'), buttons('operator'), buttons('viewer')], [['Terminate it now'], [], []]);
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

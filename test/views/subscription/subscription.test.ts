// The cards of /subscribe and /subscriptions, and what digests say.
import assert from 'node:assert/strict';
import { newsKinds } from '../../../src/domain/subscription/news-kinds.js';
import type { NewsSubscription } from '../../../src/domain/subscription/subscription.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { headline } from '../../../src/views/explain/notices.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { digestView, meanwhileView } from '../../../src/views/subscription/digest.js';
import { type Hears, hearingView } from '../../../src/views/subscription/hearing-card.js';
import { subscriptionView, typedSubscription } from '../../../src/views/subscription/subscription-card.js';
import { aTemplates, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { inputsOf } from '../../support/card-reading.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('subscription');
const subscription: NewsSubscription = {
  muted: ['approved', 'drift'],
  query: { text: '', notTexts: [], terms: [{ isNot: false, condition: { key: 'tag', anyOf: ['vip'] } }] },
  quiet: [
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 1080, to: 480 },
    { days: ['sat', 'sun'], from: 0, to: 0 },
  ],
  digest: { at: 480, on: 'mon' },
  zone: 'Europe/Berlin',
};
const waits = (tenant: Tenant, index: number) => {
  const matter = index === 0 ? ('issues' as const) : ('ends' as const);
  return { tenant, waiting: { matter, since: now, from: now } };
};
const why = {
  ...Object.fromEntries(newsKinds.map((kind) => [kind, 'subscription'])),
  lost: 'lastPlace',
  approved: 'muted',
  alarms: 'elsewhere',
} as Hears['why'];

for (const language of languages)
  describe(`what a conversation hears, in ${language}`, () => {
    const context: ViewContext = { words: wordsIn(language), isSandbox: false, templates: aTemplates(), now };
    const draw = (what: string, card: object | undefined) => {
      assert.ok(card);
      assertGoodCard({ ...card, lang: 'en' });
      golden(`${language}: ${what}`, card);
    };

    it('is said, can be changed, and comes in digests', () => {
      const typed = typedSubscription(subscription, true, context.words);
      draw('the card of /subscribe', subscriptionView(typed, [context.words.subscriptions.saved], context));
      draw('what arrives here', hearingView({ subscription, why, isReported: true }, context));
      draw('nothing arrives here', hearingView({ subscription: undefined, why, isReported: false }, context));
      const [issues, approved] = [tenantBy.issuesFound(), tenantBy.approved()];
      const came = [issues, approved].map((tenant) => ({
        tenant,
        line: headline('issuesFound', tenant, context.words),
      }));
      draw('what came in quiet hours', meanwhileView(came, context).card);
      draw(
        'what is open',
        digestView(
          { rows: [issues, approved].map(waits), approvedRequests: 1, awaitedBatchIds: [] },
          undefined,
          context,
        )?.card,
      );
      assert.equal(digestView({ rows: [], approvedRequests: 0, awaitedBatchIds: [] }, undefined, context), undefined);
    });

    it('stands in the inputs as it’s typed', () => {
      const typed = typedSubscription(subscription, true, context.words);
      const inputs = inputsOf(subscriptionView(typed, [], context)) as Record<string, unknown>;
      assert.deepEqual(inputs, { ...typed });
    });
  });

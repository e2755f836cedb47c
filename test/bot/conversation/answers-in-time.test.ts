// How long a person waits, however slow the others are.
import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { readClick } from '../../../src/bot/actions/action-data.js';
import type { Answered } from '../../../src/bot/cards/card-updater.js';
import { Attempts } from '../../../src/bot/conversation/attempts.js';
import { ClickAnswers } from '../../../src/bot/conversation/click-answers.js';
import type { Subscriptions } from '../../../src/bot/delivery/subscriptions.js';
import { OffboardingFiles } from '../../../src/bot/files/offboarding-files.js';
import type { BotServices } from '../../../src/bot/replies/bot-services.js';
import { stillWorkingReply } from '../../../src/bot/replies/failure.js';
import { AnswerTime } from '../../../src/bot/turn/answer-time.js';
import { StoreError } from '../../../src/domain/errors.js';
import { CommandHandler } from '../../../src/operations/commands/command-handler.js';
import { Denials } from '../../../src/operations/commands/denials.js';
import { Offboardings } from '../../../src/operations/offboarding/offboardings.js';
import { WatchedRequestMonitor } from '../../../src/operations/offboarding/watched-request-monitor.js';
import { WatchedRequestStories } from '../../../src/operations/offboarding/watched-request-story.js';
import { CustomerLanguages } from '../../../src/operations/reads/customer-languages.js';
import { DelegatedAdminReader } from '../../../src/operations/reads/delegated-admin.js';

import { type Language, wordsIn } from '../../../src/views/catalogue.js';
import type { Verb } from '../../../src/views/render/verbs.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTemplate, having, tenantBy } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';
import { ManualClock } from '../../support/manual-clock.js';
import { leaving, offboardingBy } from '../../support/offboarding-scenes.js';
import { aTurn, rolesOf, someServices } from '../../support/some-services.js';
import { standIn } from '../../support/stand-in.js';
import { noLog } from '../../support/test-dependencies.js';

const never = () => new Promise<never>(() => undefined);
const staying = having(tenantBy.issuesFound(), { type: 'delegatedAdminRead', granted: true });
const someContext = someServices('admin', staying).services.context();
const stillWorking = saidMeanwhile();
const awaiting = leaving(offboardingBy.awaitsApproval(), staying);

// What a click is answered while the work goes on: that the card updates by itself.
function saidMeanwhile(): string {
  const { services } = someServices('admin', staying);
  const click = readClick('tenant.open', { tenantId: staying.tenantId });
  return textOf(stillWorkingReply(services, click).card);
}

/** A bot whose services are slow somewhere, and what a click comes to there. */
function aBot(slow: Partial<BotServices>, tenant = staying, isPersonal = true) {
  const clock = new ManualClock();
  const { services: quick } = someServices('admin', tenant);
  const services: BotServices = { ...quick, ...slow };
  const updates: string[] = [];
  const shown: unknown[] = [];
  const answers = new ClickAnswers(
    {
      services,
      clock,
      log: noLog,
      updater: {
        viewOn: () => undefined,
        isDue: () => false,
        showsNow: (_: unknown, view: unknown, { language }: Answered) => void shown.push({ view, language }),
        showsAgain: () => void shown.push('back'),
      },
      messenger: {
        update: async (_: string, id: string, draw: () => unknown) => void updates.push(`${id}: ${textOf(draw())}`),
      },
      audience: { refreshing: (_: string, card: unknown) => card },
    } as unknown as ConstructorParameters<typeof ClickAnswers>[0],
    new Attempts(services, noLog),
  );
  /** Presses a button; gives what is answered, after how many milliseconds. */
  const press = async (verb: Verb, more: Readonly<Record<string, unknown>> = {}, language: Language = 'en') => {
    const start = clock.elapsedMs();
    const { tenantId, version, customer, offboarding } = tenant;
    const plan = verb === 'offboarding.decide' ? { planHash: 'mark', steps: '', name: customer.displayName } : {};
    const { templateHash } = aTemplate();
    const data = {
      tenantId,
      version,
      templateHash,
      ...(offboarding && { offboardingId: offboarding.id }),
      ...plan,
      ...more,
    };
    const activity = {
      conversation: { id: 'chat', conversationType: 'personal' },
      recipient: { id: 'bot' },
      replyToId: 'message',
      value: { action: { verb, data } },
    } as unknown as Activity;
    let answered: { readonly text: string; readonly ms: number } | undefined;
    const turn = aTurn({ isPersonal, language }, clock);
    void answers.answer(activity, turn).then(({ body }) => {
      const { value } = body as { value: unknown };
      answered = { text: textOf(value), ms: clock.elapsedMs() - start };
    });
    for (let ms = 0; !answered && ms < 60_000; ms += 100) await clock.passes(0.1);
    assert.ok(answered, 'there is no answer');
    return answered as { readonly text: string; readonly ms: number };
  };
  return { press, clock, updates, shown };
}

describe('a person who presses a button is answered within 8 seconds', () => {
  const { services: quick } = someServices('admin', staying);
  const subscriptions: Subscriptions = Object.assign(Object.create(quick.subscriptions), { meet: never });
  const commands = standIn(CommandHandler, { perform: never });
  const slowRead = { offboardings: standIn(Offboardings, { plan: never }) };

  for (const [what, slow, verb, words, tenant] of [
    ['the disk does not take the command', { commands }, 'tenant.enable', stillWorking],
    ['the disk does not take the approval link', { commands }, 'tenant.copyApproval', stillWorking],
    [
      'the customer’s language is read',
      { customerLanguages: standIn(CustomerLanguages, { of: never }) },
      'tenant.copyApproval',
      en.approval.hint,
    ],
    ['the disk does not take where one writes from', { subscriptions }, 'tenant.open', staying.customer.displayName],
    ['roles are not told', { roles: rolesOf('admin', { roleOf: never }) }, 'tenant.open', stillWorking],
    [
      'delegated admin is read',
      { delegatedAdmin: standIn(DelegatedAdminReader, { read: never }) },
      'tenant.open',
      staying.customer.displayName,
    ],
    [
      'what stands in the way is read',
      { delegatedAdmin: standIn(DelegatedAdminReader, { checkRemoval: never }) },
      'tenant.askRemoveDelegatedAdmin',
      en.notices.removalSlow,
    ],
    ['the plan is read', slowRead, 'offboarding.plan', en.offboarding.notices.planSlow],
    [
      'the plan is read again',
      { offboardings: standIn(Offboardings, { decide: never }) },
      'offboarding.decide',
      staying.customer.displayName,
    ],
    ['the plan is read for the second', slowRead, 'offboarding.review', en.offboarding.notices.planSlow, awaiting],
    [
      'the plan is exported',
      { files: standIn(OffboardingFiles, { exportPlan: never }) },
      'offboarding.exportPlan',
      stillWorking,
      awaiting,
    ],
    [
      'the certificate’s file is read',
      { files: standIn(OffboardingFiles, { certificate: never }) },
      'certificate.get',
      stillWorking,
    ],
    [
      'a request is ended',
      { watchedRequests: standIn(WatchedRequestMonitor, { terminate: never }) },
      'watchedRequest.terminate',
      stillWorking,
    ],
    [
      'the story of a request is read',
      { watchedRequestStories: standIn(WatchedRequestStories, { read: never }) },
      'watchedRequest.terminate',
      stillWorking,
    ],
  ] as const) {
    it(`while ${what}`, async () => {
      const { press } = aBot(slow as Partial<BotServices>, tenant);
      const { text, ms } = await press(verb);
      assert.ok(ms <= 7000, `${ms} ms`);
      assert.ok(text.includes(words), text);
    });
  }

  it('while a denial cannot be written down', async () => {
    const { press } = aBot({ roles: rolesOf('viewer'), denials: standIn(Denials, { record: never }) });
    const { text, ms } = await press('tenant.enable');
    assert.ok(ms <= 7000, `${ms} ms`);
    assert.ok(text.includes(stillWorking), text);
  });

  it('and their message turns to what it came to, once that is there', async () => {
    const held: { done?: (tenant: typeof staying) => void } = {};
    const perform = async () => {
      const tenant = await new Promise<typeof staying>((resolve) => {
        held.done = resolve;
      });
      return { tenant, facts: [] };
    };
    const { press, clock, updates, shown } = aBot({ commands: standIn(CommandHandler, { perform }) });
    const { text } = await press('tenant.revalidate');
    assert.ok(text.includes(stillWorking), text);
    assert.deepEqual([updates, shown], [[], []]);
    held.done?.(staying);
    await clock.passes(0.1);
    assert.match(updates[0] ?? '', /^message: .*Contoso/s);
    assert.equal(shown.length, 1);
  });
});

describe('a click of which the answer takes a while', () => {
  it('is kept with the language that it was answered in, whatever the conversation speaks by then', async () => {
    const perform = async () => ({ tenant: staying, facts: [] });
    const context = (_?: unknown, language: Language = 'en') => ({ ...someContext, words: wordsIn(language) });
    const { press, shown } = aBot({ commands: standIn(CommandHandler, { perform }), context });
    await press('tenant.revalidate', {}, 'de');
    assert.deepEqual(
      shown.map((each) => (each as Answered).language),
      ['de'],
    );
  });
});

describe('a click in a channel that fails after more than 8 seconds', () => {
  it('leaves nobody with a card that says that it will change', async () => {
    const held: { fail?: (error: Error) => void } = {};
    const perform = () => new Promise<never>((_, reject) => Object.assign(held, { fail: reject }));
    const { press, clock, updates, shown } = aBot({ commands: standIn(CommandHandler, { perform }) }, staying, false);
    const { text } = await press('tenant.revalidate');
    assert.ok(text.includes(stillWorking), text);
    held.fail?.(new StoreError('the disk is full', 'Try again.'));
    await clock.passes(0.1);
    assert.deepEqual([updates, shown], [[], ['back']]);
  });
});

describe('what is waited for inside an answer', () => {
  it('ends with what is left of its time, however patient each wait is', async () => {
    const clock = new ManualClock();
    const start = clock.elapsedMs();
    const time = new AnswerTime(clock, start);
    const waits = (async () => {
      for (const patience of [2500, 2500, 7000, 6000]) await time.within(patience, never());
      return clock.elapsedMs() - start;
    })();
    await clock.passes(20);
    assert.ok((await waits) <= 6500);
  });
});

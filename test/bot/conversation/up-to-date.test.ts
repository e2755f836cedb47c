// A turn at one replica knows what another has just answered, and says so where it can't.
import assert from 'node:assert/strict';
import type { Activity, TurnContext } from 'botbuilder';
import { TeamsBot } from '../../../src/bot/conversation/teams-bot.js';
import type { Currency } from '../../../src/operations/ports/store.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { messageView } from '../../../src/views/render/message.js';
import { timeOfDay } from '../../../src/views/render/text.js';
import { alex, aTemplates, now, tenantBy } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';
import { ManualClock } from '../../support/manual-clock.js';
import { MemoryStore } from '../../support/memory-store.js';
import { someServices } from '../../support/some-services.js';
import { noLog } from '../../support/test-dependencies.js';

/** A replica's store, which hears of what another has committed only when it's brought up to date. */
class LaggingStore extends MemoryStore {
  asOf: string | undefined;
  readonly #other: MemoryStore;

  constructor(other: MemoryStore) {
    super({ tenants: [...other.tenants()] });
    this.#other = other;
  }

  override async current(): Promise<Currency> {
    if (this.asOf !== undefined) return { asOf: this.asOf };
    await this.commit({ tenants: [...this.#other.tenants()] });
    return {};
  }
}

/** A bot over the second of two stores, in which Alex opens Contoso. */
function aBot() {
  const before = tenantBy.notConfigured();
  const other = new MemoryStore({ tenants: [before] });
  const store = new LaggingStore(other);
  const { services } = someServices('admin', before);
  const shown: unknown[] = [];
  const bot = new TeamsBot({
    services: { ...services, store },
    adapter: { process: async () => undefined },
    admit: async () => undefined,
    clock: new ManualClock(),
    log: noLog,
    updater: {
      viewOn: () => ({ kind: 'language' }),
      isDue: () => true,
      showsNow: (_: unknown, __: unknown, answered: unknown) => void shown.push(answered),
    },
    messenger: {},
    audience: { refreshing: (_: string, card: unknown) => card },
  } as unknown as ConstructorParameters<typeof TeamsBot>[0]);
  const opens = async () => {
    const sent: Partial<Activity>[] = [];
    const activity = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      conversation: { id: 'chat', conversationType: 'personal' },
      from: { id: '29:alex', aadObjectId: alex.id },
      recipient: { id: 'bot' },
      replyToId: 'message',
      value: { action: { verb: 'tenant.open', data: { tenantId: before.tenantId } } },
    };
    const send = async (each: Partial<Activity>) => void sent.push(each);
    await bot.run({ activity, sendActivity: send, turnState: new Map() } as unknown as TurnContext);
    return textOf(sent[0]?.value.body.value);
  };
  return { other, store, opens, shown };
}

describe('a turn', () => {
  it('shows what another replica has committed before', async () => {
    const { other, opens } = aBot();
    await other.commit({ tenants: [tenantBy.approved()] });
    const card = await opens();
    assert.ok(card.includes(wordsIn('en').statuses.approved), card);
  });

  it('says as of when it knows, while the store can’t be brought up to date, and has that drawn anew', async () => {
    const { store, opens, shown } = aBot();
    const { knownAsOf } = wordsIn('en').card;
    assert.ok(!(await opens()).includes(knownAsOf({ time: timeOfDay(now) })));
    store.asOf = now;
    assert.ok((await opens()).includes(knownAsOf({ time: timeOfDay(now) })));
    assert.deepEqual(shown, [
      { othersMustSee: false, wasDue: true, language: 'en' },
      { othersMustSee: true, wasDue: true, language: 'en' },
    ]);
  });

  it('says so in every language of the chat', () => {
    for (const language of languages) {
      const words = wordsIn(language);
      const context = { words, isSandbox: true, templates: aTemplates(), now, knownAsOf: now };
      const text = textOf(messageView({ title: '', lines: [] }, context));
      assert.ok(text.includes(words.card.knownAsOf({ time: timeOfDay(now) })), language);
      assert.ok(text.includes(words.card.sandbox), language);
    }
  });
});

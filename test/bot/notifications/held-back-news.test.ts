// News for a person of whom it can’t be found out whether they may still look.
import assert from 'node:assert/strict';
import { headline } from '../../../src/views/explain/notices.js';
import { alarmWords } from '../../../src/views/health/alarms.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, contoso, now, tenantBy } from '../../support/builders.js';
import type { Attempt } from '../../support/fake-messenger.js';
import { aNotifier } from '../../support/notifier-bench.js';

const second = headline('approved', tenantBy.approved(), en);
const alarmTitle = alarmWords({ code: 'signInLost', reason: 'signInExpired' }, en).title;
const alexInTeams = { ...alex, teamsId: '29:alex' };

const summaries = (attempts: readonly Attempt[]) => attempts.map(({ summary }) => summary);

describe('a person of whom it cannot be found out whether they may still look', () => {
  /** A piece of news and an alarm are due to them. */
  const due = async () => {
    const { store, messenger, notifier, clock, roles } = aNotifier();
    await store.commit({
      conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {}, people: [alexInTeams] }],
      deliveries: [
        {
          id: '1',
          conversationId: 'chat',
          kind: 'alarm',
          alarm: { code: 'signInLost', reason: 'signInExpired' },
          at: now,
        },
        { id: '2', conversationId: 'chat', kind: 'tenant' as const, tenantId: contoso, news: 'approved', at: now },
      ],
    });
    notifier.send();
    await clock.passes(60);
    return { messenger, clock, roles };
  };

  it('hears of an alarm, which may be the reason for it, and of no tenant until that is known', async () => {
    const { messenger, clock, roles } = await due();
    assert.deepEqual(summaries(messenger.arrived), [alarmTitle]);
    roles.mayLook = true;
    await clock.passes(300);
    assert.deepEqual(summaries(messenger.arrived), [alarmTitle, second]);
  });
});

describe('news for a person of whom it cannot be read whether they may look', () => {
  it('is held back, which is no reason to start anew, until that is known', async () => {
    const { store, clock, notifier, roles } = aNotifier();
    const due = {
      id: '1',
      conversationId: 'chat',
      kind: 'tenant',
      tenantId: contoso,
      news: 'approved',
      at: now,
    } as const;
    await store.commit({
      conversations: [{ id: 'chat', kind: 'personal', subscribed: true, reference: {}, people: [alexInTeams] }],
      deliveries: [due],
    });
    assert.equal(notifier.isHeldBack(due), false);
    notifier.send();
    await clock.passes(900);
    assert.equal(notifier.isHeldBack(due), true);
    roles.mayLook = true;
    await clock.passes(300);
    assert.equal(notifier.isHeldBack(due), false);
    assert.deepEqual([...store.deliveries()], []);
  });
});

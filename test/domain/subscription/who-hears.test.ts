// Who hears of what happens, as a table: conversations down, topics across.
import assert from 'node:assert/strict';
import type { NewsKind } from '../../../src/domain/subscription/news-kinds.js';
import { type Hearer, hearersOf, type Topic } from '../../../src/domain/subscription/who-hears.js';
import { now } from '../../support/builders.js';

const unreachable = { why: 'blocked', since: now };
const alex: Hearer = { id: 'alex', subscribed: false };
const adele: Hearer = { id: 'adele', subscribed: true };
const megan: Hearer = { id: 'megan', subscribed: true };
const team: Hearer = { id: 'team', subscribed: true };
const silent: Hearer = { id: 'silent', subscribed: false };
const away = (hearer: Hearer): Hearer => ({ ...hearer, unreachable });
const deleted = (hearer: Hearer): Hearer => ({ ...hearer, deletedAt: now });

const news = { kind: 'tenant', news: 'approved', mustBeHeard: false, isOutcome: true, isAbout: () => true } as const;
const tenant = (askedFrom?: string): Topic => ({ ...news, askedFrom });
const later = (askedFrom?: string): Topic => ({ ...news, news: 'issues', isOutcome: false, askedFrom });
const loss = (askedFrom?: string): Topic => ({ ...later(askedFrom), news: 'lost', mustBeHeard: true }) as Topic;
const others: Topic = { ...news, isAbout: () => false, askedFrom: undefined };
const othersLoss = { ...loss(), isAbout: () => false } as Topic;
const muting = (hearer: Hearer, ...muted: readonly NewsKind[]): Hearer => ({ ...hearer, subscription: { muted } });
const ofVip = (hearer: Hearer): Hearer => ({
  ...hearer,
  subscription: { muted: [], query: { text: 'vip', notTexts: [], terms: [] } },
});
const megans: Hearer = { id: 'megans', subscribed: false, kind: 'personal', people: [{ id: 'megan' }] };
const asker: Topic = { kind: 'asker', personId: 'megan', askedFrom: 'silent' };
const administration: Topic = { kind: 'administration', news: 'alarms', adminChatIds: ['alex', 'adele'] };

const table: readonly (readonly [situation: string, Topic, readonly Hearer[], readonly string[]])[] = [
  ['a tenant: each conversation that subscribes, in their order', tenant(), [team, silent, megan], ['team', 'megan']],
  ['a tenant: where it was asked for, subscribed or not', tenant('silent'), [team, silent], ['team', 'silent']],
  ['a tenant: once, where it was asked for and subscribed', tenant('team'), [team], ['team']],
  [
    'a tenant: one that can’t be reached, where it waits',
    tenant('silent'),
    [away(team), away(silent)],
    ['team', 'silent'],
  ],
  ['a tenant: no deleted one, whatever it asked for', tenant('silent'), [deleted(team), deleted(silent)], []],
  ['a tenant: no admin who doesn’t subscribe', tenant(), [alex], []],
  [
    'what waits for another: not only the asker’s own chat, so also who has muted it',
    { ...loss('megans'), askerId: 'megan' } as Topic,
    [{ ...megans, subscribed: true }, muting(adele, 'lost')],
    ['megans', 'adele'],
  ],
  [
    'what waits for another: no one who has muted it where some other chat hears',
    { ...loss('megans'), askerId: 'megan' } as Topic,
    [{ ...megans, subscribed: true }, team, muting(adele, 'lost')],
    ['megans', 'team'],
  ],
  [
    'administration: each admin, subscribed or not, and no others',
    administration,
    [alex, megan, adele, team],
    ['alex', 'adele'],
  ],
  ['administration: an admin who can’t be reached too', administration, [away(alex), adele, team], ['alex', 'adele']],
  [
    'administration: reachable subscribed ones after the admins, while no admin can be reached',
    administration,
    [team, away(alex), away(megan), silent, away(adele)],
    ['alex', 'adele', 'team'],
  ],
  ['administration: subscribed ones, while there is no admin', administration, [team, silent], ['team']],
  ['administration: a deleted one is no admin’s chat', administration, [deleted(alex), deleted(megan), team], ['team']],
  ['an asker: their own chat alone', asker, [team, silent, megans], ['megans']],
  ['an asker: where they asked, without a chat of their own', asker, [team, silent], ['silent']],
  ['an asker: where they asked, while their own chat can’t be reached', asker, [silent, away(megans)], ['silent']],
  ['an asker: subscribed ones, where they asked is gone', asker, [team, deleted(silent), megan], ['team', 'megan']],
  [
    'an asker: their own chat, in which it waits while none can be reached',
    asker,
    [away(team), away(megans)],
    ['megans'],
  ],
  ['an asker: not the chat of another person', asker, [{ ...megans, people: [{ id: 'alex' }] }, team], ['team']],
  ['an asker: nobody', asker, [alex], []],
  ['administration: nobody', administration, [silent, away(team)], []],
  ['a tenant: not where its kind is muted', later(), [muting(team, 'issues'), megan], ['megan']],
  ['a tenant: where another kind is muted', later(), [muting(team, 'lost'), megan], ['team', 'megan']],
  ['a tenant: not where others are asked for', others, [ofVip(team), megan], ['megan']],
  [
    'a tenant: where what became of it was asked for, muted or not',
    tenant('team'),
    [muting(team, 'approved')],
    ['team'],
  ],
  [
    'a tenant: later not where that is muted, though it was asked for there',
    later('team'),
    [muting(team, 'issues')],
    [],
  ],
  ['a tenant: later too where it was asked for without a subscription', later('silent'), [silent], ['silent']],
  [
    'a loss: not where it is muted, as long as another place hears it',
    loss(),
    [muting(team, 'lost'), megan],
    ['megan'],
  ],
  ['a loss: in the last place, muted or not', loss(), [muting(team, 'lost'), silent], ['team']],
  ['a loss: in the last place, of other tenants too', othersLoss, [ofVip(team)], ['team']],
  [
    'a loss: in the last place that can be reached, and where it waits',
    loss(),
    [muting(team, 'lost'), away(megan), away(muting(adele, 'lost'))],
    ['team', 'megan'],
  ],
  [
    'a loss: where it waits, while none can be reached',
    loss(),
    [away(muting(team, 'lost')), away(muting(megan, 'lost'))],
    ['team', 'megan'],
  ],
  [
    'a loss: where it waits unmuted, while none can be reached',
    loss(),
    [away(muting(team, 'lost')), away(megan)],
    ['megan'],
  ],
  [
    'a loss: not in the last place where it was asked for from elsewhere',
    loss('silent'),
    [muting(team, 'lost'), silent],
    ['silent'],
  ],
  ['administration: not an admin who has muted it', administration, [muting(alex, 'alarms'), adele], ['adele']],
  [
    'administration: an admin who has muted it, while no other can be reached',
    administration,
    [muting(alex, 'alarms'), away(adele), team],
    ['alex', 'adele'],
  ],
  ['administration: the last place, muted or not', administration, [muting(team, 'alarms')], ['team']],
];

describe('who hears of', () => {
  for (const [situation, topic, conversations, heard] of table)
    it(situation, () => {
      assert.deepEqual(hearersOf(topic, conversations), heard);
    });
});

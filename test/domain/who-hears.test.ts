// Who hears of what happens, as a table: conversations down, topics across.
import assert from 'node:assert/strict';
import { type Hearer, hearersOf, type Topic } from '../../src/domain/who-hears.js';
import { now } from '../support/builders.js';

const unreachable = { why: 'blocked', since: now };
const alex: Hearer = { id: 'alex', subscribed: false };
const adele: Hearer = { id: 'adele', subscribed: true };
const megan: Hearer = { id: 'megan', subscribed: true };
const team: Hearer = { id: 'team', subscribed: true };
const silent: Hearer = { id: 'silent', subscribed: false };
const away = (hearer: Hearer): Hearer => ({ ...hearer, unreachable });
const deleted = (hearer: Hearer): Hearer => ({ ...hearer, deletedAt: now });

const tenant = (askedFrom?: string): Topic => ({ kind: 'tenant', askedFrom });
const megans: Hearer = { id: 'megans', subscribed: false, kind: 'personal', people: [{ id: 'megan' }] };
const asker: Topic = { kind: 'asker', personId: 'megan', askedFrom: 'silent' };
const administration: Topic = { kind: 'administration', adminChatIds: ['alex', 'adele'] };

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
];

describe('who hears of', () => {
  for (const [situation, topic, conversations, heard] of table)
    it(situation, () => {
      assert.deepEqual(hearersOf(topic, conversations), heard);
    });
});

// The list as an answer, whatever was searched for.
import assert from 'node:assert/strict';
import { readClick } from '../../../src/bot/actions/action-data.js';
import { Audience } from '../../../src/bot/people/audience.js';
import { showList } from '../../../src/bot/replies/show-list.js';
import { tenantBy } from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';
import { MemoryStore } from '../../support/memory-store.js';
import { rolesOf, someServices } from '../../support/some-services.js';

describe('the list for a sentence of a thousand characters', () => {
  it('can be asked for again by the clients of those who see it in a channel', () => {
    const { services } = someServices('viewer', tenantBy.approved());
    const people = [{ id: 'megan', teamsId: '29:megan' }];
    const channel = { id: 'channel', kind: 'channel', subscribed: true, reference: {}, people } as const;
    const audience = new Audience(new MemoryStore({ conversations: [channel] }), rolesOf('viewer'));
    const { card, view } = showList(services, { search: 'enable '.repeat(150), page: 1 });
    assert.ok(view);
    const { refresh } = audience.refreshing('channel', card, view) as {
      readonly refresh: { readonly action: { readonly verb: string; readonly data: object } };
    };
    const { verb, data } = refresh.action;
    assert.ok(readClick(verb, data), JSON.stringify(data).slice(0, 300));
  });
});

describe('a button of another list that leads nowhere any more', () => {
  const { services } = someServices('viewer', tenantBy.approved());
  const { words } = services.context();

  for (const list of ['expiring', 'waiting'] as const) {
    it(`is answered by the tenants and why, from ${list}`, () => {
      const { card, view } = showList(services, { list, search: '', page: 1 }, words.replies.noCustomer);
      assert.equal(view?.kind, 'list');
      assert.ok(textOf(card).includes(words.replies.noCustomer));
    });

    it(`leads back to ${list} where there is nothing to say`, () => {
      assert.equal(showList(services, { list, search: '', page: 1 }).view?.kind, list);
    });
  }
});

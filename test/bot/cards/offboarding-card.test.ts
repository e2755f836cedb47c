// The card of an offboarding: to whom it is shown, when it is drawn anew, and what remains of it afterwards.
import assert from 'node:assert/strict';
import { type Offboarding, type OffboardingStage, stageOf } from '../../../src/domain/offboarding/offboarding.js';

import type { Verb } from '../../../src/views/render/verbs.js';
import { en } from '../../../src/views/words/en/index.js';
import { contoso, megan, now, tenantBy } from '../../support/builders.js';
import { type Pressable, verbsOf } from '../../support/card-reading.js';
import { assertSays, offboardingChat } from '../../support/offboarding-chat.js';
import {
  anOffboarding,
  certificate,
  leaving,
  offboardingBy,
  offboardingId,
  refused,
  withStates,
} from '../../support/offboarding-scenes.js';
import { stageOn } from '../../support/wording.js';

const isCertificate = (card: unknown) => verbsOf(card).includes('certificate.get');

describe('the card of an offboarding', () => {
  it('is shown to each person who may look, from memory', async () => {
    const { press, offboardings } = offboardingChat(leaving());
    const reply = await press('offboarding.show', { offboardingId }, megan, true);
    assert.equal(stageOn(reply.card), 'grace');
    assert.equal(offboardings.reads, 0);
  });

  it('becomes by itself that of each person who may not press all of its buttons', async () => {
    const { press, content, store } = offboardingChat(leaving());
    const people = [{ id: megan.id, teamsId: '29:megan' }];
    await store.commit({ conversations: [{ id: 'team', kind: 'channel', subscribed: true, reference: {}, people }] });
    const posted = content.draw({ kind: 'offboarding', tenantId: contoso, offboardingId }, 'team');
    assert.ok(posted);
    const { action, userIds } = posted.refresh as { readonly action: Pressable; readonly userIds: readonly string[] };
    assert.deepEqual(userIds, ['29:megan']);
    assert.equal(stageOn((await press(action.verb as Verb, action.data ?? {}, megan, true)).card), 'grace');
  });

  it('shows the certificate afterwards, even when the tenant is no customer any more', async () => {
    const { press, store } = offboardingChat();
    await store.commit({ certificates: [certificate], forgottenTenantIds: [contoso] });
    assert.ok(isCertificate((await press('offboarding.show', { offboardingId })).card));
  });

  it('is the list when nothing is known of it', async () => {
    const { press } = offboardingChat();
    const unknown = { tenantId: '10000000-0000-4000-8000-000000000099', offboardingId };
    for (const data of [unknown, {}]) {
      const reply = await press('offboarding.show', data);
      assert.equal(reply.view?.kind, 'list');
      assertSays(reply, en.offboarding.notices.notKnown);
    }
  });

  it('never shows the certificate of another tenant', async () => {
    const { press, store } = offboardingChat();
    await store.commit({ certificates: [{ ...certificate, tenantId: '10000000-0000-4000-8000-000000000002' }] });
    const { card, view } = await press('offboarding.show', { offboardingId });
    assert.ok(!isCertificate(card));
    assert.deepEqual([view?.kind, stageOn(card), verbsOf(card)], ['offboarding', 'dropped', ['tenant.open']]);
  });

  it('is drawn anew whenever a removal gets on, and when it is over', async () => {
    const { content, store } = offboardingChat(leaving(offboardingBy.grace()));
    const view = { kind: 'offboarding', tenantId: contoso, offboardingId } as const;
    const seen = new Set<string>();
    const shows = async (change: Parameters<typeof store.commit>[0], stage: OffboardingStage | undefined) => {
      await store.commit(change);
      const stamp = content.stamp(view, 'chat');
      assert.ok(!seen.has(stamp), stage);
      seen.add(stamp);
      assert.equal(stageOn(content.draw(view, 'chat')), stage);
    };
    await shows({}, 'grace');
    await shows({ tenants: [leaving(offboardingBy.running())] }, 'running');
    await shows({ tenants: [leaving(withStates(anOffboarding(), { is: 'proved', at: now }, refused))] }, 'stopped');
    await shows({ tenants: [leaving(offboardingBy.finished())] }, 'finished');
    await shows({ tenants: [tenantBy.notConfigured()], certificates: [certificate] }, undefined);
    assert.ok(isCertificate(content.draw(view, 'chat')));
  });

  it('shows every stage as its own', async () => {
    const { content, store } = offboardingChat();
    const view = { kind: 'offboarding', tenantId: contoso, offboardingId } as const;
    for (const make of Object.values(offboardingBy)) {
      const offboarding = make();
      await store.commit({ tenants: [leaving(offboarding)] });
      assert.equal(stageOn(content.draw(view, 'chat')), stageOf(offboarding));
    }
  });

  it('does not make the tenant’s card be drawn for what that does not show', async () => {
    const { content, store } = offboardingChat();
    const view = { kind: 'tenant', tenantId: contoso, position: {} } as const;
    const stampOf = async (offboarding: Offboarding) => {
      await store.commit({ tenants: [leaving(offboarding)] });
      return content.stamp(view, 'chat');
    };
    const running = await stampOf(offboardingBy.running());
    assert.equal(await stampOf(withStates(anOffboarding(), { is: 'proved', at: now }, { is: 'due' })), running);
    assert.notEqual(
      await stampOf(withStates(anOffboarding(), { is: 'proved', at: now }, { is: 'proved', at: now })),
      running,
    );
  });
});

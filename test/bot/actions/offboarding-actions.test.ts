// What does an admin see who offboards a tenant completely, whatever Microsoft and others do meanwhile?

import assert from 'node:assert/strict';
import { readClick } from '../../../src/bot/actions/action-data.js';
import { answerClick } from '../../../src/bot/actions/card-actions.js';
import type { BotServices } from '../../../src/bot/bot-services.js';
import { CardContent } from '../../../src/bot/cards/card-content.js';
import type { Reply } from '../../../src/bot/conversation/turn.js';
import { Audience } from '../../../src/bot/people/audience.js';
import type { Offboarding } from '../../../src/domain/offboarding/offboarding.js';
import type { Person } from '../../../src/domain/person.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { CommandHandler } from '../../../src/operations/commands/command-handler.js';
import { DelegatedAdminReader } from '../../../src/operations/commands/delegated-admin.js';
import { TenantList } from '../../../src/operations/commands/tenant-list.js';
import { Leftovers } from '../../../src/operations/offboarding/leftovers.js';
import {
  type Agreement,
  type OffboardingPlan,
  type OffboardingRequest,
  Offboardings,
} from '../../../src/operations/offboarding/offboardings.js';
import type { ActionData, Verb } from '../../../src/views/render/verbs.js';
import { alex, contoso, megan, now, tenantBy } from '../../support/builders.js';
import { assertGoodCard } from '../../support/card-lint.js';
import { buttonsOf, inputsOf, type Pressable, pressables, textOf } from '../../support/card-reading.js';
import { anOldSubscription } from '../../support/offboarding-builders.js';
import {
  anOffboarding,
  aPlan,
  certificate,
  leaving,
  offboardingBy,
  offboardingId,
  refused,
  withStates,
} from '../../support/offboarding-scenes.js';
import { aTurn, rolesOf, someServices } from '../../support/some-services.js';
import { testDependencies } from '../../support/test-dependencies.js';

/** Exits that answer what the test says, and write down what they are asked. */
class FakeOffboardings extends Offboardings {
  readonly decisions: OffboardingRequest[] = [];
  readonly approvals: Person[] = [];
  reads = 0;
  read: OffboardingPlan | undefined;
  /** What a decision or an approval comes to. */
  agreement: () => Promise<Agreement | undefined> = async () => undefined;
  /** Nothing is answered before that. */
  pause: Promise<unknown> = Promise.resolve();

  override async plan(): Promise<OffboardingPlan | undefined> {
    this.reads += 1;
    await this.pause;
    return this.read;
  }

  override async decide(decision: OffboardingRequest): Promise<Agreement | undefined> {
    this.decisions.push(decision);
    await this.pause;
    return this.agreement();
  }

  override async approve({ by }: { readonly by: Person }): Promise<Agreement | undefined> {
    this.approvals.push(by);
    await this.pause;
    return this.agreement();
  }
}

/** A desk over real commands and a store in memory, with exits that a test plays. */
function aScene(tenant: Tenant = tenantBy.approved()) {
  const deps = testDependencies(tenant);
  const { store, clock, template } = deps;
  const context = () => ({ isSandbox: false, template, now: clock.now() });
  const commands = new CommandHandler(deps);
  const offboardings = new FakeOffboardings(deps, commands);
  offboardings.read = { tenant, plan: aPlan(), planHash: 'mark-1', needsSecond: false, graceSeconds: 300 };
  const services: BotServices = {
    ...someServices('admin', tenant).services,
    ...deps,
    tenantList: new TenantList(store, template),
    commands,
    leftovers: new Leftovers({ ...deps, delegatedAdmin: new DelegatedAdminReader(deps) }),
    offboardings,
    context,
  };
  /** Somebody presses a button, as a client sends it. */
  const press = async (verb: Verb, data: ActionData & Record<string, unknown>, by = alex, isAutomatic = false) => {
    const click = readClick(verb, { tenantId: contoso, ...data });
    assert.ok(click, 'the button is not understood');
    const reply = await answerClick(services, click, aTurn({ actor: by, isAutomatic }, clock));
    assertGoodCard(reply.card);
    return reply;
  };
  const audience = new Audience(
    store,
    rolesOf('admin', { lastRoleOf: (id) => (id === megan.id ? 'viewer' : 'admin') }),
  );
  const content = new CardContent(store, services.tenantList, services.leftovers, audience, context);
  return { ...deps, offboardings, services, press, content };
}

const saying = ({ card }: Reply) => textOf(card);
const typed = {
  planHash: 'mark-1',
  version: tenantBy.approved().version,
  steps: 'assignments,consent',
  name: ' contoso  LTD',
};
const ofOffboarding = { offboardingId, version: leaving().version };

describe('a click on a plan', () => {
  it('is understood with its steps, or as none at all', () => {
    const read = (data: Record<string, unknown>) => readClick('offboarding.decide', { tenantId: contoso, ...data });
    const { steps: _, ...rest } = typed;
    assert.deepEqual(read(typed)?.data, { ...rest, steps: ['assignments', 'consent'] });
    assert.deepEqual(read({ ...typed, steps: '' })?.data.steps, []);
    assert.deepEqual(read({ ...typed, steps: 'consent,consent' })?.data.steps, ['consent']);
    assert.equal(read({ ...typed, planHash: undefined })?.data.planHash, undefined);
    assert.equal(read({ offboardingId: offboardingId.toUpperCase() })?.offboardingId, offboardingId);
  });
});

describe('somebody who wants to offboard a tenant completely', () => {
  it('is shown the plan, read live, and nothing has been done', async () => {
    const { press, offboardings, contoso: tenant } = aScene();
    const before = tenant();
    const reply = await press('offboarding.plan', {});
    assert.match(saying(reply), /^Offboard Contoso Ltd completely\?/);
    assert.equal(offboardings.reads, 1);
    assert.equal(tenant(), before);
    assert.equal(reply.isForAll, undefined);
  });

  it('is told kindly when Microsoft is slow, and finds the button again', async () => {
    const { press, offboardings, clock } = aScene();
    offboardings.pause = new Promise(() => undefined);
    const answer = press('offboarding.plan', {});
    await clock.passes(7);
    const reply = await answer;
    assert.match(saying(reply), /Microsoft has not told everything yet\. Nothing was done/);
    assert.ok(buttonsOf(reply.card).includes('Offboard completely'));
  });

  it('decides by the plan that was seen, and gets the exit’s card, which everybody is to see', async () => {
    const { press, offboardings, store } = aScene();
    offboardings.agreement = async () => {
      await store.commit({ tenants: [leaving()] });
      return { tenant: leaving(), facts: [] };
    };
    const reply = await press('offboarding.decide', typed);
    const { planHash, version } = typed;
    const steps = ['assignments', 'consent'];
    assert.deepEqual(offboardings.decisions, [
      { tenantId: contoso, by: alex, conversationId: 'chat', planHash, steps, version },
    ]);
    assert.match(saying(reply), /^Offboarding Contoso Ltd\n[\s\S]*About to begin/);
    assert.deepEqual(reply.view, { kind: 'offboarding', tenantId: contoso, offboardingId });
    assert.equal(reply.isForAll, true);
  });

  it('does nothing with another name, and keeps what was chosen and typed', async () => {
    const { press, offboardings } = aScene();
    for (const name of ['Fabrikam', '', 'Contoso']) {
      const reply = await press('offboarding.decide', { ...typed, name });
      assert.match(saying(reply), /Nothing was done: the name that you typed is not this tenant’s\. Type: Contoso Ltd/);
      assert.doesNotMatch(saying(reply), /has changed/);
      // Beside the input, where the person looks, and not at the top of a card that is longer than a screen.
      const { body } = reply.card as { readonly body: readonly object[] };
      const at = body.findIndex((each) => JSON.stringify(each).includes('the name that you typed'));
      assert.equal((body[at + 1] as { readonly id?: string } | undefined)?.id, 'name');
      assert.deepEqual(inputsOf(reply.card), { steps: typed.steps, name });
    }
    assert.deepEqual(offboardings.decisions, []);
  });

  it('does nothing from a card that does not say what it was drawn from', async () => {
    const { press, offboardings } = aScene();
    const { version, planHash, ...rest } = typed;
    for (const data of [
      { ...rest, planHash },
      { ...rest, version },
    ]) {
      assert.match(saying(await press('offboarding.decide', data)), /The card was out of date/);
    }
    assert.deepEqual(offboardings.decisions, []);
  });

  it('is told with the wrong name that the plan is another one by now', async () => {
    const { press, offboardings } = aScene();
    offboardings.read = offboardings.read && { ...offboardings.read, planHash: 'mark-2' };
    const reply = await press('offboarding.decide', { ...typed, name: 'Fabrikam' });
    assert.match(saying(reply), /completely\?\ncontoso\.onmicrosoft\.com\nWhat ties you to Contoso Ltd has changed/);
    assert.match(saying(reply), /Type: Contoso Ltd$/m);
    assert.equal(pressables(reply.card).find(({ verb }) => verb === 'offboarding.decide')?.data?.planHash, 'mark-2');
  });

  it('reads the plan anew when it has changed, and types the name again', async () => {
    const { press, offboardings } = aScene();
    const plan = aPlan({ subscriptions: { value: [anOldSubscription({ status: 'active' })] } });
    const changed = offboardings.read && { ...offboardings.read, plan, planHash: 'mark-2' };
    assert.ok(changed);
    offboardings.agreement = async () => ({ changed });
    const reply = await press('offboarding.decide', typed);
    assert.match(saying(reply), /has changed since you read it\. Nothing was done/);
    assert.equal(inputsOf(reply.card).name, '');
    assert.equal(pressables(reply.card)[0]?.data?.planHash, 'mark-2');
  });

  it('chooses something, where there is something to choose', async () => {
    const { press, offboardings } = aScene();
    offboardings.agreement = async () => ({ tenant: tenantBy.approved(), facts: [], refused: 'noSteps' });
    const reply = await press('offboarding.decide', { ...typed, steps: '' });
    assert.match(saying(reply), /Choose at least one step\. Nothing was done/);
    assert.deepEqual(inputsOf(reply.card), { steps: '', name: 'contoso LTD' });
  });

  it('hears why it was refused on the tenant’s card', async () => {
    const { press, offboardings } = aScene();
    offboardings.agreement = async () => ({ tenant: tenantBy.approved(), facts: [], refused: 'busy' });
    assert.match(
      saying(await press('offboarding.decide', typed)),
      /busy with Contoso Ltd right now\. Nothing was done/,
    );
  });

  it('is not told that nothing was done when that is not known', async () => {
    const { press, offboardings, clock, store } = aScene();
    let answers: (value: unknown) => void = () => undefined;
    offboardings.pause = new Promise((resolve) => {
      answers = resolve;
    });
    offboardings.agreement = async () => {
      await store.commit({ tenants: [leaving()] });
      return { tenant: leaving(), facts: [] };
    };
    const answer = press('offboarding.decide', typed);
    await clock.passes(6);
    const reply = await answer;
    assert.match(saying(reply), /Microsoft is slow to answer/);
    assert.doesNotMatch(saying(reply), /Nothing was done/);
    // The card is the tenant's, which says so once it was decided.
    assert.equal(reply.view?.kind, 'tenant');
    answers(undefined);
    await clock.passes(1);
    assert.ok(store.tenant(contoso)?.offboarding);
  });

  it('presses twice and decides once', async () => {
    const { press, offboardings } = aScene(leaving());
    const reply = await press('offboarding.decide', typed);
    assert.match(saying(reply), /^Offboarding Contoso Ltd\ncontoso/);
    assert.deepEqual(offboardings.decisions, []);
  });

  it('is told when somebody else was faster', async () => {
    const { press, offboardings } = aScene(leaving(anOffboarding({ by: megan })));
    assert.match(saying(await press('offboarding.decide', typed)), /^Contoso Ltd is being offboarded completely/);
    assert.match(saying(await press('offboarding.plan', {})), /^Offboarding Contoso Ltd/);
    assert.deepEqual([offboardings.decisions, offboardings.reads], [[], 0]);
  });

  it('sees the exit when somebody else decided while the plan was read', async () => {
    for (const [verb, data] of [
      ['offboarding.plan', {}],
      ['offboarding.decide', { ...typed, name: 'Fabrikam' }],
    ] as const) {
      const { press, offboardings, store } = aScene();
      offboardings.pause = Promise.resolve().then(() =>
        store.commit({ tenants: [leaving(anOffboarding({ by: megan }))] }),
      );
      offboardings.read = verb === 'offboarding.plan' ? offboardings.read : undefined;
      assert.match(saying(await press(verb, data)), /^Offboarding Contoso Ltd/);
    }
  });
});

describe('the second admin', () => {
  const awaiting = (offboarding: Partial<Offboarding> = {}) =>
    leaving({ ...offboardingBy.awaitsApproval(), ...offboarding });
  const scene = (offboarding: Partial<Offboarding> = {}) => {
    const all = aScene(awaiting(offboarding));
    const { read } = all.offboardings;
    assert.ok(read);
    all.offboardings.read = { ...read, needsSecond: true };
    return { ...all, read: all.offboardings.read };
  };

  it('reads the plan as it is now, and may agree to it', async () => {
    const { press } = scene();
    const reply = await press('offboarding.review', ofOffboarding, megan);
    assert.match(saying(reply), /^Agree to offboard Contoso Ltd completely\?/);
    assert.deepEqual(buttonsOf(reply.card), ['Agree', 'No, drop it', 'Back']);
    assert.deepEqual(reply.view, { kind: 'offboarding', tenantId: contoso, offboardingId });
  });

  it('cannot be the first one', async () => {
    const { press } = scene();
    const reply = await press('offboarding.review', ofOffboarding, alex);
    assert.match(saying(reply), /You decided this yourself, so it takes another admin/);
    assert.ok(!buttonsOf(reply.card).includes('Agree'));
  });

  it('cannot agree to what is another plan by now', async () => {
    const { press, offboardings, read } = scene();
    offboardings.read = { ...read, plan: aPlan({ subscriptions: { value: [] } }) };
    const reply = await press('offboarding.review', ofOffboarding, megan);
    assert.match(saying(reply), /has changed since Alex Wilber decided, so nobody can agree to it any more/);
    assert.deepEqual(buttonsOf(reply.card), ['No, drop it', 'Back']);
  });

  it('is offered nothing of what was dropped while the plan was read', async () => {
    const { press, offboardings, read, store } = scene();
    const tenant = tenantBy.approved();
    offboardings.read = { ...read, tenant };
    await store.commit({ tenants: [leaving(offboardingBy.awaitsApproval())] });
    const reply = await press('offboarding.review', ofOffboarding, megan);
    assert.match(saying(reply), /That is not waiting for an answer any more/);
    assert.ok(!buttonsOf(reply.card).includes('Agree'));
  });

  it('agrees, and sees when it begins', async () => {
    const { press, offboardings, store } = scene();
    offboardings.agreement = async () => {
      const tenant = awaiting({ approval: { by: megan, at: now }, beginsAt: '2026-11-22T10:05:00.000Z' });
      await store.commit({ tenants: [tenant] });
      return { tenant, facts: [] };
    };
    const reply = await press('offboarding.approve', ofOffboarding, megan);
    assert.match(saying(reply), /About to begin[\s\S]*Agreed by\nMegan Bowen/);
    assert.equal(reply.isForAll, true);
    // The second half of a double click.
    assert.match(
      saying(await press('offboarding.approve', ofOffboarding, megan)),
      /^Offboarding Contoso Ltd\n[\s\S]*About to begin/,
    );
    assert.deepEqual(offboardings.approvals, [megan]);
  });

  it('reads the new plan when it changed at the last moment', async () => {
    const { press, offboardings, store, read } = scene();
    const tenant = tenantBy.approved();
    offboardings.agreement = async () => {
      await store.commit({ tenants: [tenant] });
      return { changed: { ...read, tenant, planHash: 'mark-2' } };
    };
    const reply = await press('offboarding.approve', ofOffboarding, megan);
    assert.match(
      saying(reply),
      /has changed since Alex Wilber decided\. That decision was dropped and nothing was done/,
    );
    assert.equal(pressables(reply.card)[0]?.data?.planHash, 'mark-2');
  });

  it('is refused with the reason', async () => {
    const { press, offboardings } = scene();
    offboardings.agreement = async () => ({ tenant: awaiting(), facts: [], refused: 'sameAdmin' });
    assert.match(
      saying(await press('offboarding.approve', ofOffboarding, alex)),
      /has to come from another admin\. Nothing was done/,
    );
  });

  it('agrees to nothing from the card of an earlier exit', async () => {
    const { press, offboardings } = scene({ id: 'e0000000-0000-4000-8000-000000000002' });
    const reply = await press('offboarding.approve', ofOffboarding, megan);
    assert.deepEqual(offboardings.approvals, []);
    assert.match(saying(reply), /That is not waiting for an answer any more[\s\S]*was not offboarded/);
  });

  it('drops it', async () => {
    const { press, store } = scene();
    const reply = await press('offboarding.undo', ofOffboarding, megan);
    assert.equal(store.tenant(contoso)?.offboarding, undefined);
    assert.match(saying(reply), /Contoso Ltd was not offboarded[\s\S]*Nothing was done/);
    assert.equal(reply.isForAll, true);
  });

  it('is told kindly when Microsoft is slow', async () => {
    const { press, offboardings, clock } = scene();
    offboardings.pause = new Promise(() => undefined);
    const answers = [
      press('offboarding.review', ofOffboarding, megan),
      press('offboarding.approve', ofOffboarding, megan),
    ];
    await clock.passes(7);
    const [review, approve] = (await Promise.all(answers)).map(saying);
    assert.match(review ?? '', /Microsoft has not told everything yet/);
    assert.match(approve ?? '', /Microsoft is slow to answer/);
  });
});

describe('Undo', () => {
  it('works from an older card as well: it means this exit', async () => {
    const { press, store } = aScene(leaving());
    await press('offboarding.undo', { offboardingId, version: 1 });
    assert.equal(store.tenant(contoso)?.offboarding, undefined);
    assert.match(saying(await press('offboarding.undo', { offboardingId, version: 1 })), /was not offboarded/);
  });

  it('comes too late once it has begun, and says so', async () => {
    const { press, store } = aScene(leaving(offboardingBy.running()));
    assert.match(
      saying(await press('offboarding.undo', ofOffboarding)),
      /too late to undo: the offboarding of Contoso Ltd has begun/,
    );
    assert.ok(store.tenant(contoso)?.offboarding);
  });

  it('of an earlier exit leaves the present one alone', async () => {
    const { press, store } = aScene(leaving(anOffboarding({ id: 'e0000000-0000-4000-8000-000000000002' })));
    await press('offboarding.undo', ofOffboarding);
    assert.ok(store.tenant(contoso)?.offboarding);
  });
});

describe('an exit that has stopped', () => {
  it('is tried again, once', async () => {
    const { press, contoso: tenant } = aScene(leaving(offboardingBy.stopped()));
    const reply = await press('offboarding.retry', ofOffboarding);
    assert.match(saying(reply), /Under way/);
    assert.deepEqual(tenant().offboarding?.tasks[1]?.state, { is: 'due' });
    const after = tenant();
    assert.match(saying(await press('offboarding.retry', ofOffboarding)), /Under way|not waiting/);
    assert.equal(tenant(), after);
  });

  it('goes on without what was refused only after a question', async () => {
    const { press, contoso: tenant } = aScene(leaving(offboardingBy.stopped()));
    const before = tenant();
    const question = await press('offboarding.askLeaveRest', ofOffboarding);
    assert.match(saying(question), /^Go on offboarding Contoso Ltd without it\?/);
    assert.equal(tenant(), before);
    const reply = await press('offboarding.leaveRest', ofOffboarding);
    assert.equal(tenant().offboarding?.tasks[1]?.state.is, 'left');
    assert.match(saying(reply), /By Alex Wilber/);
  });

  it('is not answered from an older card, on which something else was refused', async () => {
    const { press, contoso: tenant } = aScene(leaving(offboardingBy.stopped()));
    const before = tenant();
    const reply = await press('offboarding.leaveRest', { offboardingId, version: 1 });
    assert.match(saying(reply), /The card was out of date/);
    assert.equal(tenant(), before);
  });

  it('is not asked about while it runs', async () => {
    const { press } = aScene(leaving(offboardingBy.running()));
    assert.match(saying(await press('offboarding.askLeaveRest', ofOffboarding)), /not waiting for an answer/);
  });
});

describe('a client that asks by itself', () => {
  const verbs = [
    'offboarding.plan',
    'offboarding.decide',
    'offboarding.review',
    'offboarding.approve',
    'offboarding.undo',
    'offboarding.leaveRest',
  ] as const;
  for (const verb of verbs) {
    it(`reads nothing and does nothing: ${verb}`, async () => {
      const {
        press,
        offboardings,
        contoso: tenant,
      } = aScene(verb === 'offboarding.decide' || verb === 'offboarding.plan' ? tenantBy.approved() : leaving());
      const before = tenant();
      await press(verb, { ...typed, ...(before.offboarding && ofOffboarding) }, megan, true);
      assert.deepEqual([offboardings.reads, offboardings.decisions, offboardings.approvals], [0, [], []]);
      assert.equal(tenant(), before);
    });
  }
});

describe('the card of an exit', () => {
  it('is shown to whoever may look, from memory', async () => {
    const { press, offboardings } = aScene(leaving());
    const reply = await press('offboarding.show', { offboardingId }, megan, true);
    assert.match(saying(reply), /^Offboarding Contoso Ltd/);
    assert.equal(offboardings.reads, 0);
  });

  it('turns by itself into that of each person who may not press all of its buttons', async () => {
    const { press, content, store } = aScene(leaving());
    const people = [{ id: megan.id, teamsId: '29:megan' }];
    await store.commit({ conversations: [{ id: 'team', kind: 'channel', subscribed: true, reference: {}, people }] });
    const posted = content.draw({ kind: 'offboarding', tenantId: contoso, offboardingId }, 'team');
    assert.ok(posted);
    const { action, userIds } = posted.refresh as { readonly action: Pressable; readonly userIds: readonly string[] };
    assert.deepEqual(userIds, ['29:megan']);
    assert.match(saying(await press(action.verb as Verb, action.data ?? {}, megan, true)), /^Offboarding Contoso Ltd/);
  });

  it('shows the certificate afterwards, even when the tenant is no customer any more', async () => {
    const { press, store } = aScene();
    await store.commit({ certificates: [certificate], forgottenTenantIds: [contoso] });
    assert.match(saying(await press('offboarding.show', { offboardingId })), /Offboarded/);
  });

  it('is the list when nothing is known of it', async () => {
    const { press } = aScene();
    const unknown = { tenantId: '10000000-0000-4000-8000-000000000099', offboardingId };
    assert.match(saying(await press('offboarding.show', unknown)), /Nothing is known of that offboarding any more/);
    assert.match(saying(await press('offboarding.show', {})), /Nothing is known of that offboarding any more/);
  });

  it('never shows the certificate of another tenant', async () => {
    const { press, store } = aScene();
    await store.commit({ certificates: [{ ...certificate, tenantId: '10000000-0000-4000-8000-000000000002' }] });
    assert.match(saying(await press('offboarding.show', { offboardingId })), /was not offboarded/);
  });

  it('is drawn anew whenever a removal gets on, and when it is over', async () => {
    const { content, store } = aScene(leaving(offboardingBy.grace()));
    const view = { kind: 'offboarding', tenantId: contoso, offboardingId } as const;
    const seen = new Set<string>();
    const says = async (change: Parameters<typeof store.commit>[0], words: RegExp) => {
      await store.commit(change);
      const stamp = content.stamp(view);
      assert.ok(!seen.has(stamp), `${words}`);
      seen.add(stamp);
      assert.match(textOf(content.draw(view, 'chat')), words);
    };
    await says({}, /About to begin/);
    await says({ tenants: [leaving(offboardingBy.running())] }, /Under way/);
    await says({ tenants: [leaving(withStates(anOffboarding(), { is: 'proved', at: now }, refused))] }, /Stopped/);
    await says({ tenants: [leaving(offboardingBy.finished())] }, /The certificate is being written/);
    await says({ tenants: [tenantBy.notConfigured()], certificates: [certificate] }, /Offboarded/);
  });

  it('does not make the tenant’s card be drawn for what that does not show', async () => {
    const { content, store } = aScene();
    const view = { kind: 'tenant', tenantId: contoso, position: {} } as const;
    const stampOf = async (offboarding: Offboarding) => {
      await store.commit({ tenants: [leaving(offboarding)] });
      return content.stamp(view);
    };
    const running = await stampOf(offboardingBy.running());
    assert.equal(await stampOf(withStates(anOffboarding(), { is: 'proved', at: now }, { is: 'due' })), running);
    assert.notEqual(
      await stampOf(withStates(anOffboarding(), { is: 'proved', at: now }, { is: 'proved', at: now })),
      running,
    );
  });
});

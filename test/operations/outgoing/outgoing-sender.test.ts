// Events go out: each once where all is well, later where it isn't, and what was given up comes back.
import assert from 'node:assert/strict';
import type { OutgoingAnswer } from '../../../src/domain/outgoing/outgoing-retry.js';
import { OutgoingSender } from '../../../src/operations/outgoing/outgoing-sender.js';
import type { OutgoingMessage, OutgoingTarget } from '../../../src/operations/ports/outgoing.js';
import { Recording } from '../../../src/operations/recording/recording.js';
import { alex, contoso, tenantBy } from '../../support/builders.js';
import { testDependencies } from '../../support/test-dependencies.js';

const down: OutgoingAnswer = { is: 'failed', answer: '503' };

/** Systems that answer as a test says, and a tenant to which something happens. */
const systems = (...names: readonly string[]) => {
  const deps = testDependencies(tenantBy.approved());
  const { store, clock, workers } = deps;
  const answers = new Map<string, OutgoingAnswer>();
  const got: string[] = [];
  const bodies: unknown[] = [];
  const target = (id: string): OutgoingTarget => ({
    id,
    host: `${id}.example.com`,
    async send({ id: eventId, body }: OutgoingMessage) {
      const { type } = JSON.parse(body) as { type: string };
      bodies.push(JSON.parse(body));
      got.push(`${id} ${type}`);
      assert.match(eventId, /^evt_[0-9a-f-]{36}$/);
      return answers.get(id) ?? { is: 'taken' };
    },
  });
  const outgoingTargets = names.map(target);
  const sender = new OutgoingSender({ ...deps, outgoingTargets });
  const happens = async (type: 'disabled' | 'revalidationRequested' | 'accessApproved') => {
    const tenant = store.tenant(contoso);
    assert.ok(tenant);
    const recording = new Recording(tenant, { ...deps, outgoingTargetIds: names });
    recording.add([type === 'accessApproved' ? { type } : { type, by: alex }]);
    await recording.save();
    sender.send();
  };
  const passes = async (seconds: number) => {
    await clock.passes(seconds);
    await workers.idle();
    return got.splice(0);
  };
  return { deps, store, clock, answers, got, bodies, sender, happens, passes };
};

describe('what happens to a tenant', () => {
  it('takes the ticket that an answer names, unless the tenant has one or the text is none', async () => {
    const { answers, happens, passes, store } = systems('crm');
    const ticket = () => store.tenant(contoso)?.ticket;
    for (const claimed of ['', 'x'.repeat(65), 'INC 1\u0000', '<b>1</b>']) {
      answers.set('crm', { is: 'taken', ticket: claimed });
      await happens('revalidationRequested');
      await happens('accessApproved');
      await passes(1);
      assert.equal(ticket(), undefined, claimed);
    }
    answers.set('crm', { is: 'taken', ticket: ' INC-17\n' });
    await happens('accessApproved');
    await passes(1);
    assert.equal(ticket(), 'INC-17');
    answers.set('crm', { is: 'taken', ticket: 'INC-18' });
    await happens('accessApproved');
    await passes(1);
    assert.equal(ticket(), 'INC-17');
    await happens('disabled');
    await passes(1);
    assert.equal(ticket(), undefined);
  });

  it('takes no ticket of an answer that comes once the tenant was disabled', async () => {
    const { answers, happens, passes, store } = systems('crm');
    answers.set('crm', down);
    await happens('accessApproved');
    await passes(1);
    await happens('disabled');
    answers.set('crm', { is: 'taken', ticket: 'INC-17' });
    assert.deepEqual(await passes(10), ['crm tenant.approved', 'crm tenant.disabled']);
    assert.equal(store.tenant(contoso)?.ticket, undefined);
  });

  it('takes the ticket of an answer where another process changes the tenant meanwhile, and isn’t sent again', async () => {
    const { deps, answers, happens, passes, store } = systems('crm');
    answers.set('crm', { is: 'taken', ticket: 'INC-17' });
    const { commit } = store;
    let others = 2;
    store.commit = async (change) => {
      const tenant = store.tenant(contoso);
      const isOurs = change.tenants?.some(({ ticket }) => ticket !== undefined);
      if (isOurs && tenant && others-- > 0)
        await commit.call(store, { tenants: [{ ...tenant, version: tenant.version + 1 }] });
      return commit.call(store, change);
    };
    await happens('accessApproved');
    assert.deepEqual(await passes(10), ['crm tenant.approved']);
    assert.equal(store.tenant(contoso)?.ticket, 'INC-17');
    assert.equal(deps.store.audit.entries.filter(({ what }) => what === 'ticketSet').length, 1);
  });

  it('goes to each system once, signed with who did it, and leaves nothing behind', async () => {
    const { happens, passes, bodies, store } = systems('crm', 'psa');
    await happens('disabled');
    assert.deepEqual((await passes(1)).sort(), ['crm tenant.disabled', 'psa tenant.disabled']);
    const { data } = bodies[0] as { data: { tenant: object; by: object } };
    assert.deepEqual(data.tenant, {
      id: contoso,
      name: store.tenant(contoso)?.customer.displayName,
      domain: store.tenant(contoso)?.customer.domain,
      status: 'notConfigured',
      issues: [],
    });
    assert.deepEqual(data.by, alex);
    assert.deepEqual([...store.outgoingEvents()], []);
    assert.deepEqual(await passes(100_000), []);
  });

  it('makes no event where nobody is told, or no system is named', async () => {
    const one = systems('crm');
    await one.happens('revalidationRequested');
    const none = systems();
    await none.happens('disabled');
    assert.deepEqual([...one.store.outgoingEvents(), ...none.store.outgoingEvents()], []);
  });
});

describe('a system that is down', () => {
  it('is asked for the oldest event only, later and later, and then gets all of them in their order', async () => {
    const { happens, passes, answers, store } = systems('crm', 'psa');
    answers.set('crm', down);
    await happens('accessApproved');
    assert.deepEqual((await passes(1)).sort(), ['crm tenant.approved', 'psa tenant.approved']);
    await happens('disabled');
    assert.deepEqual(await passes(1), ['psa tenant.disabled']);
    assert.deepEqual(await passes(10), ['crm tenant.approved']);
    assert.deepEqual(await passes(200), []);
    answers.delete('crm');
    assert.deepEqual(await passes(200), ['crm tenant.approved', 'crm tenant.disabled']);
    assert.deepEqual([...store.outgoingEvents()], []);
  });

  it('for more than a day is given up, tried once a day, and gets what it missed once it takes one', async () => {
    const { happens, passes, answers, store } = systems('crm');
    answers.set('crm', down);
    await happens('accessApproved');
    await happens('disabled');
    for (let hours = 0; hours < 60; hours += 1) await passes(3600);
    const events = [...store.outgoingEvents()];
    assert.deepEqual(
      events.map(({ givenUpAt }) => givenUpAt !== undefined),
      [true, true],
    );
    const tries: string[] = [];
    for (let hours = 0; hours < 48; hours += 1) tries.push(...(await passes(3600)));
    assert.ok(tries.length >= 1 && tries.length <= 4, tries.join());
    answers.delete('crm');
    const taken: string[] = [];
    for (let hours = 0; hours < 25; hours += 1) taken.push(...(await passes(3600)));
    assert.deepEqual(taken.sort(), ['crm tenant.approved', 'crm tenant.disabled']);
    assert.deepEqual([...store.outgoingEvents()], []);
  });

  it('for thirty days loses what it did not take, and the log says so', async () => {
    const { happens, passes, answers, store } = systems('crm');
    answers.set('crm', down);
    await happens('disabled');
    for (let days = 0; days < 31; days += 1) await passes(86_400);
    assert.deepEqual([...store.outgoingEvents()], []);
  });

  it('that wants no more is asked again after a day', async () => {
    const { happens, passes, answers } = systems('crm');
    answers.set('crm', { is: 'unwanted', answer: '410' });
    await happens('disabled');
    assert.equal((await passes(1)).length, 1);
    assert.deepEqual(await passes(80_000), []);
    assert.equal((await passes(10_000)).length, 1);
  });
});

describe('another replica’s duty', () => {
  it('is left to it', async () => {
    const { deps, happens, passes, store } = systems('crm');
    const duties = { ...deps.duties, isMine: () => false };
    const target = { id: 'crm', host: 'crm', send: () => assert.fail('sent') };
    const other = new OutgoingSender({ ...deps, duties, outgoingTargets: [target] });
    await happens('disabled');
    other.send();
    assert.equal((await passes(1)).length, 1);
    assert.deepEqual([...store.outgoingEvents()], []);
  });
});

// The contract of `Store`, which every implementation runs: what `operations/ports/store.ts` says, in tests.
import assert from 'node:assert/strict';
import { StoreError } from '../../src/domain/errors.js';
import type { IssuedCertificate } from '../../src/domain/offboarding/certificate.js';
import { newTenant } from '../../src/domain/tenant/tenant.js';
import type { Conversation, Delivery, RowKind, Store } from '../../src/operations/ports/store.js';
import { alex, now } from '../support/builders.js';

/** How the suite handles an implementation. Each test gets one of its own, with nothing in it. */
export interface Bench {
  open(): Promise<Store>;
  /** Ends a store in order and opens what it has kept. */
  reopened(store: Store): Promise<Store>;
  /** Opens what a crash at this moment would leave of a store, which is not used afterwards. */
  crashed(store: Store): Promise<Store>;
  /** Does work while nothing can be saved. */
  whileBroken(store: Store, work: () => Promise<void>): Promise<void>;
}

const tenant = (number: number, version = 1) => ({
  ...newTenant(`tenant-${number}`, { displayName: `Tenant ${number}`, domain: 'x.example' }, now),
  version,
});
const chat = (id: string, subscribed = true): Conversation => ({ id, kind: 'personal', subscribed, reference: { id } });
const due = (id: string, conversationId = 'chat'): Delivery => ({
  id,
  conversationId,
  tenantId: 'tenant-1',
  news: 'approved',
  at: now,
});
const alarm = { code: 'signInLost', mark: 'signInExpired', at: now } as const;
const certificate: IssuedCertificate = {
  id: 'exit-1',
  tenantId: 'tenant-1',
  tenantName: 'Contoso',
  issuedAt: now,
  by: alex,
  removedCount: 3,
  remainsCount: 0,
  hashes: { json: 'a', pdf: 'b' },
};
const watched = { relationshipId: 'r', tenantId: 'tenant-1', certificateId: 'exit-1', lapsesAt: now };

/** A row of each kind, what deletes it, and where it is read. Certificates are kept for good. */
const each = {
  tenants: { id: 'tenant-1', write: { tenants: [tenant(1)] }, gone: { forgottenTenantIds: ['tenant-1'] } },
  conversations: { id: 'chat', write: { conversations: [chat('chat')] }, gone: { forgottenConversationIds: ['chat'] } },
  deliveries: { id: 'd', write: { deliveries: [due('d')] }, gone: { doneDeliveryIds: ['d'] } },
  alarms: { id: 'signInLost', write: { alarms: [alarm] }, gone: { overAlarms: ['signInLost'] } },
  invitations: { id: 'r', write: { invitations: [watched] }, gone: { overInvitationIds: ['r'] } },
  certificates: { id: 'exit-1', write: { certificates: [certificate] }, gone: undefined },
} as const;
const kinds = Object.keys(each) as readonly RowKind[];
const everything = Object.assign({}, ...kinds.map((kind) => each[kind].write)) as object;

const contentsOf = (store: Store) => ({
  tenants: [...store.tenants()],
  conversations: [...store.conversations()],
  deliveries: [...store.deliveries()],
  alarms: [...store.alarms()],
  invitations: [...store.invitations()],
  certificates: [...store.certificates()],
});
const nothing = { tenants: [], conversations: [], deliveries: [], alarms: [], invitations: [], certificates: [] };
const versionIn = async (committing: ReturnType<Store['commit']>) => {
  const committed = await committing;
  assert.ok('version' in committed, 'the commit was refused');
  return committed.version;
};
const outdated = { refused: 'outdated' };

/** Runs the suite. `bench` makes what one test needs; what it leaves is taken away after it. */
export function storeContract(name: string, bench: () => Promise<Bench & { end(): Promise<void> }>): void {
  describe(`${name}, by the contract of a store`, () => {
    let on: Awaited<ReturnType<typeof bench>>;
    let store: Store;

    beforeEach(async () => {
      on = await bench();
      store = await on.open();
    });

    afterEach(() => on.end());

    describe('at first', () => {
      it('has nothing in it, and every version is 0', () => {
        assert.deepEqual(contentsOf(store), nothing);
        for (const kind of kinds) assert.equal(store.rowVersion(kind, each[kind].id).version, 0);
      });

      it('is not misled by ids that mean something to JavaScript', () => {
        for (const id of ['__proto__', 'constructor', 'toString']) {
          assert.deepEqual([store.tenant(id), store.conversation(id), store.invitation(id)], Array(3).fill(undefined));
          assert.equal(store.rowVersion('tenants', id).version, 0);
        }
      });
    });

    describe('after a commit', () => {
      it('reads what was committed, of every kind', async () => {
        await store.commit(everything);
        assert.deepEqual(contentsOf(store), {
          tenants: [tenant(1)],
          conversations: [chat('chat')],
          deliveries: [due('d')],
          alarms: [alarm],
          invitations: [watched],
          certificates: [certificate],
        });
        assert.deepEqual([store.tenant('tenant-1'), store.conversation('chat')], [tenant(1), chat('chat')]);
        assert.deepEqual([store.invitation('r'), store.certificate('exit-1')], [watched, certificate]);
      });

      it('replaces a row as a whole', async () => {
        await store.commit({ conversations: [{ ...chat('chat'), installed: true }] });
        await store.commit({ conversations: [chat('chat', false)] });
        assert.deepEqual([...store.conversations()], [chat('chat', false)]);
      });

      it('gives deliveries in the order in which they were committed', async () => {
        await store.commit({ deliveries: [due('z'), due('b')] });
        await store.commit({ deliveries: [due('a')] });
        const ids = (of: Store) => [...of.deliveries()].map(({ id }) => id);
        assert.deepEqual(ids(store), ['z', 'b', 'a']);
        await store.commit({ doneDeliveryIds: ['b'] });
        assert.deepEqual(ids(await on.reopened(store)), ['z', 'a']);
      });

      for (const kind of kinds) {
        const { gone } = each[kind];
        if (!gone) continue;
        it(`has deleted rows gone for every read: ${kind}`, async () => {
          await store.commit(everything);
          await store.commit(gone);
          assert.deepEqual(contentsOf(store)[kind], []);
          assert.equal(store.rowVersion(kind, each[kind].id).version, 0);
          assert.deepEqual(contentsOf(await on.reopened(store))[kind], []);
        });
      }

      it('has what a change both deletes and writes, and takes it that a row to be deleted is not there', async () => {
        await store.commit({ tenants: [tenant(1)] });
        await store.commit({ tenants: [tenant(1, 2)], forgottenTenantIds: ['tenant-1', 'tenant-9'] });
        assert.deepEqual([...store.tenants()], [tenant(1, 2)]);
      });

      it('counts a revision where a tenant, a request or a certificate was written or deleted', async () => {
        for (const change of [
          { tenants: [tenant(1)] },
          { invitations: [watched] },
          { certificates: [certificate] },
          { forgottenTenantIds: ['tenant-1'] },
          { overInvitationIds: ['r'] },
        ]) {
          const { revision } = store;
          await store.commit(change);
          assert.ok(store.revision > revision, JSON.stringify(change));
        }
      });

      it('goes on with an iteration that began before: every row that was there throughout comes once', async () => {
        await store.commit({ tenants: Array.from({ length: 50 }, (_, number) => tenant(number)) });
        const seen: string[] = [];
        for (const { tenantId } of store.tenants()) {
          seen.push(tenantId);
          if (seen.length === 10) await store.commit({ tenants: [tenant(3, 2), tenant(99)] });
          if (seen.length === 20) await store.commit({ forgottenTenantIds: ['tenant-49'] });
        }
        const throughout = seen.filter((id) => id !== 'tenant-99' && id !== 'tenant-49');
        assert.deepEqual(
          throughout,
          Array.from({ length: 49 }, (_, number) => `tenant-${number}`),
        );
      });
    });

    describe('while it writes', () => {
      it('answers with what is committed, not with what is still being written', async () => {
        await store.commit({ tenants: [tenant(1)] });
        const writing = store.commit({ tenants: [tenant(1, 2)] });
        assert.equal(store.tenant('tenant-1')?.version, 1);
        await writing;
        assert.equal(store.tenant('tenant-1')?.version, 2);
      });

      it('makes changes in the order in which they are handed over', async () => {
        const first = store.commit({ tenants: [tenant(1)] });
        const second = store.commit({ forgottenTenantIds: ['tenant-1'] });
        const third = store.commit({ tenants: [tenant(1, 7)] });
        await Promise.all([first, second, third]);
        assert.equal((await on.reopened(store)).tenant('tenant-1')?.version, 7);
      });

      it('shows all of a change or nothing of it, whenever it is asked', async () => {
        let isDone = false;
        const writing = store.commit({ tenants: [tenant(1)], deliveries: [due('d')] }).then(() => {
          isDone = true;
        });
        while (!isDone) {
          const { tenants, deliveries } = contentsOf(store);
          assert.equal(tenants.length, deliveries.length);
          await new Promise((resolve) => setImmediate(resolve));
        }
        await writing;
        assert.equal([...store.deliveries()].length, 1);
      });
    });

    describe('whoever listens', () => {
      it('is told once what was committed can be read, before the commit resolves, in the order of coming', async () => {
        const told: unknown[] = [];
        store.onCommit(() => told.push(['first', store.tenant('tenant-1')?.version]));
        store.onCommit(() => told.push(['second', store.tenant('tenant-1')?.version]));
        await store.commit({ tenants: [tenant(1)] }).then(() => told.push('resolved'));
        assert.deepEqual(told, [['first', 1], ['second', 1], 'resolved']);
      });

      it('hears of neither what is refused nor what fails', async () => {
        let told = 0;
        store.onCommit(() => {
          told += 1;
        });
        const basedOn = [{ kind: 'tenants', id: 'tenant-1', version: 5 }] as const;
        await store.commit({ basedOn, tenants: [tenant(1)] });
        await on.whileBroken(store, () => assert.rejects(store.commit({ tenants: [tenant(1)] }), StoreError));
        assert.equal(told, 0);
      });
    });

    describe('with two writers', () => {
      for (const kind of kinds) {
        const { id, write, gone } = each[kind];

        it(`gives a row a higher version with every write, and never one again: ${kind}`, async () => {
          const first = await versionIn(store.commit(write));
          assert.deepEqual(store.rowVersion(kind, id), { kind, id, version: first });
          const second = await versionIn(store.commit({ ...gone, ...write }));
          assert.ok(second > first && first > 0);
          if (!gone) return;
          await store.commit(gone);
          const third = await versionIn(store.commit(write));
          assert.ok(third > second);
        });

        it(`refuses the one whose row another has written meanwhile: ${kind}`, async () => {
          const absent = store.rowVersion(kind, id);
          assert.ok('version' in (await store.commit({ ...write, basedOn: [absent] })));
          assert.ok(!store.isCurrent(absent));
          const before = contentsOf(store);
          assert.deepEqual(await store.commit({ ...write, basedOn: [absent] }), outdated);
          const read = store.rowVersion(kind, id);
          await store.commit(write);
          assert.deepEqual(await store.commit({ ...write, basedOn: [read] }), outdated);
          assert.deepEqual(contentsOf(store), before);
          assert.ok('version' in (await store.commit({ ...write, basedOn: [store.rowVersion(kind, id)] })));
        });
      }

      it('leaves the version of a row alone that others stand beside', async () => {
        await store.commit({ tenants: [tenant(1), tenant(2)] });
        const one = store.rowVersion('tenants', 'tenant-1');
        await store.commit({ tenants: [tenant(2, 2)], conversations: [chat('tenant-1')], forgottenTenantIds: ['x'] });
        assert.ok(store.isCurrent(one));
        assert.ok('version' in (await store.commit({ basedOn: [one], tenants: [tenant(1, 2)] })));
      });

      it('goes on from a commit by the version that it gave', async () => {
        const id = 'tenant-1';
        const version = await versionIn(store.commit({ tenants: [tenant(1)] }));
        const basedOn = [{ kind: 'tenants', id, version }] as const;
        assert.ok('version' in (await store.commit({ basedOn, tenants: [tenant(1, 2)] })));
      });

      it('makes nothing at all of a change that is refused', async () => {
        await store.commit({ tenants: [tenant(1)], deliveries: [due('old')] });
        const read = store.rowVersion('tenants', 'tenant-1');
        await store.commit({ tenants: [tenant(1, 2)] });
        const before = contentsOf(store);
        const change = { tenants: [tenant(1, 3), tenant(2)], deliveries: [due('d')], doneDeliveryIds: ['old'] };
        assert.deepEqual(await store.commit({ ...change, basedOn: [read] }), outdated);
        assert.deepEqual(contentsOf(store), before);
        assert.deepEqual(contentsOf(await on.reopened(store)), before);
      });

      it('lets the first of those win that come at once, and refuses only those that it makes outdated', async () => {
        await store.commit({ tenants: [tenant(1), tenant(2)] });
        const [one, two] = [store.rowVersion('tenants', 'tenant-1'), store.rowVersion('tenants', 'tenant-2')];
        const came = await Promise.all([
          store.commit({ basedOn: [one], tenants: [tenant(1, 2)] }),
          store.commit({ basedOn: [one], tenants: [tenant(1, 3)], conversations: [chat('of the second')] }),
          store.commit({ basedOn: [two], tenants: [tenant(2, 2)] }),
          store.commit({ basedOn: [one, two], conversations: [chat('of the fourth')] }),
          store.commit({ conversations: [chat('of the fifth')] }),
        ]);
        assert.deepEqual(
          came.map((each) => 'version' in each),
          [true, false, true, false, true],
        );
        const again = await on.reopened(store);
        assert.deepEqual(contentsOf(again).tenants, [tenant(1, 2), tenant(2, 2)]);
        assert.deepEqual(contentsOf(again).conversations, [chat('of the fifth')]);
      });

      it('tells apart a row that was deleted and made anew', async () => {
        await store.commit({ tenants: [tenant(1)] });
        const read = store.rowVersion('tenants', 'tenant-1');
        await store.commit({ forgottenTenantIds: ['tenant-1'] });
        assert.ok(!store.isCurrent(read));
        await store.commit({ tenants: [tenant(1)] });
        assert.ok(!store.isCurrent(read));
        assert.deepEqual(await store.commit({ basedOn: [read], tenants: [tenant(1, 2)] }), outdated);
      });
    });

    describe('while nothing can be saved', () => {
      it('fails, changes nothing, and goes on when it can be again', async () => {
        await store.commit({ tenants: [tenant(1)] });
        const read = store.rowVersion('tenants', 'tenant-1');
        await on.whileBroken(store, async () => {
          await assert.rejects(store.commit({ tenants: [tenant(1, 2), tenant(2)] }), StoreError);
          assert.deepEqual([...store.tenants()], [tenant(1)]);
          assert.ok(store.isCurrent(read));
        });
        await store.commit({ basedOn: [read], tenants: [tenant(1, 3)] });
        assert.deepEqual([...(await on.reopened(store)).tenants()], [tenant(1, 3)]);
      });

      it('lets nothing begin at Microsoft', async () => {
        store.mustWrite();
        await on.whileBroken(store, async () => {
          await assert.rejects(store.commit({ tenants: [tenant(1)] }), StoreError);
          assert.throws(() => store.mustWrite(), StoreError);
        });
      });
    });

    for (const [how, again] of [
      ['opened again', (before: Store) => on.reopened(before)],
      ['opened after a crash', (before: Store) => on.crashed(before)],
    ] as const) {
      describe(how, () => {
        it('has all that was committed', async () => {
          await store.commit(everything);
          await store.commit({ tenants: [tenant(2), { ...tenant(3), tenantId: '__proto__' }] });
          await store.commit({ forgottenTenantIds: ['tenant-2'] });
          await store.commit({ conversations: [chat('other')], doneDeliveryIds: ['d'] });
          const due = { conversationId: 'chat', at: now };
          await store.commit({
            deliveries: [
              { ...due, id: 'of an alarm', alarm: { code: 'signInBack' } },
              { ...due, id: 'of a certificate', certificateId: 'exit-1' },
              { ...due, id: 'of a request', relationshipId: 'r', tenantId: 'tenant-1', invitation: 'becameActive' },
            ],
          });
          const before = contentsOf(store);
          const after = await again(store);
          assert.deepEqual(contentsOf(after), before);
          assert.equal(after.tenant('__proto__')?.version, 1);
        });

        it('goes on: what is there has a version, and what is based on it is made once', async () => {
          await store.commit(everything);
          // A store that writes all that it has when something is forgotten does so now.
          await store.commit({ tenants: [tenant(2)] });
          await store.commit({ forgottenTenantIds: ['tenant-2'] });
          const after = await again(store);
          for (const kind of kinds) {
            const read = after.rowVersion(kind, each[kind].id);
            assert.ok(read.version > 0, kind);
            const first = await versionIn(after.commit({ ...each[kind].write, basedOn: [read] }));
            assert.ok(first > read.version, kind);
            assert.deepEqual(await after.commit({ ...each[kind].write, basedOn: [read] }), outdated);
          }
        });
      });
    }

    it('has all of a commit that a crash interrupted, or nothing of it', async () => {
      await store.commit({ tenants: [tenant(1)] });
      const writing = store.commit({ tenants: [tenant(1, 2)], deliveries: [due('d')] });
      const after = await on.crashed(store);
      await writing;
      assert.equal(after.tenant('tenant-1')?.version, [...after.deliveries()].length === 1 ? 2 : 1);
    });
  });
}

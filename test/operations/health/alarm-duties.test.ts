// Two replicas watch over one sign-in: each alarm is told once, and none takes back what the other has seen.
import assert from 'node:assert/strict';
import type { SignIn } from '../../../src/domain/health/sign-in.js';
import { Alarms } from '../../../src/operations/health/alarms.js';
import { CredentialExpiry } from '../../../src/operations/health/credential-expiry.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { now } from '../../support/builders.js';
import { ScriptedDuties } from '../../support/scripted-duties.js';
import { standIn } from '../../support/stand-in.js';
import { noLog, testDependencies } from '../../support/test-dependencies.js';

const earlier = '2026-11-22T09:00:00.000Z';
const well: SignIn = { credential: { kind: 'secret' }, hasMfa: true, renewedAt: earlier, scopes: {} };
const lost: SignIn = { ...well, failing: { problem: { reason: 'signInExpired' }, since: now } };

/** Two replicas, each with what it knows of the sign-in, and what was told by either. */
function twoReplicas() {
  const deps = testDependencies();
  const { store, clock } = deps;
  const all = new ScriptedDuties();
  const replica = (name: string) => {
    const state = { signIn: well, reads: 0 };
    const workers = new BackgroundWorkers(clock, noLog);
    const alarms = new Alarms({
      ...deps,
      saving: {},
      outgoingTargets: [],
      workers,
      duties: all.of(name),
      tokens: { signIn: () => state.signIn },
      credentialExpiry: standIn(CredentialExpiry, {
        read: async () => {
          state.reads += 1;
          return {};
        },
      }),
      hearers: { ofAdmins: async () => ['admin'] },
    });
    alarms.start();
    const sees = async (signIn: SignIn) => {
      state.signIn = signIn;
      alarms.check();
      await workers.idle();
    };
    return { state, sees };
  };
  const told = () => [...store.deliveries()].map((due) => (due.kind === 'alarm' ? due.alarm.code : 'news'));
  return { store, clock, duties: all, a: replica('a'), b: replica('b'), told };
}

const reconciled = (at: string) =>
  ({ id: 'reconcile', endedAt: at, reconciledAt: at, missing: [], untied: [] }) as const;

describe('an alarm that one of two replicas has seen', () => {
  it('is told once, also when the other sees it too', async () => {
    const { a, b, told } = twoReplicas();
    await Promise.all([b.sees(lost), a.sees(lost)]);
    assert.deepEqual(told(), ['signInLost']);
  });

  it('is not over because the other, whose duty alarms are, hasn’t met it', async () => {
    const { store, clock, duties, a, b, told } = twoReplicas();
    duties.give('alarms', 'a');
    await b.sees(lost);
    await clock.passes(3601);
    assert.ok(a.state.reads > 0);
    // It goes on with a token from before, by which it can reconcile.
    await store.commit({ progress: [reconciled(clock.now())] });
    await clock.passes(3601);
    assert.deepEqual(told(), ['signInLost']);
    assert.equal([...store.alarms()].length, 1);
  });

  it('is over once the other has got a new token, and all was reconciled since', async () => {
    const { store, clock, duties, a, b, told } = twoReplicas();
    duties.give('alarms', 'a');
    await b.sees(lost);
    await clock.passes(60);
    await a.sees({ ...well, renewedAt: clock.now() });
    assert.deepEqual(told(), ['signInLost']);
    await store.commit({ progress: [reconciled(clock.now())] });
    await clock.passes(3601);
    assert.deepEqual(told(), ['signInLost', 'signInBack']);
  });

  it('is looked for every hour by the one whose duty it is', async () => {
    const { clock, duties, a, b } = twoReplicas();
    duties.give('alarms', 'b');
    await clock.passes(7201);
    assert.deepEqual([a.state.reads, b.state.reads], [0, 2]);
    duties.give('alarms', 'a');
    await clock.passes(3600);
    assert.deepEqual([a.state.reads, b.state.reads], [1, 2]);
  });
});

// Admins hear in time, once, and that it's over.
import assert from 'node:assert/strict';
import { isOverByNow } from '../../../src/domain/health/alarm.js';
import type { SignIn } from '../../../src/domain/health/sign-in.js';
import { bareFault } from '../../../src/domain/setting-fault.js';
import { Alarms } from '../../../src/operations/health/alarms.js';
import { CredentialExpiry } from '../../../src/operations/health/credential-expiry.js';
import { fixedTemplates, type Templates, type WrongTemplates } from '../../../src/operations/ports/templates.js';
import { BackgroundWorkers } from '../../../src/runtime/background-worker.js';
import { Emitter } from '../../../src/runtime/emitter.js';
import { aTemplates, now } from '../../support/builders.js';
import { standIn } from '../../support/stand-in.js';
import { testDependencies } from '../../support/test-dependencies.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const inDays = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
const well: SignIn = { credential: { kind: 'secret' }, hasMfa: true, renewedAt: now, scopes: {} };
const failing = (reason: 'signInExpired' | 'mfaRequired' | 'unreachable'): SignIn => ({
  ...well,
  failing: { problem: { reason }, since: now },
});

/** A sign-in that a test changes, and what has been told of it. */
const watching = (signIn: SignIn, hearing: readonly string[] = ['admin']) => {
  const { store, clock, log, workers, duties, dutyLocks } = testDependencies();
  const state = { signIn, hearing, bot: undefined as string | undefined };
  const templates: Mutable<Templates> = fixedTemplates(aTemplates());
  const saving = {
    loss: { noticedAt: undefined as string | undefined, noticed: new Emitter() },
    time: { host: 'one', skewSeconds: undefined as number | undefined, changed: new Emitter() },
  };
  const checks = { made: 0, underWay: 0, mostAtOnce: 0 };
  const alarms = new Alarms({
    store,
    clock,
    log,
    tokens: { signIn: () => state.signIn },
    credentialExpiry: standIn(CredentialExpiry, {
      async read() {
        checks.made += 1;
        checks.underWay += 1;
        checks.mostAtOnce = Math.max(checks.mostAtOnce, checks.underWay);
        await new Promise(setImmediate);
        checks.underWay -= 1;
        return { app: state.signIn.credential.expiresAt, bot: state.bot };
      },
    }),
    templates,
    saving,
    outgoingTargets: [],
    hearers: { ofAdmins: async () => state.hearing },
    workers,
    ...{ duties, dutyLocks },
  });
  const told = () =>
    [...store.deliveries()].map((due) =>
      due.kind === 'alarm'
        ? [due.conversationId, due.alarm.code, ...('withinDays' in due.alarm ? [due.alarm.withinDays] : [])].join(' ')
        : 'news',
    );
  const look = async () => {
    alarms.check();
    await workers.idle();
    return told();
  };
  return { store, clock, workers, duties, dutyLocks, templates, saving, alarms, state, checks, look, told };
};

describe('changes that were lost from the database', () => {
  it('are told once, however many replicas notice, and are over after a day', async () => {
    const { look, saving, store, clock } = watching(well);
    assert.deepEqual(await look(), []);
    saving.loss.noticedAt = now;
    assert.deepEqual(await look(), ['admin changesLost']);
    await clock.passes(86_399);
    assert.equal((await look()).length, 1);
    assert.deepEqual(
      [...store.alarms()].map(({ code }) => code),
      ['changesLost'],
    );
    await clock.passes(1);
    assert.equal((await look()).length, 1);
    assert.deepEqual([...store.alarms()], []);
  });

  it('are over after a day for a replica that has not noticed', () => {
    const raised = { code: 'changesLost', key: '', at: now } as const;
    const overAfter = (days: number) =>
      isOverByNow(raised, { signIn: well, ends: {}, now: inDays(days), seen: new Set() });
    assert.deepEqual([0, 0.99, 1].map(overAfter), [false, false, true]);
  });
});

describe('a clock that is apart from the database’s', () => {
  it('is told beyond two seconds in either direction, once, and is over once both agree', async () => {
    const { look, saving, store, clock } = watching(well);
    const raised = () => [...store.alarms()].map(({ code }) => code);
    for (const skewSeconds of [0, 2, -2]) {
      saving.time.skewSeconds = skewSeconds;
      assert.deepEqual(await look(), []);
    }
    saving.time.skewSeconds = -2.6;
    assert.deepEqual(await look(), ['admin clockOff']);
    saving.time.skewSeconds = 3;
    assert.equal((await look()).length, 1);
    await clock.passes(86_400);
    assert.equal((await look()).length, 1);
    saving.time.skewSeconds = 0.1;
    assert.equal((await look()).length, 1);
    assert.deepEqual(raised(), []);
  });

  it('that only another replica sees stays told for a day', async () => {
    const alarm = { code: 'clockOff', key: '', at: now } as const;
    const known = { signIn: well, ends: {}, now, seen: new Set<never>() };
    assert.equal(isOverByNow(alarm, known), false);
    assert.equal(isOverByNow(alarm, { ...known, now: inDays(1) }), true);
  });
});

describe('access templates that are wrong', () => {
  const wrong: WrongTemplates = {
    file: 'templates.json',
    fault: { code: 'templateHasErrors', lines: [{ line: 2, at: 'durationDays', fault: bareFault('valueMissing') }] },
    since: now,
  };

  it('are told once, again when something else is wrong with them, and are over when they are right', async () => {
    const { look, templates, store } = watching(well);
    templates.wrong = wrong;
    assert.deepEqual(await look(), ['admin templatesWrong']);
    assert.equal((await look()).length, 1);
    templates.wrong = { ...wrong, fault: bareFault('fileAbsent') };
    assert.equal((await look()).length, 2);
    templates.wrong = undefined;
    assert.equal((await look()).length, 2);
    assert.deepEqual([...store.alarms()], []);
  });

  it('told by a process that has ended are over once this one has found them right', async () => {
    const { look, templates, store } = watching(well);
    await store.commit({ alarms: [{ code: 'templatesWrong', key: 'x', at: now }] });
    templates.rightSince = inDays(-1);
    await look();
    assert.equal([...store.alarms()].length, 1);
    templates.rightSince = inDays(1);
    await look();
    assert.deepEqual([...store.alarms()], []);
  });
});

describe('a sign-in that is lost', () => {
  it('is told to each admin once, and once that it is back', async () => {
    const { look, state, told } = watching(failing('signInExpired'), ['alex', 'megan']);
    assert.deepEqual(await look(), ['alex signInLost', 'megan signInLost']);
    assert.equal((await look()).length, 2);
    state.signIn = well;
    await look();
    assert.deepEqual(told().slice(2), ['alex signInBack', 'megan signInBack']);
    assert.equal((await look()).length, 4);
  });

  it('is told again when it is lost for another reason, since another cure is needed', async () => {
    const { look, state } = watching(failing('signInExpired'));
    await look();
    state.signIn = failing('mfaRequired');
    assert.deepEqual(await look(), ['admin signInLost', 'admin signInLost']);
  });

  it('is not told while Microsoft merely does not answer', async () => {
    assert.deepEqual(await watching(failing('unreachable')).look(), []);
  });

  it('hides whatever else is wrong with it, which the next sign-in mends as well', async () => {
    const lost = { ...failing('signInExpired'), hasMfa: false, renewedAt: inDays(-100) };
    assert.deepEqual(await watching(lost).look(), ['admin signInLost']);
  });

  it('is told by the next process too, once only', async () => {
    const first = watching(failing('signInExpired'));
    const workers = new BackgroundWorkers(first.clock, testDependencies().log);
    await first.look();
    assert.deepEqual(
      [...first.store.alarms()].map(({ code, key }) => [code, key]),
      [['signInLost', 'signInExpired']],
    );
    const later = new Alarms({
      ...first,
      outgoingTargets: [],
      log: testDependencies().log,
      workers,
      tokens: { signIn: () => failing('signInExpired') },
      credentialExpiry: standIn(CredentialExpiry, { read: async () => ({}) }),
      hearers: { ofAdmins: async () => ['admin'] },
    });
    later.check();
    await workers.idle();
    assert.equal(first.told().length, 1);
  });

  it('is kept for whoever comes to hear of it when nobody does yet', async () => {
    const { look, state } = watching(failing('signInExpired'), []);
    assert.deepEqual(await look(), []);
    state.hearing = ['admin'];
    assert.deepEqual(await look(), ['admin signInLost']);
  });

  it('is told within a minute to whoever installs the bot meanwhile, and is logged once', async () => {
    const { alarms, clock, state, told } = watching(failing('signInExpired'), []);
    alarms.check();
    await clock.passes(300);
    assert.deepEqual(told(), []);
    state.hearing = ['admin'];
    await clock.passes(60);
    assert.deepEqual(told(), ['admin signInLost']);
  });

  it('is told the next time when it could not be written down', async () => {
    const { look, store } = watching(failing('signInExpired'));
    store.isBroken = true;
    assert.deepEqual(await look(), []);
    store.isBroken = false;
    assert.deepEqual(await look(), ['admin signInLost']);
  });
});

describe('what ends on a certain day', () => {
  it('is told thirty days, a week and a day before, and when it has ended, within an hour of each', async () => {
    const { alarms, clock, told } = watching({ ...well, credential: { kind: 'secret', expiresAt: inDays(31) } });
    alarms.check();
    const heard: [day: number, what: string][] = [];
    for (let hour = 0; hour <= 32 * 24; hour += 1) {
      await clock.passes(3600);
      for (const each of told().slice(heard.length)) {
        heard.push([Math.floor((clock.milliseconds - Date.parse(now)) / 86_400_000), each]);
      }
    }
    assert.deepEqual(
      heard.filter(([, what]) => what.includes('credentialEnds')).map(([day, what]) => [31 - day, what]),
      [
        [30, 'admin credentialEnds 30'],
        [7, 'admin credentialEnds 7'],
        [1, 'admin credentialEnds 1'],
        [0, 'admin credentialEnds 0'],
      ],
    );
  });

  it('is told once if it ends soon from the start, and not again until the next threshold', async () => {
    const { look } = watching({ ...well, credential: { kind: 'certificate', expiresAt: inDays(5) } });
    assert.deepEqual(await look(), ['admin credentialEnds 7']);
    assert.equal((await look()).length, 1);
  });

  it('is over without a word when it has been renewed, and told anew for the next one', async () => {
    const { look, state, store } = watching({ ...well, credential: { kind: 'secret', expiresAt: inDays(5) } });
    await look();
    state.signIn = { ...well, credential: { kind: 'secret', expiresAt: inDays(700) } };
    assert.equal((await look()).length, 1);
    assert.deepEqual([...store.alarms()], []);
    state.signIn = { ...well, credential: { kind: 'secret', expiresAt: inDays(6) } };
    assert.equal((await look()).length, 2);
  });

  it('may be the bot’s own secret, which is told beside the app’s', async () => {
    const { look, state } = watching({ ...well, credential: { kind: 'secret', expiresAt: inDays(0.5) } });
    state.bot = inDays(20);
    assert.deepEqual(await look(), ['admin credentialEnds 1', 'admin botSecretEnds 30']);
  });

  it('may be a sign-in that nobody has used for long', async () => {
    assert.deepEqual(await watching({ ...well, renewedAt: inDays(-75) }).look(), []);
    assert.deepEqual(await watching({ ...well, renewedAt: inDays(-77) }).look(), ['admin signInEnds 14']);
    assert.deepEqual(await watching({ ...well, renewedAt: inDays(-88) }).look(), ['admin signInEnds 3']);
  });
});

describe('a sign-in without multifactor authentication', () => {
  it('is told before Microsoft refuses it, and not where the token does not say', async () => {
    assert.deepEqual(await watching({ ...well, hasMfa: false }).look(), ['admin signInWithoutMfa']);
    const { hasMfa: _, ...silent } = well;
    assert.deepEqual(await watching(silent).look(), []);
  });
});

describe('alarms', () => {
  it('are looked for once an hour, however often something changes, and one check after the other', async () => {
    const { alarms, clock, workers, checks } = watching(well);
    for (let changes = 0; changes < 5; changes += 1) alarms.check();
    await workers.idle();
    assert.deepEqual([checks.made, checks.mostAtOnce], [5, 1]);
    await clock.passes(3600);
    assert.equal(checks.made, 6);
  });
});

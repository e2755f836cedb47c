// A checkup answers in time, asks no more often than needed, and survives a check that breaks.

import assert from 'node:assert/strict';
import { AccessDenied } from '../../../src/domain/errors.js';
import type { CheckName, Finding } from '../../../src/domain/health/checkup.js';
import type { Checks, CheckupDeps } from '../../../src/operations/health/checkup.js';
import { Checkup } from '../../../src/operations/health/checkup-round.js';
import type { Log } from '../../../src/runtime/log.js';
import { ManualClock } from '../../support/manual-clock.js';

const good: Finding = { check: 'clock', state: 'good', what: 'clockRight' };
const told = (findings: readonly Finding[]) => findings.map(({ check, what }) => `${check} ${what}`);

describe('a checkup', () => {
  let clock: ManualClock;
  let asked: CheckName[];
  let errors: string[];
  let answers: Map<CheckName, () => Promise<readonly Finding[]>>;
  const log: Log = { info: () => undefined, warn: () => undefined, error: (event) => void errors.push(event) };
  const checks = (): Checks =>
    new Map(
      [...answers].map(([check, answer]) => [
        check,
        async () => {
          asked.push(check);
          return answer();
        },
      ]),
    );

  const aCheckup = () => new Checkup({ clock } as unknown as CheckupDeps, log, checks);

  beforeEach(() => {
    clock = new ManualClock();
    asked = [];
    errors = [];
    answers = new Map([['clock', async () => [good]]]);
  });

  it('says what could not be checked, and goes on with the others', async () => {
    const problem = { reason: 'noRights', service: 'graph' } as const;
    answers.set('adminAgents', async () => {
      throw new AccessDenied('GET /groups: 403', problem);
    });
    answers.set('dataFolder', async () => {
      throw new TypeError('a bug');
    });
    const findings = await aCheckup().findings(6000);
    assert.deepEqual(told(findings), ['adminAgents failed', 'dataFolder broke', 'clock clockRight']);
    assert.deepEqual(findings[0], { check: 'adminAgents', state: 'notChecked', what: 'failed', problem });
    assert.deepEqual(errors, ['checkBroke']);
  });

  it('answers in time with what it has, and has the rest for whoever asks next', async () => {
    let answer: (findings: readonly Finding[]) => void = () => undefined;
    const slow = new Promise<readonly Finding[]>((resolve) => {
      answer = resolve;
    });
    answers.set('mfa', () => slow);
    const checkup = aCheckup();
    const first = checkup.findings(6000);
    await clock.passes(5.999);
    const isDone = await Promise.race([first.then(() => true), Promise.resolve(false)]);
    assert.equal(isDone, false);
    await clock.passes(0.001);
    assert.deepEqual(told(await first), ['mfa stillLooking', 'clock clockRight']);
    answer([{ check: 'mfa', state: 'good', what: 'mfaSeen' }]);
    assert.deepEqual(told(await checkup.findings(6000)), ['mfa mfaSeen', 'clock clockRight']);
    assert.deepEqual(asked, ['clock', 'mfa']);
  });

  it('asks once for everybody who wants to know within a minute, and then anew', async () => {
    const checkup = aCheckup();
    await Promise.all([checkup.findings(6000), checkup.findings(6000)]);
    await clock.passes(59);
    await checkup.findings(6000);
    assert.deepEqual(asked, ['clock']);
    await clock.passes(1);
    await checkup.findings(6000);
    assert.deepEqual(asked, ['clock', 'clock']);
  });
});

// A checkup has read the sign-in, its permissions and its credentials: the finding for each.
import assert from 'node:assert/strict';
import {
  credentialFinding,
  mfaFinding,
  permissionsFinding,
  signInFinding,
} from '../../../src/domain/health/checkup-sign-in.js';
import { neededPermissions } from '../../../src/domain/health/permissions.js';
import type { ProblemReason } from '../../../src/domain/problem.js';
import { addDays } from '../../../src/domain/time.js';
import { now } from '../../support/builders.js';
import { account, aProblem, aSignIn, told } from '../../support/checkup-builders.js';

describe('the sign-in', () => {
  const unusedFor = (days: number) => signInFinding(aSignIn({ renewedAt: addDays(now, -days) }), undefined, now);

  it('lasts ninety days from when it was last renewed', () => {
    for (const [days, expected] of [
      [0, 'good signedIn'],
      [59, 'good signedIn'],
      [60, 'warning signInEnds'],
      [88, 'warning signInEnds'],
      [89, 'wrong signInEnds'],
      [90, 'wrong signInEnds'],
      [91, 'wrong signInEnded'],
    ] as const) {
      assert.equal(told(unusedFor(days)), expected, `${days} days`);
    }
    assert.deepEqual(unusedFor(30), {
      check: 'signIn',
      state: 'good',
      what: 'signedIn',
      userName: account.userName,
      daysLeft: 60,
    });
  });

  it('is over when Microsoft says so, whatever its age', () => {
    const failing = { problem: aProblem('signInExpired'), since: now };
    assert.equal(told(signInFinding(aSignIn({ renewedAt: now, failing }), undefined, now)), 'wrong signInEnded');
    assert.equal(told(signInFinding(aSignIn({ renewedAt: now }), aProblem('signInExpired'), now)), 'wrong signInEnded');
  });

  it('has not been made where there is no account, unless that could not be found out', () => {
    assert.equal(told(signInFinding(aSignIn({ account: undefined }), undefined, now)), 'wrong signedOut');
    assert.equal(
      told(signInFinding(aSignIn({ account: undefined }), aProblem('signInExpired'), now)),
      'wrong signedOut',
    );
    assert.equal(
      told(signInFinding(aSignIn({ account: undefined }), aProblem('unreachable'), now)),
      'notChecked failed',
    );
  });

  it('is not over because Microsoft is away, or because a call of the checkup’s own was refused', () => {
    const failing = { problem: aProblem('unreachable'), since: now };
    assert.equal(told(signInFinding(aSignIn({ failing }), undefined, now)), 'notChecked failed');
    assert.equal(told(signInFinding(aSignIn(), aProblem('noRights', 'graph'), now)), 'good signedInSince');
  });

  it('has a second factor when its token says so', () => {
    assert.equal(told(mfaFinding(aSignIn({ hasMfa: true }), undefined)), 'good mfaSeen');
    assert.equal(told(mfaFinding(aSignIn({ hasMfa: false }), undefined)), 'wrong mfaMissing');
    assert.equal(told(mfaFinding(aSignIn(), aProblem('mfaRequired', 'graph'))), 'wrong mfaMissing');
    assert.equal(told(mfaFinding(aSignIn(), aProblem('unreachable'))), 'notChecked failed');
    assert.equal(told(mfaFinding(aSignIn(), undefined)), 'notChecked mfaNotTold');
  });
});

describe('permissions', () => {
  const always = 'DelegatedAdminRelationship.ReadWrite.All';
  const finding = (granted: readonly string[] | undefined, namesGroups: boolean, reason?: ProblemReason) =>
    permissionsFinding(granted, neededPermissions(namesGroups), reason && aProblem(reason));

  it('are enough when the token has each, or one that covers it', () => {
    assert.equal(told(finding([always], false)), 'good permissionsGranted');
    assert.equal(told(finding([always.toLowerCase(), 'openid'], false)), 'good permissionsGranted');
    assert.equal(told(finding([always, 'Directory.Read.All'], true)), 'good permissionsGranted');
    assert.equal(told(finding(['DelegatedAdminRelationship.Read.All'], false)), 'wrong permissionsMissing');
    assert.deepEqual(finding([always, 'Group.Read.All'], true), {
      check: 'graphPermissions',
      state: 'wrong',
      what: 'permissionsMissing',
      missing: [{ name: 'User.ReadBasic.All', why: 'groups' }],
    });
  });

  it('are missing, not unknown, where nobody has consented at all', () => {
    assert.equal(told(finding(undefined, false, 'noRights')), 'wrong permissionsMissing');
    assert.equal(told(finding(undefined, false, 'unreachable')), 'notChecked failed');
    assert.equal(told(finding(undefined, false)), 'notChecked permissionsNotTold');
  });
});

describe('a credential', () => {
  const ending = (...days: readonly (number | undefined)[]) =>
    credentialFinding(
      'appCredential',
      'abc',
      [
        { hint: 'xyz', endsAt: addDays(now, 1) },
        ...days.map((day) => ({ hint: 'abc', endsAt: day === undefined ? undefined : addDays(now, day) })),
      ],
      now,
    );

  it('is told of 30 days before its end, and wrong in its last day', () => {
    for (const [days, expected] of [
      [31, 'good credentialLasts'],
      [30, 'warning credentialEnds'],
      [7, 'warning credentialEnds'],
      [2, 'warning credentialEnds'],
      [1, 'wrong credentialEnds'],
      [0, 'wrong credentialEnded'],
      [-1, 'wrong credentialEnded'],
    ] as const) {
      assert.equal(told(ending(days)), expected, `${days} days`);
    }
  });

  it('is the one that begins like ours, and of several the one that ends last', () => {
    assert.equal(told(ending()), 'warning credentialNotListed');
    assert.equal(told(ending(5, 400, 3)), 'good credentialLasts');
    assert.equal(told(ending(5, undefined)), 'good credentialHasNoEnd');
  });
});

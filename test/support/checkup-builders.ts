// What the findings of a checkup are made from, and how a test reads one.
import type { Finding } from '../../src/domain/health/checkup.js';
import type { SignIn } from '../../src/domain/health/sign-in.js';
import type { ProblemReason, ServiceName } from '../../src/domain/problem.js';

/** A finding, in short: its state, and what was found. */
export const told = ({ state, what }: Finding) => `${state} ${what}`;

/** A problem, maybe of one service. */
export const aProblem = (reason: ProblemReason, service?: ServiceName) => ({ reason, ...(service && { service }) });

/** The account that signs in. */
export const account = { id: 'id', userName: 'gatehouse@partner.example', name: 'Gatehouse' };

/** A sign-in with a secret, about which nothing else is known. */
export const aSignIn = (changes: Partial<SignIn> = {}): SignIn => ({
  credential: { kind: 'secret' },
  account,
  scopes: {},
  ...changes,
});

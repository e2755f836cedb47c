// An offboarding after more has happened to it.
import assert from 'node:assert/strict';
import type { Offboarding } from '../../src/domain/offboarding/offboarding.js';
import { isHeldUp, type TaskRefusal, tasksAtWork } from '../../src/domain/offboarding/task.js';
import { evolveOffboarding } from '../../src/domain/tenant/evolve-offboarding.js';
import type { FactData } from '../../src/domain/tenant/facts.js';
import { now } from './builders.js';
import { anOffboarding } from './offboarding-builders.js';

export const further = (offboarding: Offboarding, ...facts: readonly FactData[]): Offboarding => {
  const next = facts.reduce<Offboarding | undefined>(
    (each, factData) => evolveOffboarding(each, { ...factData, at: now } as Parameters<typeof evolveOffboarding>[1]),
    offboarding,
  );
  assert.ok(next);
  return next;
};
export const begun = (offboarding = anOffboarding()) => further(offboarding, { type: 'offboardingBegun' });
export const atWork = (offboarding: Offboarding) => tasksAtWork(offboarding.tasks).map(({ id }) => id);
export const heldUp = (offboarding: Offboarding) =>
  offboarding.tasks.filter((task) => isHeldUp(task, offboarding.tasks)).map(({ step }) => step);

export const noRights: TaskRefusal = { why: 'microsoft', problem: { reason: 'noRights', requestId: 'refused-1' } };
export const services = 'assignment relationship-1 assignment-of-b0000000-0000-4000-8000-000000000001';
export const key = 'assignment relationship-1 assignment-of-b0000000-0000-4000-8000-000000000002';
export const relationship = 'relationship relationship-1';

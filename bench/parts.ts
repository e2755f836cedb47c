// What is measured, and with how many tenants.
import { measureBurst } from './burst.js';
import { measureCards } from './cards.js';
import { measureChanges } from './changes.js';
import type { Connector } from './connector.js';
import { measureEventLoop } from './event-loop.js';
import { measureEvents } from './events.js';
import type { Figure } from './figures.js';
import { measureFlatness } from './flatness.js';
import { measureMemory } from './memory.js';
import { measureReconcile } from './reconcile.js';
import type { Stage } from './stage.js';
import { measureStart } from './start.js';
import { measureTurns } from './turns.js';

/** What a part measures with. */
export interface Bench {
  readonly stage: Stage;
  readonly connector: Connector;
  /** Whether a rough figure is enough: fewer rounds. */
  readonly isQuick: boolean;
}

/** A part, by its name for `--only`, and the numbers of tenants that it's measured with. */
export interface Part {
  readonly name: string;
  readonly tenants: readonly number[];
  /** With `--quick`. */
  readonly quickTenants: readonly number[];
  /** It has a stage of its own, since others leave theirs otherwise than it takes it. Absent: that of the parts before it. */
  readonly hasOwnStage?: true;
  readonly measure: (bench: Bench) => Promise<readonly Figure[]>;
}

/** All parts, in the order in which they're measured with each number of tenants. */
export const parts: readonly Part[] = [
  { name: 'turns', tenants: [100, 1000, 10_000, 100_000], quickTenants: [10_000], measure: measureTurns },
  { name: 'flatness', tenants: [10_000, 100_000], quickTenants: [10_000], measure: measureFlatness },
  { name: 'reconcileAll', tenants: [1000, 10_000, 100_000], quickTenants: [10_000], measure: measureReconcile },
  { name: 'changes', tenants: [1000, 10_000], quickTenants: [], measure: measureChanges },
  { name: 'start', tenants: [100, 10_000], quickTenants: [10_000], measure: measureStart },
  { name: 'memory', tenants: [10_000, 100_000], quickTenants: [10_000], measure: measureMemory },
  { name: 'eventLoop', tenants: [100_000], quickTenants: [], measure: measureEventLoop },
  // They end relationships, so that nothing is measured after them with what was before.
  { name: 'events', tenants: [1000, 100_000], quickTenants: [10_000], measure: measureEvents },
  { name: 'burst', tenants: [1000], quickTenants: [], measure: measureBurst },
  { name: 'cards', tenants: [1000, 5000, 100_000], quickTenants: [], hasOwnStage: true, measure: measureCards },
];

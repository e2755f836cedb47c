// The contract of the port `Pace`, run for the one that keeps rates in memory.
import { LocalPace } from '../../src/runtime/local-pace.js';
import { ManualClock } from '../support/manual-clock.js';
import { paceContract } from './pace-contract.js';

describe('the pace of one process', () => {
  paceContract(async () => {
    const clock = new ManualClock();
    return { pace: new LocalPace(clock), passes: (ms) => clock.passes(ms / 1000) };
  }, 1);
});

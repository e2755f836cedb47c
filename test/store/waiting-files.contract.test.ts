// Links and offers in the memory of one process keep their contracts, with the clock in hand.
import { MemoryLinks } from '../../src/store/folder/memory-links.js';
import { MemoryOffers } from '../../src/store/folder/memory-offers.js';
import { ManualClock } from '../support/manual-clock.js';
import { linksContract, offersContract } from './waiting-files-contract.js';

const inMemory = <Place>(make: (clock: ManualClock) => Place) => {
  const clock = new ManualClock();
  const passes = async (seconds: number) => {
    await clock.passes(seconds);
  };
  return { sharers: [make(clock)], passes, end: async () => undefined };
};

linksContract('links in memory', async (bounds) => inMemory((clock) => new MemoryLinks(clock, bounds)));
offersContract('offers in memory', async () => inMemory((clock) => new MemoryOffers(clock)));

// Three replicas share one sign-in in memory: each renews it, and none undoes what another has done.
import { setImmediate as oneTurn } from 'node:timers/promises';
import { memoryTokenPlaces } from '../../support/memory-token-places.js';
import { sharedSignIn } from './shared-sign-in.js';

sharedSignIn('memory', async () => {
  const places = memoryTokenPlaces(3);
  return {
    places,
    async heard() {
      // What is taken up goes through the same queue.
      await Promise.all(places.map((each) => each.exclusively(() => oneTurn())));
    },
    end: async () => undefined,
  };
});

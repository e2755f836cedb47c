// How long a conversation rests, whatever comes of requests that were under way before.
import assert from 'node:assert/strict';
import { DeliveryError } from '../../../src/bot/delivery/messenger.js';
import { Slots } from '../../../src/bot/delivery/slots.js';
import { LocalPace } from '../../../src/runtime/local-pace.js';
import { ManualClock } from '../../support/manual-clock.js';

describe('a conversation that rests', () => {
  it('rests for as long as it was last to, if a request that ends meanwhile asks for less', async () => {
    const clock = new ManualClock();
    const slots = new Slots(clock, new LocalPace(clock));
    slots.rest('a:1', 'notice', 600_000);
    slots.rest('a:1', 'notice', 1);
    await clock.passes(1);
    await assert.rejects(
      slots.take('a:1', 'notice'),
      (error) => error instanceof DeliveryError && error.retryAfterMs === 599_000,
    );
    slots.restIsOver('a:1');
    (await slots.take('a:1', 'notice')).end();
  });
});

// How long authenticating a sender may take.
import assert from 'node:assert/strict';
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { LastingAuthentication } from '../../../src/bot/conversation/authentication.js';
import { ManualClock } from '../../support/manual-clock.js';

describe('a request while the Bot Framework’s keys do not come', () => {
  const { authenticateRequest } = ConfigurationBotFrameworkAuthentication.prototype;
  beforeEach(() => {
    ConfigurationBotFrameworkAuthentication.prototype.authenticateRequest = () => new Promise(() => undefined);
  });
  afterEach(() => {
    ConfigurationBotFrameworkAuthentication.prototype.authenticateRequest = authenticateRequest;
  });

  it('is given up after 2.5 seconds, so that Teams sends it again', async () => {
    const clock = new ManualClock();
    const start = clock.elapsedMs();
    const outcome = new LastingAuthentication(clock, {})
      .authenticateRequest({} as Activity, 'Bearer x')
      .catch((error: Error) => error.message);
    await clock.passes(2.5);
    assert.match(String(await outcome), /keys did not come/);
    assert.equal(clock.elapsedMs() - start, 2500);
  });
});

// A client of a service that answers as the test says.
import { type Caller, HttpClient } from '../../src/microsoft/http/http-client.js';
import type { Transport } from '../../src/microsoft/http/http-request.js';
import { rates } from '../../src/microsoft/http/rates.js';
import type { Clock } from '../../src/runtime/clock.js';
import { LocalPace } from '../../src/runtime/local-pace.js';
import type { Log } from '../../src/runtime/log.js';
import type { Pace } from '../../src/runtime/pace.js';
import { noLog } from './test-dependencies.js';

/** What a client is made of, where it differs. */
interface ClientParts {
  readonly name?: 'graph' | 'partnerCenter';
  readonly send: Transport['send'];
  readonly caller?: Caller;
  readonly clock: Clock;
  readonly log?: Log;
  readonly pace?: Pace;
}

const signedIn: Caller = { token: async () => 'token', drop: () => undefined };

/** A client of Graph's, of a person who is signed in and with a pace of its own, unless said otherwise. */
export function aClient({ name = 'graph', send, caller = signedIn, clock, log = noLog, pace }: ClientParts) {
  const service = { name, transport: { send }, person: caller, application: caller, rate: rates[name] };
  return new HttpClient({ ...service, pace: pace ?? new LocalPace(clock) }, clock, log);
}

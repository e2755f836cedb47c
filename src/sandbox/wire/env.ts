// What Hono carries along with a request.

import type { HttpBindings } from '@hono/node-server';
import type { AccessToken } from '../login/token-text.js';

/** The environment of every route: Node's own request and response, and the caller. */
export interface WireEnv {
  Bindings: HttpBindings;
  Variables: { caller: AccessToken };
}

// May whoever calls do this? By what the token was consented for.
import type { MiddlewareHandler } from 'hono';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';

/** Lets in whoever has one of these permissions; a token from before they were written into tokens has them all. */
export function needsOneOf(...names: readonly string[]): MiddlewareHandler<WireEnv> {
  return async (c, next) => {
    const { permissions } = c.get('caller');
    if (permissions && !names.some((name) => permissions.includes(name))) {
      throw new Refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
    }
    await next();
  };
}

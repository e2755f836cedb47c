// Checks a caller's permissions, by the consents behind the token.
import type { MiddlewareHandler } from 'hono';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';

/** Requires one of these permissions; a token from before permissions were kept has them all. */
export function needsOneOf(...names: readonly string[]): MiddlewareHandler<WireEnv> {
  return async (c, next) => {
    const { permissions } = c.get('caller');
    if (permissions && !names.some((name) => permissions.includes(name))) {
      throw new Refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
    }
    await next();
  };
}

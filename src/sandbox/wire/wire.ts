// What happens to every request to one of the three services, before and after its route.
import type { Context, MiddlewareHandler } from 'hono';
import type { Cloud } from '../cloud.js';
import { settle } from '../world/settle.js';
import type { WireEnv } from './env.js';
import { breakDown } from './faults.js';
import type { Refusal } from './refusal.js';

/** Lets the world catch up, records the request, and carries out a requested fault. */
export function onTheWire(
  cloud: Cloud,
  refuse: (c: Context<WireEnv>, refusal: Refusal) => Response,
): MiddlewareHandler<WireEnv> {
  return async (c, next) => {
    settle(cloud.world);
    const { world } = cloud;
    c.header('Date', new Date(Date.parse(world.now()) + world.behaviour.clockAheadSeconds * 1000).toUTCString());
    const request = await cloud.recorder.begin(c, cloud.tokens, cloud.world.now());
    const fault = cloud.faults.take(request.method, request.path);
    if (!fault || fault.when === 'after') await next();
    if (fault) {
      c.res = undefined;
      c.res = await breakDown(c, fault, refuse);
    }
    const isCutOff = fault?.kind === 'reset' || fault?.kind === 'stall';
    request.status = isCutOff ? 0 : c.res.status;
  };
}

// Admits programs and pages of this machine, and no web page from elsewhere.
import type { Context, MiddlewareHandler } from 'hono';
import type { WireEnv } from './env.js';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a host name or address is this machine's. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Refuses foreign host names (DNS rebinding) and writes that a foreign web page sends through a browser. */
export const guard: MiddlewareHandler<WireEnv> = async (c, next) => {
  const { hostname, origin } = new URL(c.req.url);
  if (!isLoopback(hostname)) return c.text('The sandbox answers on loopback only.', 403);
  if (!safeMethods.includes(c.req.method) && isFromElsewhere(c, origin)) {
    return c.text('Another site may not change the sandbox.', 403);
  }
  return next();
};

function isFromElsewhere(c: Context, own: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  return origin !== undefined && origin !== own;
}

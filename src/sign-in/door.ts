// Lets one browser use the page for signing in. Everyone on this machine reaches its port, and would sign in as themselves.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { closedPage } from './pages.js';

/** Lets in one browser: the last that came with a key. */
export class Door {
  /** For the printed address. It opens as long as the command waits: the first browser may have been the wrong one. */
  readonly key = secret();
  /** For the address that a browser is started with, which others of this machine may see among its arguments: it opens once. */
  readonly keyForOnce = secret();
  #isSpent = false;
  #session: string | undefined;

  /** Takes a key for a cookie, and lets nothing pass without that cookie. `port` is the page's own. */
  guard(port: () => number): MiddlewareHandler {
    return async (c, next) => {
      // Cookies of one host go to all of its ports.
      const name = `gatehouse-sign-in-${port()}`;
      const isInside = isSame(getCookie(c, name), this.#session);
      const key = c.req.method === 'GET' && c.req.path === '/' ? c.req.query('key') : undefined;
      if (key === undefined) return isInside ? next() : c.html(closedPage(), 403);
      if (!isInside) {
        if (!this.#opensWith(key)) return c.html(closedPage(), 403);
        // The browser before is shut out now: a key that others have seen is worth nothing once the right browser comes.
        this.#session = secret();
        // Lax, since the way back from Microsoft begins at another site.
        setCookie(c, name, this.#session, { httpOnly: true, sameSite: 'Lax', path: '/' });
      }
      // The key leaves the browser's bar.
      return c.redirect('/', 303);
    };
  }

  #opensWith(key: string): boolean {
    const opens = isSame(key, this.key) || (!this.#isSpent && isSame(key, this.keyForOnce));
    // A browser is in: the one that was started has come, or isn't waited for.
    if (opens) this.#isSpent = true;
    return opens;
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether both are there and equal, in constant time. */
function isSame(given: string | undefined, wanted: string | undefined): boolean {
  if (given === undefined || wanted === undefined) return false;
  return timingSafeEqual(hash(given), hash(wanted));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

// What the page for signing in answers, and to which browser.
import { createHash } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Door } from './door.js';
import { closedPage, plainPage, resultPage, startPage } from './pages.js';
import type { SignInResult } from './result.js';
import { style } from './style.js';

/** What the routes need of the sign-in under way. */
export interface SignInFlow {
  readonly appId: string;
  readonly tenantId: string;
  /** Origin of the sign-in service, to which the form leads. */
  readonly loginOrigin: string;
  /** The own port, once it is known. */
  readonly port: () => number;
  /** Who may come in. */
  readonly door: Door;
  /** The address to send the browser to. */
  readonly begin: () => Promise<string>;
  /** Whether an answer of Microsoft's belongs to this sign-in. */
  readonly isExpected: (answer: URLSearchParams) => boolean;
  /** Takes the answer, once. */
  readonly finish: (answer: URLSearchParams) => Promise<SignInResult>;
  /** The result has been shown. */
  readonly shown: () => void;
}

/** The routes. They answer one browser of this machine, and take nothing that another site has it send. */
export function signInRoutes(flow: SignInFlow): Hono {
  const app = new Hono();
  let result: SignInResult | undefined;
  app.use(headers(flow.loginOrigin), ownHostOnly(flow.port), flow.door.guard(flow.port));

  app.get('/', async (c) => {
    const answer = new URL(c.req.url).searchParams;
    if (!answer.has('code') && !answer.has('error')) return c.html(startPage(flow.appId, flow.tenantId));
    if (!flow.isExpected(answer)) {
      return c.html(
        plainPage('This sign-in can’t be used', 'It wasn’t started on this page, or it’s already finished.'),
        400,
      );
    }
    result = await flow.finish(answer);
    // The address that carries the code leaves the browser's bar.
    return c.redirect('/done', 303);
  });
  app.post('/start', async (c) => c.redirect(await flow.begin(), 303));
  app.get('/done', (c) => {
    if (!result) return c.redirect('/', 303);
    flow.shown();
    return c.html(resultPage(result));
  });
  app.notFound((c) => c.html(plainPage('Page not found', 'You can only sign Gatehouse in here.'), 404));
  app.onError((_, c) =>
    c.html(
      plainPage('Something went wrong', 'Gatehouse couldn’t continue. Start over. If it happens again, open an issue.'),
      500,
    ),
  );
  return app;
}

function headers(loginOrigin: string): MiddlewareHandler {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    'img-src data:',
    // Microsoft may lead on to other hosts of its own, which browsers count as places that the form goes to.
    `form-action 'self' ${loginOrigin} https:`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('Cache-Control', 'no-store');
    // Nothing to other hosts; with no-referrer browsers would not say either that our own page sends its own form.
    c.header('Referrer-Policy', 'same-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
  };
}

function ownHostOnly(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = ['localhost', '127.0.0.1'].map((name) => `${name}:${port()}`);
    const host = c.req.header('host') ?? '';
    // A name that leads here by DNS, or a page elsewhere that posts here, isn't a person at this machine.
    const origin = c.req.header('origin');
    const isForeign = c.req.method !== 'GET' && origin !== undefined && origin !== `http://${host}`;
    if (hosts.includes(host) && !isForeign) return next();
    return c.html(closedPage(), 403);
  };
}

// Signs a person in to the simulated Entra, and sends the browser back to the application.
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Cloud } from '../cloud.js';
import type { WireEnv } from '../wire/env.js';
import { asRefusal } from '../wire/refusal.js';
import { account as accountOf, accounts } from '../world/accounts.js';
import { neededPermissions } from '../world/app-registration.js';
import { partner } from '../world/partner.js';
import { type AuthorizationRequest, readAuthorizationRequest } from './authorization-request.js';
import { adminConsentPage, authorizePage, consentedPage, signInFaultPage } from './authorize-page.js';
import { checkTenant } from './tenant.js';

// The form leads back to the application, which browsers treat as a target of the form.
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "form-action 'self' http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The pages for signing in and for an administrator's consent. */
export function authorizeRoutes(cloud: Cloud): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  app.use('/:tenantId/oauth2/v2.0/authorize', pageHeaders);
  app.use('/:tenantId/adminconsent', pageHeaders);
  app.onError((error, c) => {
    const { status, message } = asRefusal(error);
    return c.html(signInFaultPage(message), status);
  });

  app.get('/:tenantId/oauth2/v2.0/authorize', (c) => {
    checkTenant(c.req.param('tenantId'));
    const request = readAuthorizationRequest(new URL(c.req.url).searchParams);
    return c.html(authorizePage(request, isConsentMissing(cloud, request)));
  });
  app.post('/:tenantId/oauth2/v2.0/authorize', async (c) => {
    checkTenant(c.req.param('tenantId'));
    const form = new URLSearchParams(await c.req.text());
    const request = readAuthorizationRequest(form);
    return goBack(c, request.redirectUri, { ...answerTo(cloud, request, form), state: request.state });
  });

  app.get('/:tenantId/adminconsent', (c) => {
    checkTenant(c.req.param('tenantId'));
    return c.html(adminConsentPage(c.req.query()));
  });
  app.post('/:tenantId/adminconsent', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const isGiven = form.get('answer') === 'accept';
    if (isGiven) grantEverything(cloud);
    const redirectUri = form.get('redirect_uri');
    if (!redirectUri || !/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(redirectUri)) {
      return isGiven ? c.html(consentedPage()) : c.html(signInFaultPage('AADSTS65004: Consent was declined.'), 400);
    }
    const state = form.get('state') ?? undefined;
    const given = { admin_consent: 'True', tenant: partner.tenantId, state };
    return goBack(c, redirectUri, isGiven ? given : { error: 'access_denied', state });
  });
  return app;
}

function grantEverything({ world }: Cloud): void {
  const { delegated } = world.registration;
  for (const resource of ['graph', 'partnerCenter'] as const) {
    delegated[resource] = [...new Set([...delegated[resource], ...neededPermissions[resource]])];
  }
  world.changed();
}

function answerTo(cloud: Cloud, request: AuthorizationRequest, form: URLSearchParams) {
  const { codes, world } = cloud;
  if (form.get('answer') !== 'accept') {
    const number = isConsentMissing(cloud, request)
      ? '65004: User declined to consent'
      : '50126: Sign-in was cancelled';
    return { error: 'access_denied', error_description: `AADSTS${number} to access the app.` };
  }
  const user = accountOf(form.get('account') ?? '') ?? accounts[0];
  const hasMfa = form.get('second_factor') === 'yes';
  if (isConsentMissing(cloud, request)) {
    world.registration.delegated[request.wanted.audience] = [...neededPermissions[request.wanted.audience]];
  }
  // A second factor that was just used counts, whatever was set before.
  if (hasMfa) world.behaviour.mfa = true;
  world.changed();
  const { redirectUri, codeChallenge, nonce } = request;
  const session = { userId: user?.objectId ?? '', hasMfa };
  return { code: codes.issue({ session, redirectUri, codeChallenge, nonce }, world.now()) };
}

// Entra asks again only where there's no consent at all; what's missing besides is left out of the token.
function isConsentMissing({ world }: Cloud, { wanted, isConsentAskedFor }: AuthorizationRequest): boolean {
  return isConsentAskedFor || world.registration.delegated[wanted.audience].length === 0;
}

function goBack(c: Context, redirectUri: string, fields: Readonly<Record<string, string | undefined>>): Response {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) url.searchParams.set(name, value);
  return c.redirect(url.href, 303);
}

const pageHeaders: MiddlewareHandler<WireEnv> = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', policy);
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cache-Control', 'no-store');
  c.header('X-Content-Type-Options', 'nosniff');
};

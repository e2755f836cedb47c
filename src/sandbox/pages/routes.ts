// The pages for people.
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { Chat } from '../chat/chat.js';
import type { WireEnv } from '../wire/env.js';
import { settle } from '../world/settle.js';
import type { World } from '../world/world.js';
import { chatPage } from './chat-page.js';
import { customerPage } from './customer-page.js';
import { customersPage } from './customers-page.js';
import { invitationPage } from './invitation-page.js';
import { layout } from './layout.js';
import { portalPage, portalScript } from './portal-page.js';
import { style } from './style.js';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The list of customers, one customer, an approval page, the way there from an approval link, and the chat's speaker. */
export function pageRoutes(world: World, chat: Chat): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  app.use(pageHeaders);
  app.use(async (_, next) => {
    settle(world);
    await next();
  });

  app.get('/', (c) => {
    const search = c.req.query('q') ?? '';
    const page = Number.parseInt(c.req.query('page') ?? '', 10) || 1;
    return c.html(customersPage(world, { search, page, ...told(c) }));
  });
  app.get('/customers/:tenantId', (c) => {
    const customer = world.customer(c.req.param('tenantId'));
    return customer ? c.html(customerPage(world, customer, told(c))) : notFoundPage(c);
  });
  app.get('/chat', (c) => c.html(chatPage(chat, told(c))));
  app.get('/AdminPortal/Home', (c) => c.html(portalPage()));
  app.get('/invitations', (c) => c.redirect(`/invitations/${encodeURIComponent(c.req.query('id') ?? '')}`));
  app.get('/invitations/:relationshipId', (c) => {
    const relationship = world.relationship(c.req.param('relationshipId'));
    return c.html(invitationPage(relationship, told(c)), relationship ? 200 : 404);
  });
  app.get('/style.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/portal.js', (c) => c.body(portalScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  app.all('*', (c) => notFoundPage(c));
  return app;
}

const pageHeaders: MiddlewareHandler<WireEnv> = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', policy);
  c.header('Referrer-Policy', 'same-origin');
  c.header('X-Content-Type-Options', 'nosniff');
};

function told(c: Context): { done: string | undefined; refused: string | undefined } {
  return { done: c.req.query('done'), refused: c.req.query('refused') };
}

function notFoundPage(c: Context): Response | Promise<Response> {
  const content = html`<h1>Page not found</h1><p><a href="/">All customers</a></p>`;
  return c.html(layout({ title: 'Not found', content, isNarrow: true }), 404);
}

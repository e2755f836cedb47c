// Leads an approval link, whose id is behind the #, to its page.
import { html } from 'hono/html';
import { type Html, layout } from './layout.js';

/** Served at /portal.js: a fragment never reaches a server, so the browser itself must follow it. */
export const portalScript = `
const match = /granularAdminRelationships\\/([0-9A-Za-z-]+)/.exec(location.hash);
if (match) location.replace('/invitations/' + encodeURIComponent(match[1]));
`;

/** The page at /AdminPortal/Home, seen only without an approval link or without scripts. */
export function portalPage(): Html {
  const content = html`<h1>Admin center (simulated)</h1>
    <p>An approval link opens its request by itself. If scripts are off, paste the ID from the end of the link:</p>
    <form method="get" action="/invitations">
      <label for="id">Relationship ID</label>
      <input id="id" name="id" required />
      <button>Open</button>
    </form>
    <p class="pager"><a href="/">Or choose a customer</a></p>`;
  return layout({ title: 'Admin center', content, isNarrow: true, script: '/portal.js' });
}

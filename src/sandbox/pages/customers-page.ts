// The list of customers, with the state of each.
import { html } from 'hono/html';
import { hasDelegatedAdmin } from '../world/delegated-admin.js';
import type { Customer, Relationship, RelationshipStatus } from '../world/model.js';
import { partner } from '../world/partner.js';
import type { World } from '../world/world.js';
import { type Html, layout } from './layout.js';
import { badge, controlForm, notice } from './parts.js';
import { timeCard } from './time.js';
import { azurePlanWords, delegatedAdminWords, relationshipWords } from './words.js';

const pageSize = 25;
const mostAliveFirst: readonly RelationshipStatus[] = [
  'active',
  'activating',
  'approved',
  'approvalPending',
  'created',
  'terminationRequested',
  'terminating',
  'expiring',
  'expired',
  'terminated',
];

/** The list of customers, searched and paged. */
export function customersPage(
  world: World,
  { search, page, ...query }: { search: string; page: number; done: string | undefined; refused: string | undefined },
): Html {
  const found = world.customers().filter((customer) => matches(customer, search));
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const current = Math.min(Math.max(1, page), pages);
  const shown = found.slice((current - 1) * pageSize, current * pageSize);
  const content = html`<h1>Customers of ${partner.name}</h1>
    <p class="muted">Open a customer to act as its administrator: approve, end, buy, or make something go wrong. <a href="/chat">Who the chat speaks as</a> · <a href="#time">Let time pass</a></p>
    ${notice(query)}
    <form method="get" action="/" role="search">
      <label for="q">Search</label>
      <input id="q" type="search" name="q" value="${search}" placeholder="Name, domain or tenant ID" />
      <button>Search</button>
    </form>
    <div class="card scroll">${shown.length > 0 ? table(world, shown) : html`<p>No customer matches “${search}”.</p>`}</div>
    ${pager({ search, current, pages, total: found.length })}
    ${timeCard(world)} ${partnerCard(world)}`;
  return layout({ title: 'Customers', content, refreshSeconds: world.movesUntil ? 1 : undefined });
}

function partnerCard({ behaviour: { indirectReseller } }: World): Html {
  return html`<section class="card">
    <h2>${partner.name}</h2>
    <div class="row spread">
      <span>Partner Center’s API: <strong>${indirectReseller ? 'refuses everything, as to an indirect reseller' : 'answers'}</strong></span>
      ${controlForm({
        control: 'behaviour',
        label: indirectReseller ? 'Become a direct partner' : 'Become an indirect reseller',
        fields: { indirectReseller: String(!indirectReseller) },
        back: '/',
      })}
    </div>
  </section>`;
}

function table(world: World, customers: readonly Customer[]): Html {
  return html`<table class="stacked">
    <thead>
      <tr>
        <th scope="col">Customer</th>
        <th scope="col">GDAP relationship</th>
        <th scope="col">Azure plan</th>
        <th scope="col">Delegated admin (DAP)</th>
      </tr>
    </thead>
    <tbody>
      ${customers.map(
        (customer) => html`<tr>
          <td><a href="/customers/${customer.tenantId}">${customer.name}</a><small>${customer.domain}</small></td>
          <td data-label="GDAP">${relationshipCell(world.relationshipsOf(customer.tenantId))}</td>
          <td data-label="Azure">${badge(azurePlanWords[customer.azurePlan])}</td>
          <td data-label="DAP">${badge(hasDelegatedAdmin(world, customer) ? delegatedAdminWords.yes : delegatedAdminWords.no)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function relationshipCell(relationships: readonly Relationship[]): Html {
  const [first, ...others] = [...relationships].sort((a, b) => rank(a) - rank(b));
  if (!first) return badge({ icon: '–', text: 'None', tone: 'quiet' });
  const more = others.length > 0 ? html`<small>and ${others.length} more</small>` : '';
  return html`${badge(relationshipWords[first.status])}${more}`;
}

function rank({ status }: Relationship): number {
  return mostAliveFirst.indexOf(status);
}

function matches({ name, domain, tenantId }: Customer, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [name, domain, tenantId].some((text) => text.toLowerCase().includes(wanted));
}

function pager({
  search,
  current,
  pages,
  total,
}: {
  search: string;
  current: number;
  pages: number;
  total: number;
}): Html {
  const to = (page: number) => `/?q=${encodeURIComponent(search)}&page=${page}`;
  return html`<nav class="pager row spread" aria-label="Pages">
    <span class="muted">${total.toLocaleString('en-GB')} ${total === 1 ? 'customer' : 'customers'}, page ${current} of ${pages}</span>
    <span class="row">
      ${current > 1 ? html`<a rel="prev" href="${to(current - 1)}">Previous</a>` : ''}
      ${current < pages ? html`<a rel="next" href="${to(current + 1)}">Next</a>` : ''}
    </span>
  </nav>`;
}

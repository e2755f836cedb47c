// A customer's page, as its administrator sees it.
import { html } from 'hono/html';
import type { Customer, Relationship } from '../world/model.js';
import { partner } from '../world/partner.js';
import { isLeaving } from '../world/removals.js';
import type { World } from '../world/world.js';
import { consent } from './consent.js';
import { type Html, layout } from './layout.js';
import { badge, controlForm, isMoving, notice, roleList } from './parts.js';
import { purchases } from './purchases.js';
import { relationshipItem } from './relationship-item.js';
import { timeLine } from './time.js';
import { whatIf } from './what-if.js';
import { azurePlanWords, dateWords, durationWords } from './words.js';

const ended = ['expired', 'terminated'];

/** The page of one customer. */
export function customerPage(
  world: World,
  customer: Customer,
  query: { done?: string | undefined; refused?: string | undefined },
): Html {
  const back = `/customers/${customer.tenantId}`;
  const all = world.relationshipsOf(customer.tenantId).reverse();
  const pending = all.filter(({ status }) => status === 'approvalPending');
  const past = all.filter(({ status }) => ended.includes(status));
  const living = all.filter((one) => !pending.includes(one) && !past.includes(one));
  const content = html`<p class="crumb"><a href="/">Customers</a></p>
    <h1>${customer.name}</h1>
    <p class="muted">${customer.domain} · <code>${customer.tenantId}</code></p>
    <p>On this page, you act as the administrator of ${customer.name}. Further down, you decide what else happens to the tenant.</p>
    ${timeLine(world)}
    ${notice(query)}
    ${section(
      `Requests from ${partner.name}`,
      pending.map((one) => pendingItem(one, back)),
      'No requests are waiting for your approval.',
    )}
    ${section(
      'Partners with access',
      living.map((one) => relationshipItem(one, back)),
      'No partner has access through GDAP.',
    )}
    ${
      past.length > 0
        ? section(
            'Ended',
            past.map((one) => relationshipItem(one, back)),
            '',
          )
        : ''
    }
    ${azurePlan(customer, back)}
    ${purchases(world, customer, back)}
    ${consent(world, customer, back)}
    ${whatIf(world, { customer, relationships: all, back })}`;
  const isChanging = all.some(isMoving) || isLeaving(world, customer);
  return layout({ title: customer.name, content, refreshSeconds: isChanging || world.movesUntil ? 2 : undefined });
}

function section(title: string, items: readonly Html[], nothing: string): Html {
  return html`<section class="card"><h2>${title}</h2>${items.length > 0 ? items : html`<p class="muted">${nothing}</p>`}</section>`;
}

function pendingItem(relationship: Relationship, back: string): Html {
  const { id, displayName, durationDays, createdDateTime } = relationship;
  return html`<div class="item">
    <h3>${displayName}</h3>
    <p class="small muted">Requested on ${dateWords(createdDateTime)}, for ${durationWords(durationDays)}</p>
    ${roleList(relationship)}
    <div class="row">
      ${controlForm({ control: `relationships/${id}/approve`, label: 'Approve', tone: 'primary', about: `Approve ${displayName}`, back })}
      ${controlForm({ control: `relationships/${id}/reject`, label: 'Reject', about: `Reject ${displayName}`, back })}
      <a href="/invitations/${id}">View it as in the admin center</a>
    </div>
  </div>`;
}

function azurePlan({ tenantId, azurePlan: state }: Customer, back: string): Html {
  const control = `customers/${tenantId}/azure-plan`;
  const to = (next: string, label: string) =>
    state === next ? '' : controlForm({ control, label, fields: { state: next }, back });
  return html`<section class="card">
    <h2>Azure plan</h2>
    <div class="row spread">
      ${badge(azurePlanWords[state])}
      <div class="row">
        ${to('active', state === 'none' ? 'Buy an Azure plan' : 'Resume')}
        ${state === 'active' ? to('suspended', 'Suspend') : ''} ${to('none', 'Remove')}
      </div>
    </div>
  </section>`;
}

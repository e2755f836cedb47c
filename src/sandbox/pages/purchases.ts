// A customer's purchases through the partner, and the buttons to change them.
import { html } from 'hono/html';
import { type Subscription, subscriptionsOf } from '../partner-center/subscription-resource.js';
import type { Customer } from '../world/model.js';
import { partner } from '../world/partner.js';
import { isReseller } from '../world/reseller.js';
import { offerName } from '../world/subscriptions.js';
import type { World } from '../world/world.js';
import type { Html } from './layout.js';
import { badge, controlForm } from './parts.js';
import { dateWords, subscriptionWords, yesNoWords } from './words.js';

/** Subscriptions and reserved instances, and whether the customer buys through the partner. */
export function purchases(world: World, customer: Customer, back: string): Html {
  const { tenantId, reservations } = customer;
  const control = `customers/${tenantId}`;
  const all = subscriptionsOf(customer);
  return html`<section class="card">
    <h2>Subscriptions</h2>
    <div class="row spread">
      <span>Customer of ${partner.name}</span>
      ${badge(isReseller(world, customer) ? yesNoWords.yes : yesNoWords.no)}
    </div>
    <div class="item">
      <div class="scroll"><table>
        <thead><tr><th scope="col">Subscription</th><th scope="col">Dates</th><th scope="col">State</th></tr></thead>
        <tbody>${all.map((each) => row(each, world.now()))}</tbody>
      </table></div>
      <div class="row">
        ${controlForm({ control: `${control}/end-subscriptions`, label: 'Suspend everything', fields: { status: 'suspended' }, back })}
        ${controlForm({ control: `${control}/end-subscriptions`, label: 'Cancel everything', fields: { status: 'deleted' }, back })}
        ${controlForm({ control: `${control}/add-subscription`, label: 'Add a subscription', inputs: offerInputs(), back })}
      </div>
    </div>
    <div class="item row spread">
      <span>Azure reserved instances: <strong>${reservations}</strong></span>
      ${reservations > 0 ? controlForm({ control: `${control}/cancel-reservation`, label: 'Cancel one', about: 'Cancel one reserved instance', back }) : ''}
    </div>
  </section>`;
}

function row(subscription: Subscription, now: string): Html {
  const { offerName, quantity, status, termEndsAt, cancellableUntil } = subscription;
  const term = termEndsAt === null ? 'No term' : `Until ${dateWords(termEndsAt)}`;
  const isOpen = cancellableUntil !== null && cancellableUntil > now;
  const window = isOpen ? html`<small>Can be canceled until ${dateWords(cancellableUntil)}</small>` : '';
  return html`<tr>
    <td>${offerName}<small>${quantity} ${paymentWords(subscription)}</small></td>
    <td class="small">${term}${window}</td>
    <td>${badge(subscriptionWords[status])}</td>
  </tr>`;
}

function paymentWords({ isAzurePlan, isTrial }: Subscription): string {
  if (isAzurePlan) return 'paid by use';
  return isTrial ? 'on trial' : 'paid';
}

function offerInputs(): Html {
  const options = offerName.options.map((name) => html`<option>${name}</option>`);
  return html`<select name="offerName" aria-label="Offer">${options}</select>
    <input type="number" name="quantity" min="1" max="1000" value="10" aria-label="Quantity" />`;
}

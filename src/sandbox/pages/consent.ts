// The consent of the partner's application, on a customer's page.
import { html } from 'hono/html';
import { hasConsent, isConsentListed } from '../world/consent.js';
import type { Customer } from '../world/model.js';
import type { World } from '../world/world.js';
import type { Html } from './layout.js';
import { badge, controlForm } from './parts.js';
import { yesNoWords } from './words.js';

/** Enterprise applications: the partner's own is the only one. */
export function consent(world: World, customer: Customer, back: string): Html {
  const isGiven = isConsentListed(customer);
  return html`<section class="card">
    <h2>Enterprise applications</h2>
    <div class="row spread">
      <span>Gatehouse, with consent to read the directory</span>
      <div class="row">
        ${badge(hasConsent(world, customer) ? yesNoWords.yes : yesNoWords.no)}
        ${controlForm({
          control: `customers/${customer.tenantId}/consent`,
          label: isGiven ? 'Withdraw the consent' : 'Give the consent',
          fields: { isOn: String(!isGiven) },
          back,
        })}
      </div>
    </div>
  </section>`;
}

// Switches for how Microsoft's removals go at a customer.
import { html } from 'hono/html';
import type { Customer, Removal } from '../world/model.js';
import { type Removing, removing } from '../world/removals.js';
import type { World } from '../world/world.js';
import type { Html } from './layout.js';
import { controlForm } from './parts.js';

const removals: Readonly<Record<Removal, string>> = {
  assignments: 'To remove access assignments',
  consent: 'To withdraw the consent',
  relationship: 'To terminate a GDAP relationship',
  delegatedAdmin: 'To remove delegated admin (DAP)',
  reseller: 'To end the reseller relationship',
};

const outcomes: Readonly<Record<Removing, string>> = {
  works: 'works',
  refused: 'is refused',
  neverShows: 'never comes to an end',
};

/** One switch for each kind of removal. */
export function removalFate(world: World, { tenantId }: Customer, back: string): Html {
  const rows = Object.entries(removals).map(([of, words]) => {
    const now = removing(world, tenantId, of as Removal);
    const options = Object.entries(outcomes).map(
      ([how, text]) => html`<option value="${how}" ${how === now ? html`selected` : ''}>${text}</option>`,
    );
    const inputs = html`<select name="how" aria-label="${words}">${options}</select>`;
    const control = `customers/${tenantId}/removing`;
    return html`<span>${words}</span> ${controlForm({ control, label: 'Set', about: `${words}: set`, fields: { of }, back, inputs })}`;
  });
  return html`<div class="item what-if">${rows}</div>`;
}

// What can go wrong for a customer, as buttons.
import { html } from 'hono/html';
import { hasDelegatedAdmin } from '../world/delegated-admin.js';
import type { Assignment, Customer, Relationship } from '../world/model.js';
import { groupName } from '../world/partner.js';
import { roleName } from '../world/roles.js';
import type { World } from '../world/world.js';
import type { Html } from './layout.js';
import { deed } from './parts.js';
import { removalFate } from './removal-fate.js';

/** The part of a customer's page with these buttons. */
export function whatIf(
  world: World,
  { customer, relationships, back }: { customer: Customer; relationships: readonly Relationship[]; back: string },
): Html {
  return html`<section class="card">
    <h2>What if…</h2>
    <p class="muted small">Things that sometimes happen to real tenants.</p>
    ${relationships.map((relationship) => relationshipFate(relationship, back))}
    <div class="item what-if">${reservations(customer, back)}${delegatedAdmin(world, customer, back)}</div>
    ${removalFate(world, customer, back)}
  </section>`;
}

function relationshipFate(relationship: Relationship, back: string): Html {
  const { id, displayName, status, assignments } = relationship;
  const expire = html`<span>It reaches its end date</span>
    ${deed({ control: `relationships/${id}/expire`, label: 'Let it expire', about: `Let ${displayName} expire`, back })}`;
  return html`<div class="item">
    <h3>${displayName}</h3>
    <div class="what-if">
      ${status === 'active' ? expire : ''} ${status === 'active' ? dropRole(relationship, back) : ''}
      ${assignments.filter(isLiving).map((assignment) => assignmentFate(assignment, back))}
      <span>Microsoft removes it permanently</span>
      ${deed({ control: `relationships/${id}/clean-up`, label: 'Remove it', tone: 'danger', about: `Remove ${displayName}`, back })}
    </div>
  </div>`;
}

function dropRole({ id, roles }: Relationship, back: string): Html {
  const byName = [...roles].sort((a, b) => roleName(a).localeCompare(roleName(b)));
  const options = byName.map((role) => html`<option value="${role}">${roleName(role)}</option>`);
  const inputs = html`<select name="role" aria-label="Role">${options}</select>`;
  return html`<span>It loses a role</span>
    ${deed({ control: `relationships/${id}/drop-role`, label: 'Drop the role', back, inputs })}`;
}

function assignmentFate({ id, groupId, status }: Assignment, back: string): Html {
  const group = groupName(groupId) ?? groupId;
  const fail = deed({ control: `assignments/${id}/fail`, label: 'Fail', about: `Fail the access of ${group}`, back });
  return html`<span>The access of ${group}</span>
    <span class="row">
      ${status === 'error' ? '' : fail}
      ${deed({ control: `assignments/${id}/remove`, label: 'Remove', about: `Remove the access of ${group}`, back })}
    </span>`;
}

function isLiving({ status }: Assignment): boolean {
  return status !== 'deleted' && status !== 'deleting';
}

function reservations({ tenantId, reservations: count }: Customer, back: string): Html {
  const inputs = html`<input type="number" name="count" min="0" max="1000" value="${count}" aria-label="Reserved instances" />`;
  return html`<span>Azure reserved instances</span>
    ${deed({ control: `customers/${tenantId}/reservations`, label: 'Set', about: 'Set reserved instances', back, inputs })}`;
}

function delegatedAdmin(world: World, customer: Customer, back: string): Html {
  const isOn = hasDelegatedAdmin(world, customer);
  return html`<span>Delegated admin (DAP), the older access: <strong>${isOn ? 'yes' : 'no'}</strong></span>
    ${deed({
      control: `customers/${customer.tenantId}/delegated-admin`,
      label: isOn ? 'Take it away' : 'Grant it',
      about: isOn ? 'Take delegated admin away' : 'Grant delegated admin',
      fields: { isOn: String(!isOn) },
      back,
    })}`;
}

// What can go wrong for a customer, as buttons.
import { html } from 'hono/html';
import { hasDelegatedAdmin } from '../world/delegated-admin.js';
import type { Assignment, Customer, Relationship } from '../world/model.js';
import { groupName } from '../world/partner.js';
import { roleName } from '../world/roles.js';
import type { World } from '../world/world.js';
import type { Html } from './layout.js';
import { controlForm } from './parts.js';
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
    <div class="item what-if">
      ${reservations(customer, back)}${delegatedAdmin(world, customer, back)}${operations(customer, back)}
    </div>
    ${removalFate(world, customer, back)}
  </section>`;
}

function relationshipFate(relationship: Relationship, back: string): Html {
  const { id, displayName, status, assignments } = relationship;
  const isActive = status === 'active';
  const expire = html`<span>It reaches its end date</span>
    ${controlForm({ control: `relationships/${id}/expire`, label: 'Let it expire', about: `Let ${displayName} expire`, back })}`;
  return html`<div class="item">
    <h3>${displayName}</h3>
    <div class="what-if">
      ${isActive ? [expire, autoExtend(relationship, back), dropRole(relationship, back)] : ''}
      ${assignments.filter(isLiving).map((assignment) => assignmentFate(assignment, back))}
      <span>Microsoft removes it permanently</span>
      ${controlForm({ control: `relationships/${id}/clean-up`, label: 'Remove it', tone: 'danger', about: `Remove ${displayName}`, back })}
    </div>
  </div>`;
}

function autoExtend({ id, displayName, autoExtendDuration }: Relationship, back: string): Html {
  const isOn = autoExtendDuration === 'P180D';
  return html`<span>You or a partner’s admin switch automatic extension: <strong>${isOn ? 'on' : 'off'}</strong></span>
    ${controlForm({
      control: `relationships/${id}/auto-extend`,
      label: isOn ? 'Switch it off' : 'Switch it on',
      about: `Switch automatic extension of ${displayName} ${isOn ? 'off' : 'on'}`,
      fields: { duration: isOn ? 'PT0S' : 'P180D' },
      back,
    })}`;
}

function dropRole({ id, roles }: Relationship, back: string): Html {
  return html`<span>It loses a role</span>
    ${controlForm({ control: `relationships/${id}/drop-role`, label: 'Drop the role', back, inputs: roleChoice(roles) })}`;
}

function roleChoice(roles: readonly string[]): Html {
  const byName = [...roles].sort((a, b) => roleName(a).localeCompare(roleName(b)));
  const options = byName.map((role) => html`<option value="${role}">${roleName(role)}</option>`);
  return html`<select name="role" aria-label="Role">${options}</select>`;
}

function assignmentFate({ id, groupId, status, roles }: Assignment, back: string): Html {
  const group = groupName(groupId) ?? groupId;
  const fail = controlForm({
    control: `assignments/${id}/fail`,
    label: 'Fail',
    about: `Fail the access of ${group}`,
    back,
  });
  const lose = controlForm({
    control: `assignments/${id}/drop-role`,
    label: 'Take the role away',
    about: `Take a role of ${group} away`,
    inputs: roleChoice(roles),
    back,
  });
  return html`<span>The access of ${group}, which a partner’s admin can change too</span>
    <span class="row">
      ${status === 'active' && roles.length > 1 ? lose : ''}
      ${status === 'error' ? '' : fail}
      ${controlForm({ control: `assignments/${id}/remove`, label: 'Remove', about: `Remove the access of ${group}`, back })}
    </span>`;
}

function isLiving({ status }: Assignment): boolean {
  return status !== 'deleted' && status !== 'deleting';
}

function reservations({ tenantId, reservations: count }: Customer, back: string): Html {
  const inputs = html`<input type="number" name="count" min="0" max="1000" value="${count}" aria-label="Reserved instances" />`;
  return html`<span>Azure reserved instances</span>
    ${controlForm({ control: `customers/${tenantId}/reservations`, label: 'Set', about: 'Set reserved instances', back, inputs })}`;
}

function delegatedAdmin(world: World, customer: Customer, back: string): Html {
  const isOn = hasDelegatedAdmin(world, customer);
  return html`<span>Delegated admin (DAP), the older access: <strong>${isOn ? 'yes' : 'no'}</strong></span>
    ${controlForm({
      control: `customers/${customer.tenantId}/delegated-admin`,
      label: isOn ? 'Take it away' : 'Grant it',
      about: isOn ? 'Take delegated admin away' : 'Grant delegated admin',
      fields: { isOn: String(!isOn) },
      back,
    })}`;
}

function operations({ tenantId, quirks }: Customer, back: string): Html {
  const fail = quirks.some(({ kind }) => kind === 'operationFails');
  return html`<span>Removing Global Administrator, and other changes of roles: <strong>${fail ? 'fail' : 'work'}</strong></span>
    ${controlForm({
      control: `customers/${tenantId}/operations-fail`,
      label: fail ? 'Let them work' : 'Let them fail',
      about: `Let changes of roles ${fail ? 'work' : 'fail'}`,
      fields: { isOn: String(!fail) },
      back,
    })}`;
}

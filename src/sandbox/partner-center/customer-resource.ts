// A customer in Partner Center's JSON, in the list and alone.
import { hasDelegatedAdmin } from '../world/delegated-admin.js';
import type { Customer } from '../world/model.js';
import { roleId } from '../world/roles.js';
import type { World } from '../world/world.js';
import { link } from './answers.js';

const profileRoles = ['Global Administrator', 'Directory Writers', 'Global Reader'].map(roleId);

/** A customer in the list, which says nothing about delegated admin. */
export function customerInList({ tenantId, name, domain, relationshipToPartner }: Customer) {
  return {
    id: tenantId,
    companyProfile: {
      tenantId,
      domain,
      companyName: name,
      links: { self: link(`/customers/${tenantId}/profiles/company`) },
      attributes: { objectType: 'CustomerCompanyProfile' },
    },
    relationshipToPartner,
    links: { self: link(`/customers/${tenantId}`) },
    attributes: { objectType: 'Customer' },
  };
}

/** A customer alone. Address, e-mail and domains show only with delegated admin or one of three GDAP roles. */
export function customerInFull(world: World, customer: Customer) {
  const { tenantId, name, domain, culture } = customer;
  const listed = customerInList(customer);
  const isProfileVisible = hasDelegatedAdmin(world, customer) || hasProfileRole(world, customer);
  const country = { country: 'US', city: 'Redmond', addressLine1: '1 Sandbox Way', postalCode: '98052' };
  return {
    ...listed,
    commerceId: tenantId.replace(/^1/, '4'),
    companyProfile: {
      ...listed.companyProfile,
      ...(isProfileVisible && { address: country, email: `admin@${domain}` }),
    },
    billingProfile: {
      id: tenantId.replace(/^1/, '5'),
      culture,
      language: culture.split('-')[0],
      companyName: name,
      attributes: { etag: '-1', objectType: 'CustomerBillingProfile' },
    },
    allowDelegatedAccess: hasDelegatedAdmin(world, customer),
    ...(isProfileVisible && { customDomains: [domain] }),
  };
}

function hasProfileRole(world: World, { tenantId }: Customer): boolean {
  return world
    .relationshipsOf(tenantId)
    .some(({ status, roles }) => status === 'active' && roles.some((role) => profileRoles.includes(role)));
}

// PATCH of a customer, which removes delegated admin or the reseller relationship, and nothing else.
import type { Context } from 'hono';
import { z } from 'zod';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { removeDelegatedAdmin } from '../world/delegated-admin.js';
import type { Customer } from '../world/model.js';
import { removing } from '../world/removals.js';
import { endReseller } from '../world/reseller.js';
import type { World } from '../world/world.js';
import { forbidden, invalidProperty } from './answers.js';
import { subscriptionsOf } from './subscription-resource.js';

const lowerCased = z
  .record(z.string(), z.unknown())
  .transform((body) => Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value])));

/** `attributes` is what Microsoft's page sends, `attribute` what Microsoft's bulk tool sends; neither is read. */
const ignored = { attributes: z.unknown().optional(), attribute: z.unknown().optional() };

const customerPatch = lowerCased.pipe(
  z.union([
    z.strictObject({ allowdelegatedaccess: z.literal(false), ...ignored }),
    z.strictObject({ relationshiptopartner: z.literal('none'), ...ignored }),
  ]),
);

/**
 * The body of the answer, which a client must not need: the same for both removals, as the length in Microsoft's sample of
 * one (242) is that of the published body of the other.
 */
const emptyCustomer = {
  Id: null,
  CommerceId: null,
  CompanyProfile: null,
  BillingProfile: null,
  RelationshipToPartner: 'none',
  AllowDelegatedAccess: null,
  UserCredentials: null,
  CustomDomains: null,
  AssociatedPartnerId: null,
  Attributes: { ObjectType: 'Customer' },
};

/** Answers the PATCH. Removing what's already removed is a success too. */
export async function answerPatch(world: World, c: Context<WireEnv>, customer: Customer): Promise<Response> {
  const patch = await readJson(c, customerPatch, () =>
    invalidProperty('Only AllowDelegatedAccess=false or RelationshipToPartner=none can be set.'),
  );
  if ('allowdelegatedaccess' in patch) dropDelegatedAdmin(world, customer);
  else dropReseller(world, customer);
  return c.json(emptyCustomer);
}

function dropDelegatedAdmin(world: World, customer: Customer): void {
  if (removing(world, customer.tenantId, 'delegatedAdmin') === 'refused') {
    throw forbidden('Access denied: delegated admin of this customer cannot be removed.');
  }
  removeDelegatedAdmin(world, customer);
}

// Obstacles are checked before the end is requested, and not again while it's under way.
function dropReseller(world: World, customer: Customer): void {
  if (customer.resellerEndsAt === null) {
    if (removing(world, customer.tenantId, 'reseller') === 'refused') {
      throw invalidProperty('The relationship with this customer cannot be removed.');
    }
    if (customer.reservations > 0) throw invalidProperty('Cancel the open reserved instance orders first.');
    if (subscriptionsOf(customer).some(({ status }) => status === 'active')) {
      throw invalidProperty('Suspend the active subscriptions first.');
    }
  }
  endReseller(world, customer);
}

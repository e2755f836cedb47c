// What do Partner Center's answers look like, and what do we take from them?

import { z } from 'zod';
import { guidPattern } from '../../domain/guid.js';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** A customer in the list. One without a tenant id, such as a half-made one, reads as `undefined`. */
export const listedCustomerShape = z
  .object({
    id: text,
    companyProfile: z.object({ tenantId: text, companyName: text, domain: text }).nullish(),
  })
  .transform(({ id, companyProfile }) => {
    const tenantId = (companyProfile?.tenantId || id).toLowerCase();
    if (!guidPattern.test(tenantId)) return undefined;
    const domain = companyProfile?.domain ?? '';
    return { tenantId, displayName: companyProfile?.companyName || domain || tenantId, domain };
  });

/** What a listed customer reads as. */
export type CustomerItem = Exclude<z.infer<typeof listedCustomerShape>, undefined>;

/**
 * A customer by its id: whether delegated admin is granted. An answer that does not say proves nothing.
 */
export const delegatedAdminShape = z.object({ allowDelegatedAccess: z.boolean() });

/**
 * A customer by its id: what it is to us. An answer that does not say it all proves nothing, nor does one that says that
 * Microsoft does not know it (`unknown`).
 * @see https://learn.microsoft.com/partner-center/developer/customer-resources (checked 2026-11-22)
 */
export const standingShape = delegatedAdminShape
  .extend({ relationshipToPartner: z.string().regex(/^(?!unknown$)./i) })
  .transform(({ relationshipToPartner, allowDelegatedAccess }) => ({
    isReseller: relationshipToPartner.toLowerCase() === 'reseller',
    delegatedAdmin: allowDelegatedAccess,
  }));

/** An entitlement, as far as it may be a reserved instance. What is not said to be over counts as open. */
export const entitlementShape = z
  .object({
    productId: text,
    entitlementType: text,
    quantity: z.number().nullish(),
    quantityDetails: z.array(z.object({ status: text })).nullish(),
    dynamicAttributes: z.object({ reservationType: text }).nullish(),
    expiryDate: text,
  })
  .transform((json) => {
    const statuses = (json.quantityDetails ?? []).map(({ status }) => status.toLowerCase());
    const expiry = Date.parse(json.expiryDate);
    return {
      productId: json.productId,
      kind: json.dynamicAttributes?.reservationType ?? '',
      quantity: json.quantity ?? 1,
      isReservation: json.entitlementType === '' || /reserved/i.test(json.entitlementType),
      isCancelled: statuses.length > 0 && statuses.every((status) => /^(cancell?ed|expired|deleted)$/.test(status)),
      expiresAt: Number.isNaN(expiry) ? undefined : new Date(expiry).toISOString(),
    };
  });

const link = z.object({ headers: z.array(z.object({ key: z.string(), value: text })).nullish() });

/** One page of anything. The token for the next page stands in the body, in a link's headers, or in both. */
export const collectionShape = z
  .object({
    items: z.array(z.unknown()),
    continuationToken: text,
    links: z.object({ next: link.nullish() }).nullish(),
  })
  .transform(({ items, continuationToken, links }) => {
    const header = links?.next?.headers?.find(({ key }) => key.toLowerCase() === 'ms-continuationtoken');
    return { items, continuationToken: continuationToken || (header?.value ?? '') };
  });

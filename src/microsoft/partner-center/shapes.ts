// Shapes of Partner Center's answers, and what's taken from them.

import { z } from 'zod';
import { guidPattern } from '../../domain/guid.js';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** A customer of the list. One without a tenant id, such as one that's still being created, reads as `undefined`. */
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

/** A listed customer, as read. */
export type CustomerItem = Exclude<z.infer<typeof listedCustomerShape>, undefined>;

/**
 * A customer by its id: whether delegated admin is granted. An answer that doesn't say proves nothing.
 */
export const delegatedAdminShape = z.object({ allowDelegatedAccess: z.boolean() });

/** A customer by its id: the language of its billing profile, else that of its culture. */
export const billingLanguageShape = z
  .object({ billingProfile: z.object({ language: text, culture: text }).nullish() })
  .transform(({ billingProfile }) => billingProfile?.language || billingProfile?.culture || undefined);

/**
 * A customer by its id: its relationships with the partner. An answer that lacks one proves nothing, nor does `unknown`,
 * with which Microsoft says that it doesn't know.
 * @see https://learn.microsoft.com/partner-center/developer/customer-resources (checked 2026-11-22)
 */
export const standingShape = delegatedAdminShape
  .extend({ relationshipToPartner: z.string().regex(/^(?!unknown$)./i) })
  .transform(({ relationshipToPartner, allowDelegatedAccess }) => ({
    isReseller: relationshipToPartner.toLowerCase() === 'reseller',
    delegatedAdmin: allowDelegatedAccess,
  }));

/** An entitlement that may be a reserved instance. Unless it says that it's over, it counts as open. */
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

/** One page of any list. The token of the next page is in the body, in a link's headers, or in both. */
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

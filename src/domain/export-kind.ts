// What can be taken out as a file: which rows it has.

/**
 * What a file has a row for:
 * - `tenants`: each tenant in the list.
 * - `relationships`: the relationship that a tenant's onboarding relies on or waits for.
 * - `assignments`: each security group that has roles in a tenant.
 * - `leftovers`: each tenant that isn't managed and to which access is left.
 * - `notices`: each tenant whose access ends and can be kept, with the notice to its customer.
 * - `history`: each line of the audit log about a tenant.
 */
export const exportKinds = ['tenants', 'relationships', 'assignments', 'leftovers', 'notices', 'history'] as const;

/** One of them. */
export type ExportKind = (typeof exportKinds)[number];

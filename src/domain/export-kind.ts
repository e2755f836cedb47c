// What can be taken out as a file: which rows it has.

/**
 * What a file has a row for:
 * - `tenants`: each tenant in the list.
 * - `relationships`: the relationship that a tenant's onboarding relies on or waits for.
 * - `assignments`: each security group that has roles in a tenant.
 * - `leftovers`: each tenant that isn't managed and to which access is left.
 * - `history`: each line of the audit log about a tenant.
 */
export const exportKinds = ['tenants', 'relationships', 'assignments', 'leftovers', 'history'] as const;

/** One of them. */
export type ExportKind = (typeof exportKinds)[number];

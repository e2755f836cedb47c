// Names of our relationships, by which they're recognised after a crash or after a Disable that forgot the tenant.

const prefix = 'Gatehouse';
const lastNumber = 999;

/**
 * The name of our n-th relationship with a tenant. The tenant id makes it unique among the partner's, the number among this
 * tenant's, since an ended relationship keeps its name for a year. Only letters, digits and hyphens, 50 characters at most,
 * because the set that Microsoft allows isn't published.
 */
export function relationshipName(tenantId: string, number: number): string {
  return `${prefix}-${tenantId}-${number}`;
}

/** The number in one of our own names for this tenant; `undefined` for any other name. */
export function numberInName(tenantId: string, displayName: string): number | undefined {
  const start = `${prefix}-${tenantId}-`.toLowerCase();
  const name = displayName.toLowerCase();
  if (!name.startsWith(start)) return undefined;
  const digits = name.slice(start.length);
  return /^[1-9]\d{0,2}$/.test(digits) ? Number(digits) : undefined;
}

/** The first name that none of the tenant's relationships has used, ended ones included. */
export function nextRelationshipName(tenantId: string, usedNames: readonly string[]): string {
  const numbers = usedNames.map((name) => numberInName(tenantId, name) ?? 0);
  return relationshipName(tenantId, Math.min(Math.max(0, ...numbers) + 1, lastNumber));
}

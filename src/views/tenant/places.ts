// The tenants in the places of a list, as buttons carry them.
const idBytes = 16;

/** Tenant ids as a text short enough for every row of a list. */
export function placesText(tenantIds: readonly string[]): string {
  return Buffer.from(tenantIds.join('').replaceAll('-', ''), 'hex').toString('base64url');
}

/** The tenant ids in such a text; `undefined`: it isn't one. */
export function placesFrom(text: string): readonly string[] | undefined {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  if (hex.length % (idBytes * 2) !== 0) return undefined;
  const ids = hex.match(/.{32}/g) ?? [];
  return ids.map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

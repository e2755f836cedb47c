// Where a list is, and the tenants in its places: inputs of its card, whose values are sent along with every button.
import type { ListQuery } from '../../domain/tenant/list.js';
import { statuses } from '../../domain/tenant/status.js';

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

/** A filter and a page as a text, so that the rows needn't say them twice each. */
export function positionText({ status, page }: Pick<ListQuery, 'status' | 'page'>): string {
  return `${page} ${status ?? ''}`;
}

/** The filter and the page in such a text; what makes no sense is left out. */
export function positionFrom(text: string): Partial<Pick<ListQuery, 'status' | 'page'>> {
  const [number = '', word] = text.split(' ');
  const status = statuses.find((each) => each === word);
  return { ...(/^[1-9]\d{0,5}$/.test(number) && { page: Number(number) }), ...(status && { status }) };
}

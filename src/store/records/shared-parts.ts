// Saves memory: a hundred thousand tenants hold the same roles, groups, people and dates over and over.
import type { Status } from '../../domain/tenant/status.js';
import type { Tenant } from '../../domain/tenant/tenant.js';

/** Has tenants share what is the same in them. Those of one status look alike, so each is compared with the last of its own. */
export class SharedParts {
  readonly #last = new Map<Status, Tenant>();

  /** An equal tenant, whose parts are the last one's where they're equal. Changes the tenant: for one that is in no other hands. */
  of(tenant: Tenant): Tenant {
    const shared = sharing(tenant, this.#last.get(tenant.status));
    this.#last.set(tenant.status, shared);
    return shared;
  }
}

/** A copy down to the last part. */
export function copyOf<T>(value: T): T {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy: Record<string, unknown> = { ...value };
  for (const key of Object.keys(copy)) copy[key] = copyOf(copy[key]);
  return copy as T;
}

function sharing<T>(value: T, other: unknown): T {
  // Equal texts too, which may be two in memory.
  if (value === other) return other as T;
  if (!isObject(value) || !isObject(other) || Array.isArray(value) !== Array.isArray(other)) return value;
  const parts: Record<string, unknown> = value;
  const keys = Object.keys(parts);
  let isSame = keys.length === Object.keys(other).length;
  for (const key of keys) {
    if (Object.hasOwn(other, key)) parts[key] = sharing(parts[key], other[key]);
    isSame &&= Object.hasOwn(other, key) && parts[key] === other[key];
  }
  return isSame ? (other as T) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

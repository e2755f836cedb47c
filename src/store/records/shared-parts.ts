// Saves memory: a hundred thousand tenants hold the same roles, groups, people and dates over and over.
import type { Status } from '../../domain/tenant/status.js';
import type { Tenant } from '../../domain/tenant/tenant.js';

/** Has tenants share what is the same in them. Those of one status look alike, so each is compared with the last of its own. */
export class SharedParts {
  readonly #last = new Map<Status, Tenant>();

  /** An equal tenant, whose parts are the last one's where they're equal. Changes the tenant: for one that is in no other hands. */
  of(tenant: Tenant): Tenant {
    const shared = sharing(tenant, this.#last.get(tenant.status), new Map());
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

// A tenant has its relationship's id, and some dates, in several places. Reading it makes a text of each.
const shortestKept = 16;

/** `texts`: the long ones in the tenant so far, by themselves. */
function sharing<T>(value: T, other: unknown, texts: Map<unknown, unknown>): T {
  // Equal texts too, which may be two in memory.
  if (value === other) return other as T;
  if (typeof value === 'string') return value.length < shortestKept ? value : (onceIn(texts, value) as T);
  if (!isObject(value)) return value;
  const like = isObject(other) && Array.isArray(value) === Array.isArray(other) ? other : {};
  const parts: Record<string, unknown> = value;
  const keys = Object.keys(parts);
  let isSame = like === other && keys.length === Object.keys(like).length;
  for (const key of keys) {
    const isIn = Object.hasOwn(like, key);
    parts[key] = sharing(parts[key], isIn ? like[key] : undefined, texts);
    isSame &&= isIn && parts[key] === like[key];
  }
  return isSame ? (other as T) : value;
}

function onceIn(texts: Map<unknown, unknown>, text: string): unknown {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

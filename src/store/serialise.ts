// How is the whole state written as JSON, when only one tenant of ten thousand has changed?
import type { Tenant } from '../domain/tenant.js';
import type { State } from './state.js';

/** Writes states. Tenants are never changed, only replaced, so the text of one that is still there is still right. */
export function serialiser(): (state: State) => string {
  const texts = new WeakMap<Tenant, string>();
  const textOf = (tenant: Tenant) => {
    const known = texts.get(tenant);
    if (known !== undefined) return known;
    const text = `${JSON.stringify(tenant.tenantId)}:${JSON.stringify(tenant)}`;
    texts.set(tenant, text);
    return text;
  };
  return ({ tenants, ...rest }) => {
    const others = JSON.stringify(rest);
    return `${others.slice(0, -1)},"tenants":{${Object.values(tenants).map(textOf).join(',\n')}}}\n`;
  };
}

// Customers that are on no list yet: found by a domain or a tenant id, and added once a person has said so.
import { domainToASCII } from 'node:url';
import type { Customer } from '../../domain/customer.js';
import { guidPattern } from '../../domain/guid.js';
import type { Person } from '../../domain/person.js';
import { newTenant, type Tenant } from '../../domain/tenant/tenant.js';
import type { Dependencies } from '../dependencies.js';
import { Recording } from '../recording/recording.js';

/** Whom a domain or a tenant id leads to. */
export type Sought =
  /** It's a tenant of ours already. */
  | { readonly is: 'known'; readonly tenant: Tenant }
  /** It can be added. Without `isNamed` Microsoft doesn't say what it's called, and it goes by what was typed. */
  | { readonly is: 'stranger'; readonly tenantId: string; readonly customer: Customer; readonly isNamed: boolean }
  /** What was typed is neither a domain nor a tenant id. */
  | { readonly is: 'notADomain' }
  /** There's no such tenant. */
  | { readonly is: 'notFound' }
  | { readonly is: 'ourselves' }
  | { readonly is: 'inAnotherCloud' };

const domainPattern = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Finds such customers at Microsoft, and adds them. */
export class AddedCustomers {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /**
   * Whom a person means. Nothing is added.
   * @throws MicrosoftError
   */
  async find(typed: string): Promise<Sought> {
    const { microsoft, store } = this.#deps;
    const asked = domainOrIdIn(typed);
    if (asked === undefined) return { is: 'notADomain' };
    const isId = guidPattern.test(asked);
    // What is known needs no answer of Microsoft's.
    const known = isId ? this.#known(asked) : undefined;
    if (known) return { is: 'known', tenant: known };
    const found = await microsoft.tenants.find(asked);
    if (!found) return { is: 'notFound' };
    if (found.is !== 'another') return { is: found.is };
    const { tenantId, names } = found;
    const tenant = this.#known(tenantId);
    if (tenant) return { is: 'known', tenant };
    const before = store.tenant(tenantId)?.customer;
    const customer = names ?? before ?? { displayName: asked, domain: isId ? '' : asked };
    return { is: 'stranger', tenantId, customer, isNamed: (names ?? before) !== undefined };
  }

  /**
   * Makes a tenant of whom was found. One that has become a tenant meanwhile is as it was.
   * @throws Outdated, and StoreError
   */
  add({ tenantId, customer }: Extract<Sought, { readonly is: 'stranger' }>, by: Person): Promise<Tenant> {
    const { locks, store, clock, log } = this.#deps;
    return locks.run(tenantId, async () => {
      const known = this.#known(tenantId);
      if (known) return known;
      const before = store.tenant(tenantId) ?? newTenant(tenantId, customer, clock.now());
      const recording = new Recording(before, this.#deps);
      recording.add([{ type: 'customerAdded', by, customer }]);
      await recording.save();
      log.info('command', { tenantId, do: 'addCustomer', by: by.id });
      return recording.tenant;
    });
  }

  // A former customer is on no list.
  #known(tenantId: string): Tenant | undefined {
    const tenant = this.#deps.store.tenant(tenantId);
    return tenant?.formerCustomer ? undefined : tenant;
  }
}

/** The domain or the id in what was typed, which may also be an address of either's: of a mailbox, of a page. In lower case. */
function domainOrIdIn(typed: string): string | undefined {
  const [, linked = typed] = /^\[([^\]]+)\]\([^)]*\)$/.exec(typed.trim()) ?? [];
  const host = linked
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/\.$/, '');
  const asked = guidPattern.test(host.toLowerCase()) ? host.toLowerCase() : domainToASCII(host);
  return guidPattern.test(asked) || domainPattern.test(asked) ? asked : undefined;
}

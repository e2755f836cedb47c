// Who a tenant is that may be no customer: its id and cloud by Entra, its name by Graph.
import type { FoundTenant, Tenants } from '../operations/ports/microsoft.js';
import type { Clock } from '../runtime/clock.js';
import { namesOfTenant } from './graph/tenant-information.js';
import type { HttpClient } from './http/http-client.js';
import { discoverTenant } from './sign-in/tenant-discovery.js';

/** The directory of all tenants. Neither list of customers is asked. */
export class AnyTenants implements Tenants {
  readonly #graph: HttpClient;
  readonly #clock: Clock;
  readonly #own: { readonly tenantId: string; readonly loginUrl: string };

  /** `own`: the partner's tenant, and where Entra is. */
  constructor(graph: HttpClient, clock: Clock, own: { readonly tenantId: string; readonly loginUrl: string }) {
    this.#graph = graph;
    this.#clock = clock;
    this.#own = own;
  }

  async find(idOrDomain: string): Promise<FoundTenant | undefined> {
    const { tenantId: ownId, loginUrl } = this.#own;
    const [found, own] = await Promise.all(
      [idOrDomain, ownId].map((each) => discoverTenant(each, loginUrl, this.#clock)),
    );
    if (!found) return undefined;
    const { tenantId } = found;
    const isOwn = tenantId === own?.tenantId;
    if (isOwn || (own && own.cloud !== found.cloud)) return { tenantId, is: isOwn ? 'ourselves' : 'inAnotherCloud' };
    return { tenantId, is: 'another', names: await namesOfTenant(this.#graph, tenantId) };
  }
}

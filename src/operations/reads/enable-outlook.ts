// What Enable would come to, for the question before it.

import { MicrosoftError } from '../../domain/errors.js';
import { type Foreseen, foreseeEnable } from '../../domain/onboarding/foresee.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Dependencies } from '../dependencies.js';
import { templateOf } from '../ports/templates.js';

type OutlookDeps = Pick<Dependencies, 'store' | 'microsoft' | 'templates' | 'log'>;

/** Answers from memory where the last reading says that nothing can fit, else by one call. */
export class EnableOutlook {
  readonly #deps: OutlookDeps;

  constructor(deps: OutlookDeps) {
    this.#deps = deps;
  }

  /** What Enable would come to; `undefined`: that can't be read now. Never fails. */
  async of(tenantId: string): Promise<Foreseen | undefined> {
    const { store, microsoft, log } = this.#deps;
    const tenant = store.tenant(tenantId);
    if (!tenant || this.#isNothingThere(tenant)) return { is: 'request' };
    try {
      return foreseeEnable(tenant, await microsoft.relationships.listFor(tenantId), templateOf(this.#deps, tenant));
    } catch (error) {
      if (!(error instanceof MicrosoftError)) throw error;
      log.warn('enableOutlookNotRead', { tenantId, error });
      return undefined;
    }
  }

  // What fits is adopted at the first reading of a tenant that's being onboarded. Of the others reconciling knows what is left,
  // unless they have been disabled since.
  #isNothingThere({ onboarding, leftoverAccess, since }: Tenant): boolean {
    if (onboarding) return true;
    const { endedAt } = this.#deps.store.progress('reconcile') ?? {};
    return leftoverAccess === 'none' && endedAt !== undefined && endedAt >= since;
  }
}

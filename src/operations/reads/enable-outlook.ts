// What Enable would come to, for the question before it.

import type { AccessTemplate } from '../../domain/access/access-template.js';
import { subjectAfter, type TemplateWish } from '../../domain/access/access-templates.js';
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

  /** What Enable would come to, asked for so; `undefined`: that can't be read now. Never fails. */
  async of(tenantId: string, wish: TemplateWish = {}): Promise<Foreseen | undefined> {
    const { store, microsoft, log } = this.#deps;
    const tenant = store.tenant(tenantId);
    if (!tenant) return { is: 'request' };
    const template = templateOf(this.#deps, subjectAfter(tenant, wish));
    if (this.#isNothingThere(tenant, template)) return { is: 'request' };
    try {
      return foreseeEnable(tenant, await microsoft.relationships.listFor(tenantId), template);
    } catch (error) {
      if (!(error instanceof MicrosoftError)) throw error;
      log.warn('enableOutlookNotRead', { tenantId, error });
      return undefined;
    }
  }

  // What fits its template is adopted at the first reading of a tenant that's being onboarded; another template may fit what is
  // there. Of the others reconciling knows what is left, unless they have been disabled since.
  #isNothingThere(tenant: Tenant, template: AccessTemplate): boolean {
    const { onboarding, leftoverAccess, since } = tenant;
    if (onboarding) return template === templateOf(this.#deps, tenant);
    const { endedAt } = this.#deps.store.progress('reconcile') ?? {};
    return leftoverAccess === 'none' && endedAt !== undefined && endedAt >= since;
  }
}

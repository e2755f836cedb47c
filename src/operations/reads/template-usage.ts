// How many tenants have which access template, and why.
import {
  type AccessTemplates,
  missingChoice,
  type TemplateReason,
  templateFor,
  templateReason,
} from '../../domain/access/access-templates.js';
import { hasEndableEarlier } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import type { Store } from '../ports/store.js';
import type { Templates, WrongTemplates } from '../ports/templates.js';

/** The tenants of one template. */
export interface TemplateUse {
  readonly name: string;
  /** Tenants in the list that have it. */
  readonly count: number;
  /** How many of them are enabled, so that it's asked for. */
  readonly enabled: number;
  /** How many of these lack a role for which it has changed, so that they need a new request. */
  readonly changed: number;
  /** Why they have it, and how many for that reason. Chosen first, then the rules in their order, then the default. */
  readonly reasons: readonly { readonly reason: TemplateReason; readonly count: number }[];
}

/** The use of all templates at one moment. */
export interface TemplatesUsage {
  readonly templates: AccessTemplates;
  /** In the order of the files. */
  readonly uses: readonly TemplateUse[];
  /** Names of templates that were chosen for tenants and aren't there any more. */
  readonly chosenAndGone: readonly string[];
  /** Tenants with an earlier relationship that can be ended now. */
  readonly endable: number;
  readonly wrong?: WrongTemplates | undefined;
}

/** Counts tenants by their templates. */
export class TemplateUsage {
  readonly #store: Store;
  readonly #templates: Templates;

  constructor(store: Store, templates: Templates) {
    this.#store = store;
    this.#templates = templates;
  }

  /** The use as of now, in slices between which everything else goes on. */
  async read(): Promise<TemplatesUsage> {
    const { current: templates, wrong } = this.#templates;
    const reasons: readonly TemplateReason[] = ['chosen', ...templates.rules, 'default'];
    const counts = new Map(
      [...templates.templates.keys()].map((name) => [
        name,
        { enabled: 0, changed: 0, by: new Map<TemplateReason, number>() },
      ]),
    );
    const gone = new Set<string>();
    let endable = 0;
    for await (const slice of inSlices(this.#store.tenants())) {
      for (const tenant of slice) {
        if (tenant.formerCustomer) continue;
        if (hasEndableEarlier(tenant)) endable += 1;
        const counted = counts.get(templateFor(templates, tenant).name);
        if (!counted) continue;
        const reason = templateReason(templates, tenant);
        counted.by.set(reason, (counted.by.get(reason) ?? 0) + 1);
        if (tenant.onboarding) counted.enabled += 1;
        if (tenant.onboarding?.limitations.some(({ code }) => code === 'templateChanged')) counted.changed += 1;
        const missing = missingChoice(templates, tenant);
        if (missing !== undefined) gone.add(missing);
      }
    }
    const uses = [...counts].map(([name, { enabled, changed, by }]) => ({
      name,
      count: [...by.values()].reduce((sum, count) => sum + count, 0),
      enabled,
      changed,
      reasons: reasons.flatMap((reason) => {
        const count = by.get(reason);
        return count === undefined ? [] : [{ reason, count }];
      }),
    }));
    return { templates, uses, chosenAndGone: [...gone], endable, wrong };
  }
}

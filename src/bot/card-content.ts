// What does a posted card show now, and is that still what was drawn?
import { createHash } from 'node:crypto';
import type { ListPage } from '../domain/tenant-list.js';
import type { List } from '../operations/list.js';
import type { Store } from '../operations/ports.js';
import type { ViewContext } from '../views/context.js';
import type { Card } from '../views/templates.js';
import { tenantView } from '../views/tenant.js';
import { tenantListView } from '../views/tenant-list.js';
import type { LivingView } from './turn.js';

/** Draws views for everybody who sees a message. */
export class CardContent {
  readonly #store: Store;
  readonly #list: List;
  readonly #context: () => ViewContext;

  constructor(store: Store, list: List, context: () => ViewContext) {
    this.#store = store;
    this.#list = list;
    this.#context = context;
  }

  /** The card for a view; `undefined` when its tenant is no customer any more. */
  draw(view: LivingView): Card | undefined {
    if (view.kind === 'list') return tenantListView(this.#list(view.query), this.#context());
    const tenant = this.#store.tenant(view.tenantId);
    return tenant && tenantView(tenant, this.#context(), { position: view.position });
  }

  /**
   * Another stamp, another card. Ages and the time of the last sweep are left out of it: they alone are not worth a
   * message to everybody.
   */
  stamp(view: LivingView): string {
    const shown =
      view.kind === 'list' ? outlineOf(this.#list(view.query), this.#context()) : this.#store.tenant(view.tenantId);
    const text = JSON.stringify(shown ?? null);
    return createHash('sha256').update(text).digest('base64').slice(0, 16);
  }
}

function outlineOf({ rows, counts, total, pages, query }: ListPage, { asOf }: ViewContext): unknown {
  const outlines = rows.map(({ tenantId, version, status, residue, customer, onboarding }) => [
    tenantId,
    version,
    status,
    residue,
    customer,
    onboarding?.accepted !== undefined,
    onboarding?.revalidation !== undefined,
  ]);
  return [outlines, counts, total, pages, query, asOf !== undefined];
}

// What does a posted card show now, and is that still what was drawn?
import { createHash } from 'node:crypto';
import type { ResiduePage } from '../../domain/access/residue-list.js';
import type { RoleName } from '../../domain/tenant/commands.js';
import type { ListPage } from '../../domain/tenant/list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { daysBetween } from '../../domain/time.js';
import type { List } from '../../operations/commands/list.js';
import { type ResiduePages, residuePager } from '../../operations/offboarding/residue.js';
import type { Store } from '../../operations/ports/store.js';
import { residueView } from '../../views/offboarding/residue.js';
import { exitSentence } from '../../views/offboarding/stage-words.js';
import type { ViewContext } from '../../views/render/context.js';
import type { Card } from '../../views/render/templates.js';
import { tenantView } from '../../views/tenant/tenant.js';
import { tenantListView } from '../../views/tenant/tenant-list.js';
import { shownSince } from '../../views/words/status-words.js';
import type { LivingView } from '../conversation/turn.js';
import type { Audience } from '../people/audience.js';
import { exitCard, exitOutline } from './exit-card.js';

/** Draws views for everybody who sees a message. */
export class CardContent {
  readonly #store: Store;
  readonly #list: List;
  readonly #residue: ResiduePages;
  readonly #audience: Audience;
  /** Stamps of this moment, by view. */
  readonly #stamps = new Map<string, string>();
  #moment = '';
  readonly #context: (role?: RoleName) => ViewContext;

  constructor(
    store: Store,
    list: List,
    audience: Audience,
    context: (role?: RoleName) => ViewContext,
    residue: ResiduePages = residuePager(store),
  ) {
    this.#store = store;
    this.#residue = residue;
    this.#list = list;
    this.#audience = audience;
    this.#context = context;
  }

  /** The card for a view in a conversation; `undefined` when its tenant is no customer any more. */
  draw(view: LivingView, conversationId: string): Card | undefined {
    const card = this.#card(view, this.#context(this.#audience.roleIn(conversationId)));
    return card && this.#audience.refreshing(conversationId, card, view);
  }

  /** The view with the rows that it shows now, which then stay where they are. */
  settled(view: LivingView): LivingView {
    if (view.kind === 'list') return { kind: 'list', query: this.#list(view.query).query };
    if (view.kind === 'residue') return { ...view, places: this.#residue(view.page, view.places).places };
    return view;
  }

  #card(view: LivingView, context: ViewContext): Card | undefined {
    if (view.kind === 'list') return tenantListView(this.#list(view.query), context);
    if (view.kind === 'residue') return residueView(this.#residue(view.page, view.places), context);
    if (view.kind === 'exit') return exitCard(this.#store, view, context);
    const tenant = this.#store.tenant(view.tenantId);
    return tenant && tenantView(tenant, context, { position: view.position });
  }

  /**
   * Another stamp, another card. The time of the last sweep is left out of it: it alone is not worth a message to
   * everybody.
   */
  stamp(view: LivingView): string {
    const { now, asOf, failing } = this.#context();
    // Of thousands of cards many show the same, and most of the time nothing has changed since they were last asked for.
    const moment = `${this.#store.revision} ${now.slice(0, 'YYYY-MM-DDTHH'.length)} ${asOf !== undefined} ${failing?.since}`;
    if (moment !== this.#moment) this.#stamps.clear();
    this.#moment = moment;
    const key = JSON.stringify(view);
    const stamp = this.#stamps.get(key) ?? this.#fresh(view);
    this.#stamps.set(key, stamp);
    return stamp;
  }

  #fresh(view: LivingView): string {
    const text = JSON.stringify(this.#outline(view) ?? null);
    return createHash('sha256').update(text).digest('base64').slice(0, 16);
  }

  #outline(view: LivingView): unknown {
    if (view.kind === 'list') return listOutline(this.#list(view.query), this.#context());
    if (view.kind === 'residue') return residueOutline(this.#residue(view.page, view.places), this.#context());
    if (view.kind === 'exit') return exitOutline(this.#store, view);
    return tenantOutline(this.#store.tenant(view.tenantId), this.#context());
  }
}

function listOutline(
  { rows, hasMoved, counts, total, pages, query }: ListPage,
  { now, asOf, failing }: ViewContext,
): unknown {
  const outlines = rows.map((tenant) => {
    const { tenantId, version, status, residue, customer, onboarding } = tenant;
    const days = daysBetween(shownSince(tenant), now);
    const isAccepted = onboarding?.accepted !== undefined;
    return [tenantId, version, status, residue, customer, isAccepted, onboarding?.revalidation !== undefined, days];
  });
  return [outlines, hasMoved, counts, total, pages, query, asOf !== undefined, failing?.since];
}

function residueOutline({ rows, ...page }: ResiduePage, { asOf, failing }: ViewContext): unknown {
  const outlines = rows.map(({ tenant, level }) => {
    const { tenantId, version, residueSpan, customer, exCustomer, delegatedAdmin } = tenant;
    return [tenantId, version, level, residueSpan, customer, exCustomer, delegatedAdmin.state];
  });
  return [outlines, page, asOf !== undefined, failing?.since];
}

// What only tells whether something has changed at Microsoft shows nowhere.
function tenantOutline(tenant: Tenant | undefined, { now }: ViewContext): unknown {
  if (!tenant) return undefined;
  const { fingerprint, checkedAt, nextName, widenedEtags, retryGroupIds, assignments, ...onboarding } =
    tenant.onboarding ?? {};
  const groups = assignments?.map(({ groupId, status }) => [groupId, status]);
  // Of an exit the tenant's card has a sentence only.
  const exit = tenant.exit && exitSentence(tenant.exit);
  return [{ ...tenant, onboarding, exit }, groups, daysBetween(shownSince(tenant), now)];
}

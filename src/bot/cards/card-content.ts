// What a posted card shows now, and a stamp that tells whether that is still what was drawn.
import { createHash } from 'node:crypto';
import { type AccessTemplates, templateFor, templateReason } from '../../domain/access/access-templates.js';
import type { AllWaiting } from '../../domain/batch/all-waiting.js';
import type { QueryPage } from '../../domain/query/query-page.js';
import { coverageIn, type ExpiringPage } from '../../domain/tenant/expiring-list.js';
import type { LeftoverPage } from '../../domain/tenant/leftover-list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { daysBetween, type Instant } from '../../domain/time.js';
import type { Leftovers } from '../../operations/offboarding/leftovers.js';
import type { Store } from '../../operations/ports/store.js';
import type { TenantList } from '../../operations/reads/tenant-list.js';
import type { Language } from '../../views/catalogue.js';
import { coverageSentences, repairSentences } from '../../views/explain/coverage-words.js';
import { shownSince } from '../../views/explain/status-words.js';
import { leftoversView } from '../../views/offboarding/leftovers.js';
import { offboardingSentence } from '../../views/offboarding/stage-words.js';
import type { ContextOf, ViewContext } from '../../views/render/context.js';
import type { Card } from '../../views/render/templates.js';
import { expiringView } from '../../views/tenant/expiring.js';
import { tenantView } from '../../views/tenant/tenant.js';
import { tenantListView } from '../../views/tenant/tenant-list.js';
import { waitingView } from '../../views/tenant/waiting.js';
import type { Audience } from '../people/audience.js';
import type { PostedView } from '../turn/posted-view.js';
import { type BatchSource, batchCard, batchOutline } from './batch-card.js';
import { languageCard, languageOutline } from './language-card.js';
import { offboardingCard, offboardingOutline } from './offboarding-card.js';

/** What drawing takes. */
export interface CardContentDeps extends BatchSource {
  readonly store: Store;
  readonly tenantList: TenantList;
  readonly leftovers: Leftovers;
  readonly audience: Audience;
  readonly context: ContextOf;
}

/** Draws views for all who see a message. */
export class CardContent {
  readonly #store: Store;
  readonly #tenantList: TenantList;
  readonly #leftovers: Leftovers;
  readonly #audience: Audience;
  /** Stamps of this moment, by view. */
  readonly #stamps = new Map<string, string>();
  #moment = '';
  #templates: AccessTemplates | undefined;
  readonly #context: ContextOf;
  readonly #batchSource: BatchSource;

  constructor({ store, tenantList, leftovers, batches, audience, context }: CardContentDeps) {
    this.#store = store;
    this.#leftovers = leftovers;
    this.#tenantList = tenantList;
    this.#audience = audience;
    this.#context = context;
    this.#batchSource = { store, batches };
  }

  /** Resolves once what these cards show can be told without holding up anything else. */
  async ready(cards: readonly { readonly view: PostedView }[]): Promise<void> {
    await this.#tenantList.ready();
    if (cards.some(({ view }) => view.kind === 'leftovers')) await this.#leftovers.ready();
    if (cards.some(({ view }) => view.kind === 'waiting')) await this.#tenantList.waitingReady();
  }

  /** The card for a view in a conversation; `undefined` when its tenant isn't a customer any more. */
  draw(view: PostedView, conversationId: string): Card | undefined {
    const card = this.#card(view, conversationId, this.#contextIn(conversationId));
    return card && this.#audience.refreshing(conversationId, card, view);
  }

  #contextIn(conversationId: string): ViewContext {
    return this.#context(this.#audience.roleIn(conversationId), this.#audience.languageIn(conversationId));
  }

  /** The view with the rows that it shows now, which then stay where they are. */
  settled(view: PostedView): PostedView {
    if (view.kind === 'list') return { kind: 'list', query: this.#tenantList.page(view.query).query };
    if (view.kind === 'expiring') return { ...view, places: this.#tenantList.expiring(view.page, view.places).places };
    if (view.kind === 'waiting') return { ...view, places: this.#tenantList.waiting(view).places };
    if (view.kind === 'leftovers') return { ...view, places: this.#leftovers.page(view.page, view.places).places };
    return view;
  }

  #card(view: PostedView, conversationId: string, context: ViewContext): Card | undefined {
    if (view.kind === 'language') return languageCard(this.#store, conversationId, context);
    if (view.kind === 'list') return tenantListView(this.#tenantList.page(view.query), context);
    if (view.kind === 'expiring') return expiringView(this.#tenantList.expiring(view.page, view.places), context);
    if (view.kind === 'waiting') return waitingView(this.#tenantList.waiting(view), context);
    if (view.kind === 'leftovers') return leftoversView(this.#leftovers.page(view.page, view.places), context);
    if (view.kind === 'offboarding') return offboardingCard(this.#store, view, context, { told: view.told });
    if (view.kind === 'batch') {
      const readerId = this.#audience.onlyPersonIn(conversationId)?.id;
      return batchCard(this.#batchSource, view.batchId, context, { readerId })?.card;
    }
    const tenant = this.#store.tenant(view.tenantId);
    return tenant && tenantView(tenant, context, { position: view.position, told: view.told });
  }

  /**
   * Another stamp, another card. It leaves out the time of the last reconcile, which alone isn't worth a message to each
   * conversation. `language`: in which the card was drawn; absent: the conversation's.
   */
  stamp(view: PostedView, conversationId: string, language = this.#audience.languageIn(conversationId)): string {
    if (view.kind === 'language') return stampOf(language, languageOutline(this.#store, conversationId));
    const { now, asOf, failing, templates } = this.#context(undefined, language);
    // Of thousands of cards many show the same, and most of the time nothing has changed since the last check.
    const moment = `${this.#store.revision} ${now.slice(0, 'YYYY-MM-DDTHH'.length)} ${asOf !== undefined} ${failing?.since}`;
    if (moment !== this.#moment || templates !== this.#templates) this.#stamps.clear();
    this.#moment = moment;
    this.#templates = templates;
    const key = `${language} ${JSON.stringify(view)}`;
    const stamp = this.#stamps.get(key) ?? stampOf(language, this.#outline(view, this.#context(undefined, language)));
    this.#stamps.set(key, stamp);
    return stamp;
  }

  #outline(view: Exclude<PostedView, { readonly kind: 'language' }>, context: ViewContext): unknown {
    if (view.kind === 'list') return listOutline(this.#tenantList.page(view.query), context);
    if (view.kind === 'expiring') return expiringOutline(this.#tenantList.expiring(view.page, view.places), context);
    if (view.kind === 'waiting') return waitingOutline(this.#tenantList.waiting(view), context);
    if (view.kind === 'leftovers') return leftoversOutline(this.#leftovers.page(view.page, view.places), context);
    if (view.kind === 'offboarding') return offboardingOutline(this.#store, view);
    if (view.kind === 'batch') return batchOutline(this.#batchSource, view.batchId);
    return tenantOutline(this.#store.tenant(view.tenantId), context);
  }
}

function stampOf(language: Language, outline: unknown): string {
  const text = JSON.stringify([language, outline ?? null]);
  return createHash('sha256').update(text).digest('base64').slice(0, 16);
}

function listOutline(
  { rows, hasMoved, counts, total, pages, query, unlisted, elsewhere, isAboutEnds }: QueryPage,
  { now, asOf, failing, endingSoon }: ViewContext,
): unknown {
  const outlines = rows.map((tenant) => {
    const { tenantId, version, status, leftoverAccess, customer, tags, delegatedAdmin, onboarding } = tenant;
    const days = daysShown(tenant, now);
    const isAccepted = onboarding?.accepted !== undefined;
    return [
      tenantId,
      version,
      status,
      leftoverAccess,
      customer,
      tags,
      delegatedAdmin.state === 'granted',
      isAccepted,
      onboarding?.limitations,
      onboarding?.revalidation !== undefined,
      days,
      isAboutEnds && coverageIn(tenant)?.on,
    ];
  });
  const pointers = [
    unlisted,
    elsewhere?.near.map(({ tenantId, customer }) => [tenantId, customer]),
    elsewhere?.certificates.map(({ id }) => id),
  ];
  return [outlines, hasMoved, counts, total, pages, query, pointers, asOf !== undefined, failing?.since, endingSoon];
}

function expiringOutline({ rows, ...page }: ExpiringPage, { now, asOf, failing }: ViewContext): unknown {
  const outlines = rows.map(({ tenant, coverage }) => {
    const { tenantId, version, customer } = tenant;
    return [tenantId, version, customer, coverage, coverage && daysBetween(now, coverage.on)];
  });
  return [outlines, page, asOf !== undefined, failing?.since];
}

function waitingOutline({ rows, ...page }: AllWaiting, { now, asOf, failing }: ViewContext): unknown {
  const outlines = rows.map(({ tenant: { tenantId, version, customer, owner, onboarding }, waiting }) => {
    return [
      tenantId,
      version,
      customer,
      owner?.person,
      onboarding?.limitations,
      waiting,
      waiting && daysBetween(waiting.since, now),
    ];
  });
  return [outlines, page, asOf !== undefined, failing?.since];
}

function leftoversOutline({ rows, ...page }: LeftoverPage, { asOf, failing }: ViewContext): unknown {
  const outlines = rows.map(({ tenant, level }) => {
    const { tenantId, version, leftoverSpan, customer, formerCustomer, delegatedAdmin } = tenant;
    return [tenantId, version, level, leftoverSpan, customer, formerCustomer, delegatedAdmin.state];
  });
  return [outlines, page, asOf !== undefined, failing?.since];
}

// Left out: what only tells whether something has changed at Microsoft.
function tenantOutline(tenant: Tenant | undefined, context: ViewContext): unknown {
  if (!tenant) return undefined;
  const { now, words, templates } = context;
  const { fingerprint, checkedAt, hasBegunSteps, nextName, widenedEtags, retryGroupIds, assignments, ...onboarding } =
    tenant.onboarding ?? {};
  const groups = assignments?.map(({ groupId, status, roleIds }) => [groupId, status, [...roleIds].sort()]);
  // Of an offboarding the tenant's card has a sentence only.
  const offboarding = tenant.offboarding && offboardingSentence(tenant.offboarding, words);
  const coverage = [...coverageSentences(tenant, context), ...repairSentences(tenant, context)];
  const { name, templateHash } = templateFor(templates, tenant);
  const template = [name, templateHash, templateReason(templates, tenant)];
  return [{ ...tenant, onboarding, offboarding }, groups, daysShown(tenant, now), coverage, template];
}

// A card's now is to the minute, and what has just happened is later than that: not a day less, which would be another card soon.
function daysShown(tenant: Tenant, now: Instant): number {
  return Math.max(0, daysBetween(shownSince(tenant), now));
}

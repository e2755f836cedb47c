// Makes of facts, in one write, what is remembered and the messages that are due.

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { followingBatch } from '../../domain/batch/standing.js';
import { type OutgoingEvent, outgoingContent, outgoingTo } from '../../domain/outgoing/outgoing-event.js';
import { heardInShort } from '../../domain/subscription/full-cards.js';
import { hearersOf } from '../../domain/subscription/who-hears.js';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import { evolve } from '../../domain/tenant/evolve.js';
import type { Fact, FactData } from '../../domain/tenant/facts.js';
import { isOffboardingNews, isSecondAdminNews, isToldOfBatches, type News, newsIn } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Clock } from '../../runtime/clock.js';
import { commitDone, HeldRow } from '../commit.js';
import type { Dependencies } from '../dependencies.js';
import type { Audit } from '../ports/audit.js';
import type { Change, Delivery } from '../ports/rows.js';
import type { Store } from '../ports/store.js';
import type { Templates } from '../ports/templates.js';
import { auditEntry, isDoneAtMicrosoft } from './audit-entries.js';
import { topicOf } from './tenant-topic.js';

/** Facts about one tenant that are being gathered; others see them once they're saved. */
export class Recording {
  readonly facts: Fact[] = [];
  readonly #row: HeldRow;
  readonly #store: Store;
  readonly #audit: Audit;
  readonly #clock: Clock;
  readonly #templates: Templates;
  readonly #batch: Pick<AuditEntry, 'batchId'>;
  #saved: Tenant;
  #tenant: Tenant;
  readonly #targetIds: readonly string[];
  #deliveries: Delivery[] = [];
  #outgoing: OutgoingEvent[] = [];
  #entries: AuditEntry[] = [];
  /** Those of them about what has been done at Microsoft. */
  #done: AuditEntry[] = [];

  /** `tenant`: as the store has it now, under its lock. `batchId`: the batch that asks. */
  constructor(tenant: Tenant, { store, audit, clock, templates, outgoingTargetIds }: Dependencies, batchId?: string) {
    this.#store = store;
    this.#row = new HeldRow(store, 'tenants', tenant.tenantId);
    this.#audit = audit;
    this.#clock = clock;
    this.#templates = templates;
    this.#targetIds = outgoingTargetIds;
    this.#batch = batchId === undefined ? {} : { batchId };
    this.#saved = tenant;
    this.#tenant = tenant;
  }

  /** The tenant's row, for what is committed beside the facts. */
  get row(): HeldRow {
    return this.#row;
  }

  /** The tenant with every fact so far. */
  get tenant(): Tenant {
    return this.#tenant;
  }

  /** Lets facts happen, one after the other, now. */
  add(facts: readonly FactData[]): void {
    const at = this.#clock.now();
    for (const factData of facts) {
      const fact: Fact = { ...factData, at };
      const known = auditEntry(this.#tenant, fact);
      const entry = known && { ...known, ...this.#batch };
      if (entry) this.#entries.push(entry);
      if (entry && isDoneAtMicrosoft(fact)) this.#done.push(entry);
      const before = this.#tenant;
      this.#tenant = evolve(before, fact);
      this.#deliveries.push(...this.#due(fact, before));
      this.#outgoing.push(...this.#sent(before, fact));
      this.facts.push(fact);
    }
  }

  /**
   * Saves the facts, their lines of the audit log and the messages that they make due, all or nothing, and with them what else
   * follows, `also`. A tenant that is as it was isn't written; the audit log hears of what changes nothing too.
   * @throws Outdated when another process has changed the tenant meanwhile, or what `also` is based on, and StoreError
   */
  async save(also?: Change): Promise<void> {
    if (isDeepStrictEqual(this.#saved, this.#tenant)) this.#tenant = this.#saved;
    const isSame =
      this.#tenant === this.#saved && this.#deliveries.length + this.#outgoing.length === 0 && also === undefined;
    if (isSame) await this.#audit.append(this.#entries);
    else await this.#commit(also);
    this.#saved = this.#tenant;
    this.#deliveries = [];
    this.#outgoing = [];
    this.#entries = [];
    this.#done = [];
  }

  #commit(also?: Change): Promise<void> {
    const { tenantId, status } = this.#tenant;
    const isForgotten = this.facts.at(-1)?.type === 'customerRemoved';
    const doneDeliveryIds = status === 'notConfigured' ? this.#duePreviously(tenantId) : [];
    const due = { deliveries: this.#deliveries, doneDeliveryIds, outgoingEvents: this.#outgoing };
    const written = isForgotten ? { forgottenTenantIds: [tenantId] } : { tenants: [this.#tenant] };
    const ours = { ...written, ...due, audit: this.#entries };
    return commitDone(this.#row, { ...also, ...ours }, this.#audit, this.#done);
  }

  #due(fact: Fact, before: Tenant): readonly Delivery[] {
    const news = newsIn(before, fact);
    if (!news) return [];
    const { tenantId, version } = before;
    const topic = topicOf(news, fact, { before, after: this.#tenant, templates: this.#templates });
    const batch = isToldOfBatches(news)
      ? followingBatch(tenantId, this.#store.batches(), (id) => this.#store.batchTenant(id))
      : undefined;
    const hearers = hearersOf(topic, this.#store.conversations());
    const short = heardInShort(hearers.flatMap((id) => this.#store.conversation(id) ?? []));
    return hearers.map((conversationId) => ({
      id: [tenantId, version, conversationId, ...subjectsOf(fact)].join(' '),
      conversationId,
      kind: 'tenant',
      tenantId,
      news,
      ...(batch && { batchId: batch.id }),
      ...(short.has(conversationId) && { inShort: true }),
      at: fact.at,
    }));
  }

  #sent(before: Tenant, fact: Fact): readonly OutgoingEvent[] {
    if (this.#targetIds.length === 0) return [];
    const content = outgoingContent(before, this.#tenant, fact);
    const id = `evt_${randomUUID()}`;
    return content ? this.#targetIds.map((targetId) => outgoingTo(targetId, id, content)) : [];
  }

  // News of access in a tenant that was disabled meanwhile are out of date.
  #duePreviously(tenantId: string): readonly string[] {
    return [...this.#store.deliveries()]
      .filter((each) => each.kind === 'tenant' && each.tenantId === tenantId && isOfAccess(each.news))
      .map(({ id }) => id);
  }
}

function isOfAccess(news: News): boolean {
  return !isOffboardingNews(news) && !isSecondAdminNews(news) && news !== 'ownershipGiven';
}

// Warnings and reminders change no version, so that no button is refused because of one.
function subjectsOf(fact: Fact): readonly (string | number)[] {
  if (fact.type === 'coverageEnding') return [fact.on, fact.withinDays];
  if (fact.type === 'microsoftRead') return ['ended', fact.at];
  if (fact.type === 'coverageDrifted') return ['autoExtendOff', fact.at];
  if (fact.type === 'acceptanceReviewDue') return ['review', fact.at];
  if (fact.type === 'ownershipGiven') return ['given', fact.at];
  return fact.type === 'requestNudged' ? [fact.due] : [];
}

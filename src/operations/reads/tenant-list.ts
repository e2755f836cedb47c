// The list of tenants and what they prove of the access templates, from memory, without Microsoft or the disk.

import type { AllWaiting } from '../../domain/batch/all-waiting.js';
import type { Batch } from '../../domain/batch/batch.js';
import { awaitsSecond } from '../../domain/batch/second-admin.js';
import { findCertificates } from '../../domain/offboarding/find-certificates.js';
import { type EvidenceByTemplate, TemplatesEvidenceIndex } from '../../domain/onboarding/template-evidence.js';
import type { Person } from '../../domain/person.js';
import { isEveryTenant, type Query } from '../../domain/query/query.js';
import type { QueryNames } from '../../domain/query/query-names.js';
import { type NotUnderstood, notUnderstoodIn, type QueryPage } from '../../domain/query/query-page.js';
import { isMatch, type QueryMoment } from '../../domain/query/selection.js';
import { TemplateIndex } from '../../domain/query/template-index.js';
import { ExpiringIndex, type ExpiringPage, expiringPage } from '../../domain/tenant/expiring-list.js';
import { type Fleet, FleetCounts } from '../../domain/tenant/fleet.js';
import {
  type ElsewhereFound,
  type ListPart,
  type ListQuery,
  listedPart,
  listTenants,
} from '../../domain/tenant/list.js';
import { PeopleIndex } from '../../domain/tenant/people.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { type IndexedTenant, TenantIndex } from '../../domain/tenant/tenant-index.js';
import { WaitingIndex, type WaitingTenants, waitingPage } from '../../domain/tenant/waiting-list.js';
import { type Instant, startOfMinute } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import type { Store } from '../ports/store.js';
import { queryMoment, type Templates } from '../ports/templates.js';
import { IndexedTenants } from './indexed-tenants.js';
import { nearTenants } from './near-tenants.js';
import { type ReadQuery, TenantQueries } from './tenant-queries.js';

/** What was found, in the order of the list. */
export interface FoundTenants {
  readonly listed: readonly Tenant[];
  /** Former customers, which aren't in the list. */
  readonly former: readonly Tenant[];
}

/** What a query asks for, and finds: nothing as long as a part of it isn't understood. */
export type TenantsOfQuery = FoundTenants & Omit<ReadQuery, 'wanted' | 'asked' | 'dependsOn'>;

/** The same question gets the same object until a tenant that it's about has changed. */
export class TenantList {
  readonly #store: Store;
  readonly #tenants: IndexedTenants<TenantIndex, QueryPage>;
  readonly #evidence: IndexedTenants<TemplatesEvidenceIndex, EvidenceByTemplate>;
  readonly #expiring: IndexedTenants<ExpiringIndex, ExpiringPage>;
  readonly #waiting: IndexedTenants<WaitingIndex, AllWaiting>;
  readonly #templates: IndexedTenants<TemplateIndex, never>;
  readonly #people: IndexedTenants<PeopleIndex, never>;
  readonly #queries: TenantQueries;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #moment: () => QueryMoment;

  /** `names`: what the words of a query are called in other languages than English. */
  constructor(
    store: Store,
    templates: Templates,
    { clock, names }: { readonly clock: Pick<Clock, 'now'>; readonly names: readonly QueryNames[] },
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#tenants = new IndexedTenants(store, () => new TenantIndex());
    this.#expiring = new IndexedTenants(store, () => new ExpiringIndex());
    this.#waiting = new IndexedTenants(store, () => new WaitingIndex());
    this.#people = new IndexedTenants(store, () => new PeopleIndex());
    this.#evidence = new IndexedTenants(
      store,
      () => new TemplatesEvidenceIndex(templates.current, () => store.tenants()),
    );
    this.#templates = new IndexedTenants(store, () => new TemplateIndex(templates.current));
    this.#moment = () => queryMoment(templates, clock.now());
    this.#queries = new TenantQueries({
      names,
      clock,
      templates,
      tags: () => this.#tenants.index().tags(),
      owners: () => this.#tenants.index().owners(),
      templateOf: (tenant) => this.#templates.index().templateOf(tenant),
    });
    templates.changed.on(() => {
      this.#evidence.renew();
      this.#templates.renew();
    });
  }

  /** Resolves once it's made, after which answering holds up nothing. */
  async ready(): Promise<void> {
    // One after the other, so that a turn of the event loop has a slice of one of them.
    for (const each of [this.#tenants, this.#evidence, this.#expiring, this.#templates]) await each.ready();
  }

  /** Resolves once what waits can be told as well, which most answers don't take. */
  waitingReady(): Promise<void> {
    return this.#waiting.ready();
  }

  /** The page of tenants that a query asks for. */
  page(wanted: ListQuery): QueryPage {
    const read = this.#queries.read(wanted);
    const { page: number, places } = wanted;
    const query: ListQuery = { ...read.asked, page: number, ...(places && { places }) };
    return this.#tenants.answer(JSON.stringify([query, read.dependsOn]), (index) => {
      const isAboutEarlier = read.query.terms.some(
        ({ isNot, condition }) => condition.key === 'earlier' && condition.is !== isNot,
      );
      const isAboutEnds = read.wanted.selection?.isByEnd === true;
      const about = { ...(isAboutEarlier && { isAboutEarlier }), ...(isAboutEnds && { isAboutEnds }) };
      const page = { ...listTenants(index, query, read.wanted), ...about };
      const notUnderstood = notUnderstoodIn(read);
      if (notUnderstood) return { ...page, unlisted: 0, notUnderstood };
      const isFound = Object.values(page.counts).some((count) => count > 0);
      const { text } = read.query;
      if (isFound || text === '') return page;
      const elsewhere = this.#elsewhere(text, index);
      // A status by its name, as one types it into the search box, where no tenant is called so.
      const named =
        places || page.unlisted + elsewhere.certificates.length > 0 ? undefined : this.#queries.statusNamed(read);
      return named ? this.page({ status: named, search: '', page: 1 }) : { ...page, elsewhere };
    });
  }

  /** What a typed query asks for; with what isn't understood of it, it's not to be used. */
  queryOf(typed: string): { readonly query: Query; readonly notUnderstood: NotUnderstood | undefined } {
    const read = this.#queries.read({ search: typed });
    return { query: read.query, notUnderstood: notUnderstoodIn(read) };
  }

  // A certificate is kept together with a change of its tenant, after which answers are made anew.
  #elsewhere(text: string, index: TenantIndex): ElsewhereFound {
    const customerOf = (tenantId: string) => index.tenant(tenantId)?.customer;
    const certificates = findCertificates(this.#store.certificates(), customerOf, text);
    return { near: nearTenants(text, index.listed()), certificates };
  }

  /** What a person has typed as a query, with their name in place of "me", or their object id where another has that name. */
  typedBy(typed: string, person: Person): string {
    // Text without a condition, as nearly everything that's clicked has.
    if (!/[:=：＝]/u.test(typed)) return typed;
    const { name, id } = person;
    return this.#queries.typedBy(
      typed,
      this.#tenants.index().isTheOnly(person) ? { is: 'named', name } : { is: 'person', id },
    );
  }

  /** The tenants that a query asks for, in the order of the list. An empty query asks for all of them. */
  tenantsOf(typed: string): TenantsOfQuery {
    const { wanted, asked: _, dependsOn: __, ...read } = this.#queries.read({ search: typed });
    const index = this.#tenants.index();
    if (read.problems.length > 0) return { ...read, listed: [], former: [] };
    const { selection, statuses } = wanted;
    const found = selection ? index.matches(selection) : { listed: index.listed(), former: index.former };
    const tenantsIn = (rows: readonly IndexedTenant[]) =>
      rows.flatMap(({ tenant }) => (statuses && !statuses.includes(tenant.status) ? [] : [tenant]));
    return { ...read, listed: tenantsIn(found.listed), former: tenantsIn(found.former) };
  }

  /** A part of those in the list; none as long as something typed isn't understood. */
  partOf(typed: string, part: ListPart): readonly Tenant[] {
    const { wanted, problems } = this.#queries.read({ search: typed });
    return problems.length > 0 ? [] : listedPart(this.#tenants.index(), wanted, part);
  }

  /** The tenants that a query asks for, for what is to name tenants: nothing typed names none. */
  find(typed: string): FoundTenants {
    return typed.trim() === '' ? { listed: [], former: [] } : this.tenantsOf(typed);
  }

  /** A page of the tenants whose access ends; `places`: with these tenants where they are. */
  expiring(wanted: number, places?: readonly string[]): ExpiringPage {
    const tenantOf = (tenantId: string) => this.#store.tenant(tenantId);
    return this.#expiring.answer(JSON.stringify([wanted, places]), (index) =>
      expiringPage(index, tenantOf, wanted, places),
    );
  }

  /** How all tenants in the list stand, and how many were enabled on a day; takes no longer for many. */
  get fleet(): Pick<FleetCounts, 'fleet' | 'enabledOn'> {
    return this.#tenants.index().fleet;
  }

  /** How the tenants stand that a query asks for; `undefined`: a part of it isn't understood. */
  fleetOf(typed: string): Fleet | undefined {
    const now = this.#clock.now();
    if (typed.trim() === '') return this.fleet.fleet(now);
    const { listed, problems } = this.tenantsOf(typed);
    if (problems.length > 0) return undefined;
    const counts = new FleetCounts();
    for (const tenant of listed) counts.add(tenant);
    return counts.fleet(now);
  }

  /** A page of what waits for a person, of the tenants that a query asks for. */
  waiting({ page, search, places: held }: Pick<ListQuery, 'page' | 'search' | 'places'>): AllWaiting {
    const now = this.#clock.now();
    const approvedRequests = this.#approvedRequests;
    const awaitedBatches = this.#awaitedBatches;
    const batchIds = awaitedBatches.map(({ id }) => id);
    const key = JSON.stringify([page, search, held, startOfMinute(now), approvedRequests, batchIds]);
    return this.#waiting.answer(key, (index) => {
      const found = search === '' ? undefined : this.find(search);
      const ids = found && new Set([...found.listed, ...found.former].map(({ tenantId }) => tenantId));
      const isFound = ({ tenantId }: Tenant) => ids?.has(tenantId) ?? true;
      const tenantOf = (tenantId: string) => this.#store.tenant(tenantId);
      const wanted = { now, page, search, approvedRequests, held, tenantOf, isFound };
      return { ...waitingPage(index, wanted), awaitedBatches };
    });
  }

  /** All that waits for a person, of the tenants that a query asks for. */
  waitingOf(query: Query): WaitingTenants {
    const moment = this.#moment();
    const rows = this.#waiting.index().waiting(this.#clock.now());
    return {
      rows: rows.filter(({ tenant }) => isMatch(query, tenant, moment)),
      approvedRequests: isEveryTenant(query) ? this.#approvedRequests : 0,
      awaitedBatchIds: isEveryTenant(query) ? this.#awaitedBatches.map(({ id }) => id) : [],
    };
  }

  get #approvedRequests(): number {
    return [...this.#store.watchedRequests()].filter((each) => each.becameActiveAt !== undefined).length;
  }

  get #awaitedBatches(): readonly Batch[] {
    return [...this.#store.batches()].filter(awaitsSecond).sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** How many tenants have access that ends before that moment. */
  endingBefore(until: Instant): number {
    return this.#expiring.index().endingBefore(until);
  }

  /** Whom some tenant knows by name, by Entra object id. The first question goes through all tenants, in slices. */
  async people(): Promise<ReadonlyMap<string, Person>> {
    await this.#people.ready();
    return this.#people.index().people;
  }

  /** What of each access template works at some customer, by its name. */
  evidence(): EvidenceByTemplate {
    return this.#evidence.index().found;
  }
}

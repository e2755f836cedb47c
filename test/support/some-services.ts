// BotServices for tests of the bot's answers, with nothing behind them.

import assert from 'node:assert/strict';
import { chooseLanguage } from '../../src/bot/delivery/chosen-language.js';
import { SubscriptionChoices } from '../../src/bot/delivery/subscription-choices.js';
import { Subscriptions } from '../../src/bot/delivery/subscriptions.js';
import { ApprovalLinkFiles } from '../../src/bot/files/approval-link-files.js';
import { Exports } from '../../src/bot/files/exports.js';
import { FleetReports } from '../../src/bot/files/fleet-reports.js';
import { RowReader } from '../../src/bot/files/given-rows.js';
import { KeptChoices } from '../../src/bot/files/kept-choice.js';
import { OffboardingFiles } from '../../src/bot/files/offboarding-files.js';
import { RoleDirectory } from '../../src/bot/people/role-directory.js';
import type { BotServices } from '../../src/bot/replies/bot-services.js';
import { AnswerTime } from '../../src/bot/turn/answer-time.js';
import type { Reply, Turn } from '../../src/bot/turn/turn.js';
import { newBatch } from '../../src/domain/batch/batch.js';
import type { RoleName } from '../../src/domain/tenant/commands.js';
import { ExpiringIndex, expiringPage } from '../../src/domain/tenant/expiring-list.js';
import { LeftoverIndex, leftoversPage } from '../../src/domain/tenant/leftover-list.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { TenantBatches } from '../../src/operations/batches/batches.js';
import { AddedCustomers } from '../../src/operations/commands/added-customers.js';
import { CommandHandler } from '../../src/operations/commands/command-handler.js';
import { Denials } from '../../src/operations/commands/denials.js';
import { FleetDays } from '../../src/operations/fleet/fleet-days.js';
import { Checkup } from '../../src/operations/health/checkup-round.js';
import { Leftovers } from '../../src/operations/offboarding/leftovers.js';
import { Offboardings } from '../../src/operations/offboarding/offboardings.js';
import { WatchedRequestMonitor } from '../../src/operations/offboarding/watched-request-monitor.js';
import { WatchedRequestStories } from '../../src/operations/offboarding/watched-request-story.js';
import { fixedTemplates } from '../../src/operations/ports/templates.js';
import { CustomerLanguages } from '../../src/operations/reads/customer-languages.js';
import { DelegatedAdminReader } from '../../src/operations/reads/delegated-admin.js';
import { EnableOutlook } from '../../src/operations/reads/enable-outlook.js';
import { TemplateUsage } from '../../src/operations/reads/template-usage.js';
import { TenantList } from '../../src/operations/reads/tenant-list.js';
import { en } from '../../src/views/words/en/index.js';
import { aTenantList } from './a-tenant-list.js';
import { alex, aTemplates, now } from './builders.js';
import { FakeMicrosoft } from './fake-microsoft.js';
import { ManualClock } from './manual-clock.js';
import { MemoryStore } from './memory-store.js';
import { aPlan } from './offboarding-scenes.js';
import { aWayOut } from './send-queue-bench.js';
import { standIn } from './stand-in.js';
import { noLog } from './test-dependencies.js';

const { batch: someBatch } = newBatch(
  { id: 'b', action: { do: 'revalidate' }, by: alex, conversationId: 'chat', at: now },
  [],
);

/** Alex says something in their own chat. */
export function aTurn(changes: Partial<Turn> = {}, clock = new ManualClock()): Turn {
  return {
    actor: alex,
    conversationId: 'chat',
    correlationId: 'turn-1',
    language: 'en',
    isPersonal: true,
    isAutomatic: false,
    time: new AnswerTime(clock, clock.elapsedMs()),
    ...changes,
  };
}

/** A person's role, as far as anything asks for it. */
export const rolesOf = (role: RoleName | undefined, changes: Partial<RoleDirectory> = {}) =>
  standIn(RoleDirectory, {
    roleOf: async () => role,
    checkedRoleOf: async () => role,
    lastRoleOf: () => role,
    mayLook: async () => role !== undefined,
    isNotChecked: () => false,
    ...changes,
  });

/** BotServices that only record what they’re asked. */
export function someServices(role: RoleName | undefined, tenant: Tenant, decided: Tenant = tenant) {
  const asked: string[] = [];
  const store = new MemoryStore({
    tenants: [tenant],
    conversations: [{ id: 'chat', kind: 'personal', subscribed: false, reference: {} }],
  });
  const notes = <T>(what: string, answer: T): T => {
    asked.push(what);
    return answer;
  };
  const counts = { issuesFound: 0, needsApproval: 0, awaitingMicrosoft: 0, approved: 0, notConfigured: 0 };
  const noRows = { rows: [], hasMoved: false, counts, total: 0, pages: 1, from: 0, unlisted: 0 };
  const noReply: Reply = { card: {}, summary: '' };
  const agreed = async (what: string, by: unknown, then: Tenant) => {
    assert.equal(by, alex);
    return notes(what, { tenant: then, facts: [] });
  };
  const services: BotServices = {
    store,
    audit: store.audit,
    relationships: {
      ...new FakeMicrosoft().relationships,
      approvalLink: () => notes('approvalLink', 'https://admin.example/'),
    },
    tenantList: standIn(TenantList, {
      ready: async () => undefined,
      page: (query) => notes('list', { ...noRows, query: { ...query, places: [] } }),
      tenantsOf: (typed) => aTenantList(store).tenantsOf(typed),
      waiting: (wanted) => notes('waiting', aTenantList(store).waiting(wanted)),
      expiring: (wanted) =>
        notes(
          'expiring',
          expiringPage(new ExpiringIndex([]), () => undefined, wanted),
        ),
      queryOf: (typed) => aTenantList(store).queryOf(typed),
      find: (typed) => aTenantList(store).find(typed),
      typedBy: (typed, person) => aTenantList(store).typedBy(typed, person),
      fleetOf: (typed) => notes('fleet', aTenantList(store).fleetOf(typed)),
    }),
    fleetReports: standIn(FleetReports, {
      past: () => ({ days: [] }),
      now: () => now,
      hand: async () => notes('fleetReport', { label: 'PDF' as never, isOffered: false }),
    }),
    fleetDays: standIn(FleetDays, { since: () => [], before: () => undefined }),
    addedCustomers: standIn(AddedCustomers, { find: async () => notes('findTenant', { is: 'notFound' }) }),
    commands: standIn(CommandHandler, { perform: ({ command }) => agreed(command.do, command.by, tenant) }),
    delegatedAdmin: standIn(DelegatedAdminReader, {
      checkRemoval: async () => notes('checkRemoval', { granted: true, reservations: [] }),
      read: async () => notes('readDelegatedAdmin', undefined),
    }),
    customerLanguages: standIn(CustomerLanguages, { of: async () => notes('readLanguage', undefined) }),
    templateUsage: new TemplateUsage(store, fixedTemplates(aTemplates())),
    enableOutlook: standIn(EnableOutlook, { of: async () => notes('foresee', { is: 'request' }) }),
    checkup: standIn(Checkup, { findings: async () => [] }),
    leftovers: standIn(Leftovers, {
      ready: async () => undefined,
      page: (wanted) =>
        notes(
          'leftovers',
          leftoversPage(new LeftoverIndex([]), () => undefined, wanted),
        ),
      readMore: () => notes('readLeftovers', undefined),
    }),
    batches: standIn(TenantBatches, {
      begin: async () => notes('beginBatch', someBatch),
      stop: async () => notes('stopBatch', true),
      approve: async () => notes('approveBatch', 'approved'),
      plan: () => ({ tenantIds: [tenant.tenantId], requestIds: [], fine: 0, refused: [], seconds: 1 }),
    }),
    watchedRequests: standIn(WatchedRequestMonitor, {
      terminate: async () => notes('terminateWatchedRequest', { refused: 'over' }),
    }),
    watchedRequestStories: standIn(WatchedRequestStories, {
      read: async (about) => notes('watchedRequestStory', { ...about, name: tenant.customer.displayName }),
    }),
    offboardings: standIn(Offboardings, {
      plan: async () =>
        notes('plan', { tenant, plan: aPlan(), planHash: 'mark', needsSecond: false, graceSeconds: 300 }),
      decide: ({ by }) => agreed('decide', by, decided),
      approve: ({ by }) => agreed('approve', by, tenant),
    }),
    roles: rolesOf(role),
    denials: standIn(Denials, { record: async (denial) => notes(`denied ${denial.asked}`, undefined) }),
    chooseLanguage: (conversationId, wanted) => chooseLanguage({ store, log: noLog }, conversationId, wanted),
    subscriptionChoices: new SubscriptionChoices({ store, clock: new ManualClock(), log: noLog }),
    hearers: { ofAdmins: async () => [] },
    subscriptions: new Subscriptions(store, noLog, aWayOut().sendQueue),
    files: standIn(OffboardingFiles, {
      certificate: async () => notes('certificate', noReply),
      exportPlan: async () => notes('exportPlan', noReply),
      consented: async () => undefined,
    }),
    approvalLinks: standIn(ApprovalLinkFiles, { make: async () => notes('approvalLinks', undefined) }),
    choices: standIn(KeptChoices, { keep: async () => undefined, take: async () => undefined }),
    given: standIn(RowReader, { rows: async () => undefined }),
    lastListIn: () => undefined,
    exports: standIn(Exports, { make: async () => notes('export', noReply) }),
    context: () => ({ words: en, isSandbox: false, templates: aTemplates(), now }),
  };
  return { services, asked };
}

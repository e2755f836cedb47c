// BotServices for tests of the bot's answers, with nothing behind them.
import assert from 'node:assert/strict';
import type { BotServices } from '../../src/bot/bot-services.js';
import { Subscriptions } from '../../src/bot/delivery/subscriptions.js';
import { indexLeftovers, leftoversPage } from '../../src/domain/access/leftover-list.js';
import type { RoleName } from '../../src/domain/tenant/commands.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { alex, aTemplate, now } from './builders.js';
import { MemoryAudit } from './memory-audit.js';
import { MemoryStore } from './memory-store.js';
import { aPlan } from './offboarding-scenes.js';
import { noLog } from './test-dependencies.js';

/** BotServices that only record what they're asked. */
export function someServices(role: RoleName | undefined, tenant: Tenant, decided: Tenant = tenant) {
  const asked: string[] = [];
  const services: BotServices = {
    list: (query) => {
      asked.push('list');
      const counts = { issuesFound: 0, needsApproval: 0, awaitingMicrosoft: 0, approved: 0, notConfigured: 0 };
      return {
        query: { ...query, places: [] },
        rows: [],
        hasMoved: false,
        counts,
        total: 0,
        pages: 1,
        from: 0,
        unlisted: 0,
      };
    },
    tenant: () => tenant,
    tenants: () => [tenant],
    certificates: () => [],
    perform: async ({ command }) => {
      asked.push(command.do);
      assert.equal(command.by, alex);
      return { tenant, facts: [] };
    },
    checkRemoval: async () => {
      asked.push('checkRemoval');
      return { granted: true, reservations: [] };
    },
    checkup: async () => [],
    leftoverAccess: (wanted) => {
      asked.push('leftovers');
      return leftoversPage(indexLeftovers([]), wanted);
    },
    readLeftovers: () => void asked.push('readLeftovers'),
    terminateWatchedRequest: async () => {
      asked.push('terminateWatchedRequest');
      return { refused: 'over' };
    },
    watchedRequestStory: async (about) => {
      asked.push('watchedRequestStory');
      return { ...about, name: tenant.customer.displayName };
    },
    watchedRequests: () => [],
    offboardings: {
      plan: async () => {
        asked.push('plan');
        return { tenant, plan: aPlan(), planHash: 'mark', needsSecond: false, graceSeconds: 300 };
      },
      decide: async ({ by }) => {
        asked.push('decide');
        assert.equal(by, alex);
        return { tenant: decided, facts: [] };
      },
      approve: async ({ by }) => {
        asked.push('approve');
        assert.equal(by, alex);
        return { tenant, facts: [] };
      },
    },
    certificate: () => undefined,
    readDelegatedAdmin: async () => void asked.push('readDelegatedAdmin'),
    approvalLink: () => {
      asked.push('approvalLink');
      return 'https://admin.example/';
    },
    roleOf: async () => role,
    isRoleNotChecked: () => false,
    auditDenied: async (_, verb) => void asked.push(`denied ${verb}`),
    subscriptions: new Subscriptions(new MemoryStore(), noLog),
    audit: new MemoryAudit(),
    files: {
      certificate: async () => {
        asked.push('certificate');
        return { card: {}, summary: '' };
      },
      exportPlan: async () => {
        asked.push('exportPlan');
        return { card: {}, summary: '' };
      },
      consented: async () => undefined,
    },
    context: () => ({ isSandbox: false, template: aTemplate(), now }),
    within: (_, answer) => answer,
  };
  return { services, asked };
}

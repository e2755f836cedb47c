// A desk for tests of what the bot answers, behind which nothing happens.
import assert from 'node:assert/strict';
import type { Desk } from '../../src/bot/bot-services.js';
import { Subscriptions } from '../../src/bot/delivery/subscriptions.js';
import { indexResidue, residuePage } from '../../src/domain/access/residue-list.js';
import type { RoleName } from '../../src/domain/tenant/commands.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { alex, aTemplate, now } from './builders.js';
import { aPlan } from './exit-scenes.js';
import { MemoryAudit } from './memory-audit.js';
import { MemoryStore } from './memory-store.js';
import { noLog } from './test-means.js';

/** A desk that does nothing but write down what it is asked. */
export function aDesk(role: RoleName | undefined, tenant: Tenant, decided: Tenant = tenant) {
  const asked: string[] = [];
  const desk: Desk = {
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
    residue: (wanted) => {
      asked.push('residue');
      return residuePage(indexResidue([]), wanted);
    },
    readResidue: () => void asked.push('readResidue'),
    terminateInvitation: async () => {
      asked.push('terminateInvitation');
      return { refused: 'over' };
    },
    invitationStory: async (about) => {
      asked.push('invitationStory');
      return { ...about, name: tenant.customer.displayName };
    },
    invitations: () => [],
    exits: {
      plan: async () => {
        asked.push('plan');
        return { tenant, plan: aPlan(), mark: 'mark', needsSecond: false, graceSeconds: 300 };
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
    noteDenied: async (_, verb) => void asked.push(`denied ${verb}`),
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
  return { desk, asked };
}

// Plays what a new sandbox's partner has done before the story begins: before anyone can talk to the bot, so that no one is told of it.
import pLimit from 'p-limit';
import { subjectAfter, templateFor } from '../domain/access/access-templates.js';
import type { ListedRelationship } from '../domain/access/relationship.js';
import { wishIn } from '../domain/tenant/second-admin.js';
import type { Instant } from '../domain/time.js';
import { assignmentShape } from '../microsoft/graph/relationship-shape.js';
import { HttpClients } from '../microsoft/http-clients.js';
import { openMicrosoft } from '../microsoft/microsoft.js';
import { CommandHandler } from '../operations/commands/command-handler.js';
import type { Dependencies } from '../operations/dependencies.js';
import { heldWrites } from '../operations/held-writes.js';
import type { Microsoft } from '../operations/ports/microsoft.js';
import { advance } from '../operations/reconcile/advance.js';
import { syncCustomers } from '../operations/reconcile/sync-customers.js';
import type { Clock } from '../runtime/clock.js';
import type { Pace } from '../runtime/pace.js';
import type { OpeningTenant, Sandbox } from '../sandbox/sandbox.js';
import type { Cloud } from './cloud.js';
import type { Connection } from './connection.js';

/** What playing the past takes. */
export interface OpeningSceneDeps {
  readonly deps: Dependencies;
  readonly sandbox: Pick<Sandbox, 'openingScene' | 'lookAt'>;
  readonly cloud: Cloud;
  readonly connection: Connection;
}

const atOnce = 8;

// The sandbox has no limits, and years of work are done in a moment.
const unlimited: Pace = {
  ask: async () => ({ end: () => undefined, giveBack: () => undefined }),
  rest: () => undefined,
};

/**
 * Enables the tenants that the sandbox's partner has onboarded, like clicks would have, and checks each by the rules of every check:
 * when its relationship began, and now. So the first list has every status in it, and says since when. What fails is logged, and left
 * to the first reconcile.
 */
export async function playOpeningScene(parts: OpeningSceneDeps): Promise<void> {
  const deps = withoutPace(parts);
  const { lookAt } = parts.sandbox;
  const { log, microsoft } = deps;
  try {
    await syncCustomers(deps, microsoft.customers.list(), new Set());
    const listed = new Map<string | undefined, ListedRelationship[]>();
    for await (const page of microsoft.relationships.list())
      for (const each of page) listed.set(each.customerTenantId, [...(listed.get(each.customerTenantId) ?? []), each]);
    const limit = pLimit(atOnce);
    await Promise.all(
      parts.sandbox.openingScene.map((each) =>
        limit(() => onboard(each, listed.get(each.tenantId) ?? [], deps, lookAt)),
      ),
    );
  } catch (error) {
    log.warn('notReconciled', { what: 'opening scene', error });
  }
}

function withoutPace({ deps, cloud: { addresses, partner }, connection }: OpeningSceneDeps): Dependencies {
  const { clock, log } = deps;
  const { tokens, skew } = connection;
  const clients = new HttpClients(addresses, tokens, { pace: unlimited, clock, log, skew });
  const microsoft = openMicrosoft(clients, { ...addresses, tenantId: partner.tenantId }, clock, log);
  // No system of the partner’s is sent what is past, either, and no ticket is asked for.
  return { ...deps, microsoft, writesUnder: heldWrites(microsoft), outgoingTargetIds: [], ticketSubjects: [] };
}

async function onboard(
  tenant: OpeningTenant,
  listed: readonly ListedRelationship[],
  deps: Dependencies,
  lookAt: Sandbox['lookAt'],
): Promise<void> {
  const { tenantId, isSettled } = tenant;
  const { createdAt, activatedAt = createdAt } = (isSettled ? listed[0] : undefined) ?? {};
  try {
    await enable(tenant, at(createdAt, deps));
    if (activatedAt === undefined) return await advance(deps, tenantId);
    const known = { ...deps, microsoft: knowing(deps.microsoft, lookAt(tenantId)) };
    await advance(at(activatedAt, known), tenantId, listed);
    await advance(known, tenantId, listed);
  } catch (error) {
    deps.log.warn('notReconciled', { what: tenantId, error });
  }
}

const plans = { active: 'active', suspended: 'notActive', none: 'none' } as const;

// Thousands of customers would take minutes of calls.
function knowing(microsoft: Microsoft, { assignments, azurePlan }: ReturnType<Sandbox['lookAt']>): Microsoft {
  const { relationships, purchases } = microsoft;
  return {
    ...microsoft,
    relationships: {
      list: () => relationships.list(),
      listCustomers: () => relationships.listCustomers(),
      listFor: (id) => relationships.listFor(id),
      find: (id) => relationships.find(id),
      approvalLink: (id) => relationships.approvalLink(id),
      operation: (id, operationId) => relationships.operation(id, operationId),
      accessAssignments: async () => assignments.map((each) => assignmentShape.parse(each)),
    },
    purchases: {
      azurePlan: async () => plans[azurePlan],
      reservations: (id) => purchases.reservations(id),
      subscriptions: (id) => purchases.subscriptions(id),
    },
  };
}

/** The dependencies with a clock that stands at `moment`. Absent: as they are. */
function at(moment: Instant | undefined, deps: Dependencies): Dependencies {
  if (moment === undefined) return deps;
  const { clock } = deps;
  const then: Clock = {
    now: () => moment,
    elapsedMs: () => clock.elapsedMs(),
    after: (ms, callback) => clock.after(ms, callback),
    limit: (ms, callback) => clock.limit(ms, callback),
    pause: (ms) => clock.pause(ms),
  };
  return { ...deps, clock: then };
}

async function enable({ tenantId, tags }: OpeningTenant, deps: Dependencies): Promise<void> {
  const { templates, clock } = deps;
  const commands = new CommandHandler(deps);
  const by = { id: '', name: 'Sandbox' };
  if (tags.length > 0) await commands.perform({ tenantId, command: { do: 'tag', by, added: tags, removed: [] } });
  const outcome = await commands.perform({ tenantId, command: { do: 'enable', by, conversationId: '' } });
  const { awaitedSecond: asked } = outcome?.tenant ?? {};
  if (!outcome || !asked) return;
  // What takes a second admin has had one.
  const second = { id: 'sandbox', name: 'Sandbox' };
  const template = templateFor(templates.current, subjectAfter(outcome.tenant, wishIn(asked.action)));
  const yes = { do: 'approveSecond', by: second, askedId: asked.id, template, mayAsk: true } as const;
  await commands.perform({ tenantId, command: { ...yes, now: clock.now() } });
}

// Carries out what people ask for: load, decide, evolve, save, answer.
import { randomUUID } from 'node:crypto';
import type { AccessTemplate } from '../../domain/access/access-template.js';
import { subjectAfter, templateFor } from '../../domain/access/access-templates.js';
import { Outdated } from '../../domain/errors.js';
import type { Command } from '../../domain/tenant/commands.js';
import { type Decision, decide, type RefusalReason } from '../../domain/tenant/decide.js';
import type { Fact, FactData } from '../../domain/tenant/facts.js';
import { isRepeated } from '../../domain/tenant/repeat.js';
import { withTicket } from '../../domain/tenant/required-ticket.js';
import {
  basisOf,
  canWait,
  presentTemplate,
  secondedActionOf,
  takesSecond,
  wishIn,
  withAgreed,
} from '../../domain/tenant/second-admin.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { Emitter } from '../../runtime/emitter.js';
import { busy } from '../../runtime/keyed-lock.js';
import type { Dependencies } from '../dependencies.js';
import type { Change } from '../ports/rows.js';
import { Recording } from '../recording/recording.js';

/** The batch that asks for a command, and what comes of it there, which is saved in the same write. */
export interface AskingBatch {
  readonly id: string;
  /** What is saved with what came of the command, and what that follows from (`basedOn`). `undefined`: it's asked again later. */
  readonly saved: (came: 'done' | RefusalReason) => Change | undefined;
  /** Whether a second admin has yet to approve a command that leads to this template by now, see `lacksSecond`. */
  readonly lacksSecond: (at: { readonly takesSecond: boolean; readonly template: AccessTemplate }) => boolean;
}

/** A command, the tenant it is for, and the version of the card that it came from. */
export interface CommandRequest {
  readonly tenantId: string;
  readonly command: Command;
  /** Absent: the command doesn't come from a card. */
  readonly version?: number | undefined;
  /** The ticket that it's asked for by. Absent: none was given. */
  readonly ticket?: string | undefined;
  /** Absent: a person asks for it by itself. */
  readonly batch?: AskingBatch | undefined;
}

/** The tenant as it is now, with what happened to it, or with why nothing did. */
export interface Outcome {
  readonly tenant: Tenant;
  /** In the order in which they happened; empty when the command was refused, or carried out by the click before. */
  readonly facts: readonly Fact[];
  readonly refused?: RefusalReason | undefined;
}

// Teams gives a click about ten seconds; a person who would wait longer than this is asked to try again.
const patienceMs = 5000;

/**
 * The only sequencer of what people ask for. Microsoft isn't asked while a person waits: a command is a saved fact, and
 * `advance` does at Microsoft what follows from it, seconds later or after a crash.
 */
export class CommandHandler {
  readonly #deps: Dependencies;
  /** A command has changed a tenant, so that what it asks for is begun. */
  readonly tenantChanged = new Emitter<[tenantId: string]>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /**
   * Carries out a command on a tenant. `undefined`: there's no such tenant.
   * @throws StoreError; Outdated when another process has changed the tenant or the batch meanwhile.
   */
  async perform(request: CommandRequest): Promise<Outcome | undefined> {
    const { log, locks } = this.#deps;
    const { tenantId, command } = request;
    const by = command.by.id;
    const tried = await locks.tryRun(tenantId, () => this.#decide(request), patienceMs);
    const outcome = tried === busy ? this.#refuseBusy(tenantId) : tried;
    if (outcome?.refused) await this.#recordRefusal(request, outcome.refused);
    log.info('command', { tenantId, do: command.do, by, refused: outcome ? outcome.refused : 'noSuchTenant' });
    if (outcome && outcome.facts.length > 0) this.tenantChanged.emit(tenantId);
    return outcome;
  }

  async #recordRefusal({ tenantId, command, batch }: CommandRequest, why: RefusalReason): Promise<void> {
    const { audit, clock, store } = this.#deps;
    const { do: asked, by } = command;
    const ofBatch = batch && { batchId: batch.id };
    const entry = { at: clock.now(), what: 'commandRefused', by: by.id, tenantId, ...ofBatch, asked, why };
    if (!batch) return audit.append([entry]);
    const saved = batch.saved(why);
    if (!saved) return;
    const committed = await store.commit({ ...saved, audit: [entry] });
    if ('refused' in committed) throw new Outdated(`batch ${batch.id} was changed by another`);
  }

  async #decide(request: CommandRequest): Promise<Outcome | undefined> {
    const { tenantId, command, version, batch } = request;
    const { store, clock } = this.#deps;
    const tenant = store.tenant(tenantId);
    if (!tenant) return undefined;
    const isOutdated = version !== undefined && version !== tenant.version;
    if (isOutdated && isRepeated(command, tenant, clock.now())) return { tenant, facts: [] };
    const decided = this.#withSecond(decide(command, tenant), request, tenant);
    const decision = withTicket(decided, request, tenant, this.#deps.ticketSubjects);
    if ('refused' in decision) return { tenant, facts: [], refused: decision.refused };
    if (isOutdated) return { tenant, facts: [], refused: 'outdated' };
    const recording = new Recording(tenant, this.#deps, batch?.id);
    recording.add(this.#agreed(decision.facts, command, tenant));
    await recording.save(batch?.saved('done'));
    return { tenant: recording.tenant, facts: recording.facts };
  }

  // A batch has asked for its second admin itself: not where what it leads to has become another since.
  #withSecond(decision: Decision, { command, batch }: CommandRequest, tenant: Tenant): Decision {
    if ('refused' in decision) return decision;
    const { templates, secondAdmin: rules } = this.#deps;
    const template = templateFor(templates.current, subjectAfter(tenant, wishIn(command)));
    const present = presentTemplate(tenant, templateFor(templates.current, tenant), template);
    const takes = takesSecond(command, { rules, template, present });
    if (batch ? !batch.lacksSecond({ takesSecond: takes, template }) : !takes) return decision;
    if (batch || tenant.awaitedSecond || !canWait(command)) return { refused: 'awaitsSecondAdmin' };
    const action = secondedActionOf(command);
    const conversationId = command.conversationId ?? tenant.onboarding?.conversationId ?? '';
    const asked = { id: randomUUID(), action, conversationId, basis: basisOf(action, tenant, template) };
    return { facts: [{ type: 'secondAdminAsked', by: command.by, asked }] };
  }

  #agreed(facts: readonly FactData[], command: Command, tenant: Tenant): readonly FactData[] {
    const { templates, secondAdmin } = this.#deps;
    if (!secondAdmin.subjects.includes('enable')) return facts;
    const asked = command.do === 'approveSecond' ? (tenant.awaitedSecond?.action ?? command) : command;
    const own = tenant.onboarding && templateFor(templates.current, tenant);
    return withAgreed(facts, own, templateFor(templates.current, subjectAfter(tenant, wishIn(asked))));
  }

  #refuseBusy(tenantId: string): Outcome | undefined {
    const tenant = this.#deps.store.tenant(tenantId);
    return tenant && { tenant, facts: [], refused: 'busy' };
  }
}

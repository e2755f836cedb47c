// What happens between a click and its outcome? The only sequencer of what people ask for.
import type { Command } from '../../domain/tenant/commands.js';
import { decide, type RefusalReason } from '../../domain/tenant/decide.js';
import type { Fact } from '../../domain/tenant/facts.js';
import { isRepeated } from '../../domain/tenant/repeat.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { busy } from '../../runtime/keyed-lock.js';
import type { Dependencies } from '../dependencies.js';
import type { Store } from '../ports/store.js';
import { Recording } from './recording.js';

/** The tenant as it is now, with what happened to it, or with why nothing did. */
export interface Outcome {
  readonly tenant: Tenant;
  /** In the order in which they happened; empty when the command was refused, or carried out by the click before. */
  readonly facts: readonly Fact[];
  readonly refused?: RefusalReason | undefined;
}

/** Carries out a command on a tenant. `undefined`: there is no such tenant. */
export type Perform = (request: Request) => Promise<Outcome | undefined>;

/** A command, the tenant it is for, and the version of the card that it came from. */
export interface Request {
  readonly tenantId: string;
  readonly command: Command;
  /** Absent: the command does not come from a card. */
  readonly version?: number | undefined;
}

// Teams gives a click about ten seconds. Whoever would wait longer than this is told to try again instead.
const patienceMs = 5000;

/**
 * Load, decide, evolve, save, answer. Microsoft is not asked while a person waits: a command is a saved fact, and
 * `advance` does at Microsoft what follows from it, seconds later or after a crash. `onChange` is told of every tenant
 * that a command has changed, so that what it asks for is begun.
 */
export function performer(deps: Dependencies, onChange: (tenantId: string) => void): Perform {
  const { store, audit, clock, log, locks } = deps;
  return async ({ tenantId, command, version }) => {
    const work = async (): Promise<Outcome | undefined> => {
      const tenant = store.tenant(tenantId);
      if (!tenant) return undefined;
      const isOutdated = version !== undefined && version !== tenant.version;
      if (isOutdated && isRepeated(command, tenant, clock.now())) return { tenant, facts: [] };
      const decision = decide(command, tenant);
      if ('refused' in decision) return { tenant, facts: [], refused: decision.refused };
      if (isOutdated) return { tenant, facts: [], refused: 'outdated' };
      const recording = new Recording(tenant, deps);
      recording.add(decision.facts);
      await recording.save();
      return { tenant: recording.tenant, facts: recording.facts };
    };
    const tried = await locks.tryRun(tenantId, work, patienceMs);
    const outcome = tried === busy ? refuseBusy(store, tenantId) : tried;
    if (outcome?.refused) {
      const { refused: why } = outcome;
      await audit.append([
        { at: clock.now(), what: 'commandRefused', by: command.by.id, tenantId, asked: command.do, why },
      ]);
    }
    const refused = outcome ? outcome.refused : 'noSuchTenant';
    log.info('command', { tenantId, do: command.do, by: command.by.id, refused });
    if (outcome && outcome.facts.length > 0) onChange(tenantId);
    return outcome;
  };
}

function refuseBusy(store: Store, tenantId: string): Outcome | undefined {
  const tenant = store.tenant(tenantId);
  return tenant && { tenant, facts: [], refused: 'busy' };
}

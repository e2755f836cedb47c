// What comes back from asking for something?
import type { RefusalReason } from '../../domain/tenant/decide.js';
import type { Fact } from '../../domain/tenant/facts.js';
import type { Tenant } from '../../domain/tenant/tenant.js';

/** The tenant as it is now, with what happened to it, or with why nothing did. */
export interface Outcome {
  readonly tenant: Tenant;
  /** In the order in which they happened; empty when the command was refused, or carried out by the click before. */
  readonly facts: readonly Fact[];
  readonly refused?: RefusalReason | undefined;
}

// Who looks after a tenant: a person who has said so, until they or an admin say otherwise or they leave it alone for too long.
import { addDays, type Instant, secondsBetween } from '../time.js';
import type { Command } from './commands.js';
import type { Fact, FactData } from './facts.js';
import type { Tenant } from './tenant.js';

/** A command about who looks after a tenant. */
export type OwnershipCommand = Extract<
  Command,
  { readonly do: 'take' | 'release' | 'releaseOther' | 'assign' | 'assignOther' }
>;

type Decision = { readonly facts: readonly FactData[] } | { readonly refused: 'alreadyDone' | 'ownedByOther' };

/** Decides such a command, whatever the tenant's status. No one takes a tenant from someone else: it's released or handed over first. */
export function decideOwnership(command: OwnershipCommand, { owner }: Tenant): Decision {
  const { do: name, by } = command;
  const isTheirs = owner?.person.id === by.id;
  switch (command.do) {
    case 'take':
      if (owner) return { refused: isTheirs ? 'alreadyDone' : 'ownedByOther' };
      return { facts: [{ type: 'ownershipTaken', by }] };
    case 'release':
    case 'releaseOther':
      if (!owner) return { refused: 'alreadyDone' };
      if (!isTheirs && name === 'release') return { refused: 'ownedByOther' };
      return { facts: [{ type: 'ownershipReleased', by }] };
    case 'assign':
    case 'assignOther': {
      const { to } = command;
      if (owner?.person.id === to.id) return { refused: 'alreadyDone' };
      if (owner && !isTheirs && name === 'assign') return { refused: 'ownedByOther' };
      return { facts: [{ type: 'ownershipGiven', by, owner: to, isTold: true }] };
    }
    default:
      return command satisfies never;
  }
}

/** The tenant after a fact: what its owner does to it counts as looking after it. */
export function withOwnerActing(tenant: Tenant, fact: Fact): Tenant {
  const { owner } = tenant;
  if (!owner || !('by' in fact) || fact.by?.id !== owner.person.id || owner.actedAt >= fact.at) return tenant;
  return { ...tenant, owner: { ...owner, actedAt: fact.at } };
}

/** The release of a tenant that its owner has left alone for so many days; none: it stays theirs. `days` 0: it always does. */
export function lapsedOwnership(tenant: Tenant, now: Instant, days: number): readonly FactData[] {
  const seconds = secondsToLapse(tenant, now, days);
  return seconds !== undefined && seconds <= 0 ? [{ type: 'ownershipReleased' }] : [];
}

/** Seconds until then, 0 or less once it's over; `undefined`: there's no owner, or no such day. */
export function secondsToLapse({ owner }: Tenant, now: Instant, days: number): number | undefined {
  return owner && days > 0 ? secondsBetween(now, addDays(owner.actedAt, days)) : undefined;
}

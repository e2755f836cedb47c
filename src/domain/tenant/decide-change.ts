// Decides what an import has for a tenant.
import { chosenTemplate } from '../access/access-templates.js';
import type { Person } from '../person.js';
import { changedTags, mostTags, type TagChange } from '../tag.js';
import type { Command } from './commands.js';
import type { FactData } from './facts.js';
import type { Tenant } from './tenant.js';
import type { TenantChange } from './tenant-change.js';

/** The command that makes such a change. */
export type ChangeCommand = Extract<Command, { readonly do: 'import' | 'importOver' }>;

type Decision =
  | { readonly facts: readonly FactData[] }
  | { readonly refused: 'alreadyDone' | 'ownedByOther' | 'tooManyTags' };

/** The command by which a person has a tenant changed so: it takes more where someone else looks after it. */
export function changeCommand(by: Person, change: TenantChange, { owner }: Tenant): ChangeCommand {
  const isOthers = owner !== undefined && owner.person.id !== by.id;
  const takesOver = isOthers && change.owner !== undefined && change.owner.id !== owner.person.id;
  return { do: takesOver ? 'importOver' : 'import', by, ...change };
}

/** Decides such a command: all of the change, or nothing. */
export function decideChange({ do: name, by, tags, template, owner }: ChangeCommand, tenant: Tenant): Decision {
  const tagged = tags ? factsOfTags(by, tags, tenant) : [];
  if (tagged === 'tooManyTags') return { refused: tagged };
  const isGiven = owner !== undefined && owner.id !== tenant.owner?.person.id;
  if (isGiven && name === 'import' && changeCommand(by, { owner }, tenant).do !== name)
    return { refused: 'ownedByOther' };
  const isChosen = template !== undefined && template !== chosenTemplate(tenant);
  const facts: readonly FactData[] = [
    ...tagged,
    ...(isChosen ? [{ type: 'templateChosen', by, template } as const] : []),
    ...(isGiven ? [{ type: 'ownershipGiven', by, owner } as const] : []),
  ];
  return facts.length === 0 ? { refused: 'alreadyDone' } : { facts };
}

/** What happens to the tags; nothing where they are so already. */
export function factsOfTags(by: Person, change: TagChange, { tags = [] }: Tenant): readonly FactData[] | 'tooManyTags' {
  const next = changedTags(tags, change);
  if (next.length > mostTags) return 'tooManyTags';
  const removed = tags.filter((tag) => !next.includes(tag));
  const added = next.filter((tag) => !tags.includes(tag));
  return added.length + removed.length === 0 ? [] : [{ type: 'tagged', by, added, removed }];
}

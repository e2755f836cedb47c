// What waits for a second admin at a tenant, as it's kept.
import type { TemplateWish } from '../access/access-templates.js';
import type { Person } from '../person.js';
import type { TagChange } from '../tag.js';
import type { Instant } from '../time.js';

/** What such a command says besides who asks where. */
export type SecondedAction =
  | ({ readonly do: 'enable'; readonly shownTemplate?: string | undefined } & TemplateWish)
  | ({ readonly do: 'tag' } & TagChange)
  | { readonly do: 'removeGlobalAdministrator' }
  | { readonly do: 'endEarlier'; readonly relationshipId: string };

/** What waits for a second admin. */
export interface AwaitedSecond {
  readonly id: string;
  readonly action: SecondedAction;
  readonly by: Person;
  readonly at: Instant;
  /** Where it was asked for. */
  readonly conversationId: string;
  /** What of the tenant was agreed to (`basisOf`): once it's another, the yes would be to something else. */
  readonly basis: string;
}

// What the partner itself says of a tenant, as an import changes it.
import type { Person } from '../person.js';
import type { TagChange } from '../tag.js';

/** What becomes of it. What's absent stays. */
export interface TenantChange {
  readonly tags?: TagChange | undefined;
  /** Name of the access template that is chosen for it. */
  readonly template?: string | undefined;
  /** Who looks after it. */
  readonly owner?: Person | undefined;
}

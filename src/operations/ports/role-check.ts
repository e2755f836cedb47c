// Which role a person has, for what is done in their name while they don't ask.
import type { Person } from '../../domain/person.js';
import type { RoleName } from '../../domain/tenant/commands.js';

/** Who may what, as it is now. */
export interface RoleCheck {
  /**
   * A person's role; `undefined`: none.
   * @throws an ExpectedError when it may be a higher one, which can't be found out at the moment.
   */
  checkedRoleOf(person: Person): Promise<RoleName | undefined>;
}

// Who is what? By Entra object id, or as a member of an Entra group; never by what a card says.
import { includesRole, type RoleName } from '../domain/commands.js';
import type { Person } from '../domain/person.js';
import { within } from '../operations/patience.js';
import type { Clock, Log, Microsoft } from '../operations/ports.js';

/** Entra object ids in lower case, by role: of people, and with `group:` before them of groups. */
export interface Lists {
  readonly admins: readonly string[];
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
}

/** What asking for roles takes. */
export interface RosterPorts {
  readonly groupsOf: Microsoft['groupsOf'];
  readonly clock: Clock;
  readonly log: Log;
}

const groupMark = 'group:';
const freshForMs = 5 * 60_000;
// A group that cannot be read is asked for again after this long; until then nobody is in it.
const closedForMs = 15_000;
// A click has to be answered within some ten seconds.
const patienceMs = 4000;

/** Roles by the lists of the settings; the highest counts. No lists at all: the sandbox, where everybody is an admin. */
export class Roster {
  readonly #ports: RosterPorts;
  readonly #people: ReadonlyMap<string, RoleName> | undefined;
  readonly #groups: ReadonlyMap<string, RoleName>;
  readonly #memberships = new Map<string, { readonly groupIds: Promise<readonly string[]>; readonly until: number }>();
  readonly #last = new Map<string, RoleName | undefined>();
  /** People whose groups could not be read when they were last asked for. */
  readonly #unread = new Set<string>();

  constructor(lists: Lists | undefined, ports: RosterPorts) {
    this.#ports = ports;
    const all = lists && [
      ...listed(lists.viewers, 'viewer'),
      ...listed(lists.operators, 'operator'),
      ...listed(lists.admins, 'admin'),
    ];
    this.#people = all && new Map(all.filter(([id]) => !id.startsWith(groupMark)));
    this.#groups = new Map(
      (all ?? []).filter(([id]) => id.startsWith(groupMark)).map(([id, role]) => [id.slice(groupMark.length), role]),
    );
  }

  /** The role of a person; `undefined`: none, so nothing is allowed. Groups that cannot be read count as not theirs. */
  async roleOf({ id }: Person): Promise<RoleName | undefined> {
    const key = id.toLowerCase();
    const role = await this.#find(key);
    this.#last.set(key, role);
    return role;
  }

  /**
   * Whether somebody may still be told of tenants; `undefined` while the groups that would say so cannot be read. Whoever
   * asks for something then is refused; what is to be told can wait.
   */
  async mayLook(id: string): Promise<boolean | undefined> {
    const role = await this.roleOf({ id, name: '' });
    if (role !== undefined) return true;
    return this.#unread.has(id.toLowerCase()) ? undefined : false;
  }

  /** The role that somebody had when they were last asked about: for drawing what they may press, never for letting them. */
  lastRoleOf(id: string): RoleName | undefined {
    return this.#people ? this.#last.get(id.toLowerCase()) : 'admin';
  }

  async #find(id: string): Promise<RoleName | undefined> {
    if (!this.#people) return 'admin';
    const named = this.#people.get(id);
    if (named === 'admin' || this.#groups.size === 0 || id === '') return named;
    const groupIds = await this.#groupsOf(id);
    return groupIds.map((groupId) => this.#groups.get(groupId)).reduce(higher, named);
  }

  #groupsOf(id: string): Promise<readonly string[]> {
    const known = this.#memberships.get(id);
    const now = this.#now();
    if (known && known.until > now) return known.groupIds;
    const groupIds = this.#ask(id);
    this.#memberships.set(id, { groupIds, until: now + freshForMs });
    return groupIds;
  }

  async #ask(id: string): Promise<readonly string[]> {
    const { groupsOf, clock, log } = this.#ports;
    try {
      const groupIds = await within(clock, patienceMs, groupsOf(id, [...this.#groups.keys()]));
      if (groupIds) {
        this.#unread.delete(id);
        return groupIds;
      }
      log.warn('groupsNotRead', { by: id });
    } catch (error) {
      log.warn('groupsNotRead', { by: id, error });
    }
    this.#unread.add(id);
    this.#memberships.set(id, { groupIds: Promise.resolve([]), until: this.#now() + closedForMs });
    return [];
  }

  #now(): number {
    return Date.parse(this.#ports.clock.now());
  }
}

function listed(ids: readonly string[], role: RoleName): readonly (readonly [string, RoleName])[] {
  return ids.map((id) => [id, role] as const);
}

function higher(a: RoleName | undefined, b: RoleName | undefined): RoleName | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return includesRole(a, b) ? a : b;
}

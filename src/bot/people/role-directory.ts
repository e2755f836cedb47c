// Who has which role: by Entra object id, or as a member of an Entra group; never by what a card says.

import { LRUCache } from 'lru-cache';
import { ExpectedError } from '../../domain/errors.js';
import type { Person } from '../../domain/person.js';
import { includesRole, type RoleName } from '../../domain/tenant/commands.js';
import type { Directory } from '../../operations/ports/microsoft.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { withTimeout } from '../../runtime/timeout.js';

/** Entra object ids in lower case, by role: of people, and with `group:` before them of groups. */
export interface Lists {
  readonly admins: readonly string[];
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
}

/** What asking for roles takes. */
export interface RoleDirectoryDeps {
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Log;
}

const groupKey = 'group:';
const freshForMs = 5 * 60_000;
// Groups that couldn't be read are asked for again after this long.
const againAfterMs = 3000;
// A part of the time for an answer; a later result counts for the next one.
const patienceMs = 2500;
const mostPeople = 10_000;

/** A person's role couldn't be found out, because Entra didn't answer about their groups. */
export class RoleNotChecked extends ExpectedError {
  readonly code = 'roleNotChecked';

  constructor() {
    super('the groups that decide a person’s role could not be read');
  }
}

/** A person's role, as far as it's known. */
interface Known {
  readonly role: RoleName | undefined;
  /** Whether a group that couldn't be read might raise the role. */
  readonly isUnread: boolean;
}

/** The groups of a person; `undefined`: they couldn't be read. */
interface Membership {
  readonly groupIds: Promise<readonly string[] | undefined>;
  /** When a finished reading is too old, by the clock's `elapsedMs`. */
  until: number;
  /** A wait for the reading timed out, and isn't repeated before this. */
  waitedUntil: number;
}

/** Roles by the lists of the settings; the highest counts. No lists at all: the sandbox, where each person is an admin. */
export class RoleDirectory {
  readonly #deps: RoleDirectoryDeps;
  readonly #people: ReadonlyMap<string, RoleName> | undefined;
  readonly #groups: ReadonlyMap<string, RoleName>;
  readonly #memberships = new LRUCache<string, Membership>({ max: mostPeople });
  readonly #last = new LRUCache<string, Known>({ max: mostPeople });

  constructor(lists: Lists | undefined, deps: RoleDirectoryDeps) {
    this.#deps = deps;
    const all = lists && [
      ...listed(lists.viewers, 'viewer'),
      ...listed(lists.operators, 'operator'),
      ...listed(lists.admins, 'admin'),
    ];
    this.#people = all && new Map(all.filter(([id]) => !id.startsWith(groupKey)));
    this.#groups = new Map(
      (all ?? []).filter(([id]) => id.startsWith(groupKey)).map(([id, role]) => [id.slice(groupKey.length), role]),
    );
  }

  /**
   * The role of a person; `undefined`: none, so nothing is allowed. Groups that can't be read count as not theirs;
   * `isNotChecked` then says that the role might be a higher one.
   */
  async roleOf(person: Person): Promise<RoleName | undefined> {
    return (await this.#ask(person)).role;
  }

  /** Whether a person's groups couldn't be read the last time. */
  isNotChecked({ id }: Person): boolean {
    return this.#last.peek(id.toLowerCase())?.isUnread ?? false;
  }

  /**
   * The role of a person, where it must be certain.
   * @throws RoleNotChecked when it may be a higher one by a group that can't be read.
   */
  async checkedRoleOf(person: Person): Promise<RoleName | undefined> {
    const { role, isUnread } = await this.#ask(person);
    if (isUnread) throw new RoleNotChecked();
    return role;
  }

  /**
   * Whether a person may still be told of tenants; `undefined` while the groups that decide it can't be read. Then a request
   * of the person is refused, and news waits.
   */
  async mayLook(id: string): Promise<boolean | undefined> {
    const { role, isUnread } = await this.#ask({ id, name: '' });
    if (role !== undefined) return true;
    return isUnread ? undefined : false;
  }

  /** The role that a person had when it was last known: for drawing their buttons, never for allowing anything. */
  lastRoleOf(id: string): RoleName | undefined {
    return this.#people ? this.#last.peek(id.toLowerCase())?.role : 'admin';
  }

  async #ask({ id }: Person): Promise<Known> {
    if (!this.#people) return { role: 'admin', isUnread: false };
    const key = id.toLowerCase();
    const known = await this.#find(key, this.#people.get(key));
    // For drawing only, what was read before stays while it can't be read now.
    const last = this.#last.get(key)?.role;
    this.#last.set(key, known.isUnread ? { ...known, role: known.role ?? last } : known);
    return known;
  }

  async #find(id: string, named: RoleName | undefined): Promise<Known> {
    if (named === 'admin' || this.#groups.size === 0 || id === '') return { role: named, isUnread: false };
    const { clock } = this.#deps;
    const membership = this.#membershipOf(id);
    const isSlow = membership.waitedUntil > clock.elapsedMs();
    const groupIds = await withTimeout(clock, isSlow ? 0 : patienceMs, membership.groupIds);
    if (!groupIds && !isSlow) membership.waitedUntil = clock.elapsedMs() + againAfterMs;
    const role = (groupIds ?? []).map((groupId) => this.#groups.get(groupId)).reduce(higher, named);
    return { role, isUnread: groupIds === undefined };
  }

  #membershipOf(id: string): Membership {
    const known = this.#memberships.get(id);
    if (known && known.until > this.#deps.clock.elapsedMs()) return known;
    const membership: Membership = {
      // However long Microsoft takes: everyone waits for this answer, and none is requested a second time.
      until: Number.POSITIVE_INFINITY,
      waitedUntil: 0,
      groupIds: this.#read(id).then((groupIds) => {
        membership.until = this.#deps.clock.elapsedMs() + (groupIds ? freshForMs : againAfterMs);
        return groupIds;
      }),
    };
    this.#memberships.set(id, membership);
    return membership;
  }

  async #read(id: string): Promise<readonly string[] | undefined> {
    const { directory, log } = this.#deps;
    try {
      return await directory.groupsOf(id, [...this.#groups.keys()]);
    } catch (error) {
      log.warn('groupsNotRead', { by: id, error });
      return undefined;
    }
  }
}

function listed(ids: readonly string[], role: RoleName): readonly (readonly [string, RoleName])[] {
  return ids.map((id) => [id, role] as const);
}

function higher(a: RoleName | undefined, b: RoleName | undefined): RoleName | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return includesRole(a, b) ? a : b;
}

// Findings about the people that the settings name.
import type { Finding } from './checkup.js';

/** The people and groups that the settings name. */
export interface NamedPeople {
  /** Entra object ids of people, and of groups after `group:`, by role. Absent: everyone may do everything. */
  readonly lists?:
    | { readonly admins: readonly string[]; readonly operators: readonly string[]; readonly viewers: readonly string[] }
    | undefined;
  /** Whether a second admin must approve anything. */
  readonly needsSecondAdmin: boolean;
}

const groupPrefix = 'group:';

/** Ids of the groups that the lists name, each once. */
export function namedGroups({ lists }: NamedPeople): readonly string[] {
  const all = Object.values(lists ?? {}).flat();
  return [...new Set(all.filter((id) => id.startsWith(groupPrefix)).map((id) => id.slice(groupPrefix.length)))];
}

/** Settings with which no one, or too few, may act. `emptyGroups`: ids of groups that aren't there or have no member. */
export function peopleFinding({ lists, needsSecondAdmin }: NamedPeople, emptyGroups: readonly string[]): Finding {
  const check = 'people';
  if (!lists) return { check, state: 'good', what: 'everybodyMay' };
  const empty = new Set(emptyGroups.map((id) => `${groupPrefix}${id}`));
  const real = (ids: readonly string[]) => [...new Set(ids)].filter((id) => !empty.has(id));
  const admins = real(lists.admins);
  const all = new Set([...admins, ...real(lists.operators), ...real(lists.viewers)]);
  if (all.size === 0) return { check, state: 'wrong', what: 'nobodyMay', emptyGroups };
  if (admins.length === 0) return { check, state: 'warning', what: 'noAdmins', emptyGroups };
  if (emptyGroups.length > 0) return { check, state: 'warning', what: 'emptyGroups', emptyGroups };
  const isAlone = admins.length === 1 && admins.every((id) => !id.startsWith(groupPrefix));
  if (needsSecondAdmin && isAlone) return { check, state: 'warning', what: 'noSecondAdmin' };
  return { check, state: 'good', what: 'peopleNamed', count: all.size };
}

// What can a test, or a person, change about the partner's own people and groups?
import type { Cloud } from '../cloud.js';
import { Refusal } from '../wire/refusal.js';

/** The partner's directory. */
export interface DirectoryControls {
  /**
   * Who is in a group, instead of whoever was: object ids of persons, and of groups within the group. Throws a `Refusal`
   * for an unknown group.
   */
  setGroupMembers(groupId: string, memberIds: readonly string[]): void;
  /** What a group is, where it differs from now; one that is not there yet is made. */
  setGroup(groupId: string, change: { readonly name?: string; readonly isSecurity?: boolean }): void;
  /** There is no such group any more; in the groups that it was in stays nothing of it. */
  removeGroup(groupId: string): void;
  /** This person is no user of the partner, or no longer: Graph answers 404. */
  removeUser(userId: string): void;
}

/** The controls of one cloud's directory. */
export function directoryControls({ world }: Cloud): DirectoryControls {
  return {
    setGroupMembers(groupId, memberIds) {
      const group = world.directory.group(groupId);
      if (!group) throw new Refusal(404, 'notFound', `There is no group ${groupId}.`);
      group.memberIds = memberIds.map((id) => id.toLowerCase());
      world.changed();
    },
    setGroup(groupId, change) {
      const id = groupId.toLowerCase();
      const before = world.directory.group(id) ?? { id, name: 'A group', memberIds: [], isSecurity: true };
      world.directory.addGroup({ ...before, ...change });
      world.changed();
    },
    removeGroup(groupId) {
      const id = groupId.toLowerCase();
      world.directory.removeGroup(id);
      for (const group of world.directory.groups()) {
        group.memberIds = group.memberIds.filter((memberId) => memberId !== id);
      }
      world.changed();
    },
    removeUser(userId) {
      world.directory.removeUser(userId);
      world.changed();
    },
  };
}

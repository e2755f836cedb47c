// Controls of the partner's own people and groups.
import type { Cloud } from '../cloud.js';
import { Refusal } from '../wire/refusal.js';

/** The partner's directory. */
export interface DirectoryControls {
  /**
   * Replaces a group's members: object ids of people, and of groups within the group.
   * @throws Refusal for an unknown group
   */
  setGroupMembers(groupId: string, memberIds: readonly string[]): void;
  /** Changes a group's properties; an unknown group is created. */
  setGroup(groupId: string, change: { readonly name?: string; readonly isSecurity?: boolean }): void;
  /** Removes a group, also from the groups that contain it. */
  removeGroup(groupId: string): void;
  /** Removes a user of the partner: Graph answers 404. */
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

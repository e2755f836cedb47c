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
    removeUser(userId) {
      world.directory.removeUser(userId);
      world.changed();
    },
  };
}

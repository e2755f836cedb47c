// The partner's users and security groups.
import type { Group } from './model.js';
import { accessTemplate, groupIds, partner } from './partner.js';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The groups of the story: one for each role in Gatehouse and one for each line of the access template, without members but
 * for the service account; and AdminAgents.
 */
export function startingGroups(): Group[] {
  const ours = ['Gatehouse admins', 'Gatehouse operators', 'Gatehouse viewers'].map((name, index) => ({
    id: `d0000000-0000-4000-8000-00000000000${index + 1}`,
    name,
    memberIds: [],
    isSecurity: true,
  }));
  const ofTemplate = accessTemplate.assignments.map(({ groupId, groupName }) => ({
    id: groupId,
    name: groupName,
    // The service account manages applications at customers, consents included.
    memberIds: groupId === groupIds.azure ? [partner.user.objectId] : [],
    isSecurity: true,
  }));
  return [...ours, ...ofTemplate, adminAgents()];
}

// The group whose members may act for the partner at its customers, by Microsoft's own name. Its members are the service
// account, and the groups of the template, so that they reach Azure.
function adminAgents(): Group {
  const memberIds = [partner.user.objectId, ...accessTemplate.assignments.map(({ groupId }) => groupId)];
  return { id: groupIds.adminAgents, name: 'AdminAgents', memberIds, isSecurity: true };
}

/** The partner's directory. Every GUID is a user, except groups and removed users. */
export class Directory {
  readonly #groups = new Map<string, Group>();
  readonly #removedUserIds = new Set<string>();

  groups(): Group[] {
    return [...this.#groups.values()];
  }

  group(id: string): Group | undefined {
    return this.#groups.get(id.toLowerCase());
  }

  addGroup(group: Group): void {
    this.#groups.set(group.id, group);
  }

  removeGroup(id: string): void {
    this.#groups.delete(id.toLowerCase());
  }

  removedUserIds(): string[] {
    return [...this.#removedUserIds];
  }

  removeUser(id: string): void {
    this.#removedUserIds.add(id.toLowerCase());
  }

  isUser(id: string): boolean {
    return guid.test(id) && !this.#removedUserIds.has(id.toLowerCase()) && !this.group(id);
  }

  /** Whether a user is in a group, directly or through other groups, which may form circles. */
  isMember(userId: string, groupId: string): boolean {
    const ids = new Set([userId.toLowerCase()]);
    // The set grows during the loop: a group that holds a member becomes a member.
    for (const id of ids) {
      for (const group of this.#groups.values()) if (group.memberIds.includes(id)) ids.add(group.id);
    }
    return ids.has(groupId.toLowerCase());
  }
}

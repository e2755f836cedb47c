// A template to begin with: what a service desk, engineers and a security team usually need, and no more.

/** A group to create, and why its roles are those. */
interface RecommendedGroup {
  readonly groupName: string;
  /** By Microsoft's names. */
  readonly roles: readonly string[];
  readonly does: string;
}

/**
 * The groups, from the least to the most that they can do. No role among them can give anyone other roles, so each relationship
 * can renew by itself.
 * @see https://learn.microsoft.com/partner-center/gdap-least-privileged-roles-by-task (checked 2026-11-29)
 */
export const recommendedGroups: readonly RecommendedGroup[] = [
  {
    groupName: 'GDAP Service Desk',
    roles: ['Directory Readers', 'Helpdesk Administrator', 'Service Support Administrator', 'Message Center Reader'],
    does: 'looks, resets passwords of people without a role, and opens tickets at Microsoft',
  },
  {
    groupName: 'GDAP Engineers',
    roles: [
      'Global Reader',
      'User Administrator',
      'Groups Administrator',
      'License Administrator',
      'Exchange Administrator',
      'SharePoint Administrator',
      'Teams Administrator',
      'Intune Administrator',
    ],
    does: 'manages people, licenses, devices and the services',
  },
  {
    groupName: 'GDAP Security',
    roles: ['Security Administrator', 'Conditional Access Administrator', 'Authentication Administrator'],
    does: 'manages security policies and how people sign in',
  },
];

/** The template as a file, whose groups have no ID yet. */
export function recommendedTemplate(): string {
  const assignments = recommendedGroups.map(({ groupName, roles }) => ({ groupId: '', groupName, roles }));
  const template = { durationDays: 730, autoExtend: true, requireAzure: false, repair: false, assignments };
  return `${JSON.stringify(template, null, 2)}\n`;
}

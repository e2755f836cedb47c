// The steps for the security groups of the access template.
import type { TemplateGroup } from '../config/template-groups.js';
import { ConfigError } from '../domain/errors.js';
import { answerAs, groupAnswer, groupsAnswer } from './answers.js';
import type { AzStep, SetupFacts } from './step.js';

/** A step for each group: one with an ID has to be there, one without is found by its name or made. */
export function groupSteps(groups: readonly TemplateGroup[]): readonly AzStep[] {
  return groups.map(({ name, id }, index) => (id === undefined ? openGroup(name, index) : namedGroup(name, id)));
}

function namedGroup(name: string, id: string): AzStep {
  return {
    kind: 'az',
    title: `Group “${name}” of the access template`,
    look: () => ['ad', 'group', 'show', '--group', id],
    judge: (answer) => {
      if (answer === undefined) throw noSuchGroup(name, id);
      const { displayName, securityEnabled } = answerAs(groupAnswer, answer);
      if (securityEnabled !== true) throw notSecurity(name, id);
      return { kind: 'there', what: `${displayName ?? name} (${id})` };
    },
  };
}

// Only a new group is certain to be empty: a person decides about any other, whose members get the roles.
function openGroup(name: string, index: number): AzStep {
  const kept = (id: string, { groupIds }: SetupFacts): SetupFacts => ({ groupIds: { ...groupIds, [index]: id } });
  return {
    kind: 'az',
    title: `Group “${name}” of the access template`,
    look: () => ['ad', 'group', 'list', '--filter', `displayName eq '${name.replaceAll(`'`, `''`)}'`],
    judge: (answer, facts) => {
      const [found, ...others] = answerAs(groupsAnswer, answer);
      if (!found) return { kind: 'absent' };
      if (others.length > 0) throw severalGroups(name);
      if (found.securityEnabled !== true) throw notSecurity(name, found.id);
      const question = `There’s already a group called “${name}” (${found.id}). Its members will get this group’s roles in every tenant that you enable. Use it?`;
      const then = { kind: 'there', what: found.id, facts: kept(found.id, facts) } as const;
      return { kind: 'sameName', question, then };
    },
    // Without --force the CLI takes a group that was made meanwhile, and fails on a name with an apostrophe.
    // @see https://github.com/Azure/azure-cli, role/custom.py, create_group (checked 2026-11-29)
    act: () => [
      ...['ad', 'group', 'create', '--display-name', name, '--mail-nickname', nicknameOf(name, index)],
      ...['--force', 'true'],
    ],
    learn: (answer, facts) => kept(answerAs(groupAnswer, answer).id, facts),
  };
}

/** A mail nickname, which Entra wants though the group gets no mail: ASCII letters, digits and hyphens. */
function nicknameOf(name: string, index: number): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `${plain.toLowerCase() || `group-${index + 1}`}`;
}

function noSuchGroup(name: string, id: string): ConfigError {
  return new ConfigError(
    `the group “${name}” (${id}) of the access template isn’t in this tenant`,
    'Put the ID of a security group of this tenant into the template, or remove its groupId to have the group created.',
  );
}

function notSecurity(name: string, id: string): ConfigError {
  return new ConfigError(
    `the group “${name}” (${id}) isn’t a security group, and only security groups can get access`,
    'Choose another name in the access template, or put the ID of a security group into it.',
  );
}

function severalGroups(name: string): ConfigError {
  return new ConfigError(
    `your tenant has several groups called “${name}”`,
    'Put the ID of the right one into the access template.',
  );
}

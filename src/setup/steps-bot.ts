// The steps that make the Azure Bot: resource group, the bot itself, and its Teams channel.
import { ConfigError } from '../domain/errors.js';
import { answerAs, botAnswer, existsAnswer } from './answers.js';
import type { SetupOptions } from './setup-options.js';
import { type AzStep, botAppId } from './step.js';

/** The three steps, in order. */
export function botSteps(options: SetupOptions): readonly AzStep[] {
  return [resourceGroup(options), azureBot(options), teamsChannel(options)];
}

/** The name of the Azure Bot, which no other bot of anyone's may have: 4 to 42 letters, digits, hyphens and underscores. */
export function botNameOf({ name, tenantId }: Pick<SetupOptions, 'name' | 'tenantId'>): string {
  return `${name.toLowerCase().replaceAll(' ', '-')}-${tenantId.slice(0, 8)}`;
}

function resourceGroup({ resourceGroup: name, location }: SetupOptions): AzStep {
  return {
    kind: 'az',
    title: `Resource group ${name}`,
    look: () => ['group', 'exists', '--name', name],
    judge: (answer) => {
      if (answerAs(existsAnswer, answer)) return { kind: 'there', what: name };
      if (location !== undefined) return { kind: 'absent' };
      throw new ConfigError(
        `the resource group ${name} doesn’t exist, and Azure needs a location to create it`,
        'Run the same command again with --location, for example --location westeurope.',
      );
    },
    act: () => ['group', 'create', '--name', name, '--location', location ?? '<location>'],
  };
}

/**
 * The Azure Bot, free of charge (F0). One that belongs to another app is left alone.
 * @see https://learn.microsoft.com/cli/azure/bot#az-bot-create (checked 2026-11-29)
 */
function azureBot(options: SetupOptions): AzStep {
  const { resourceGroup: group, tenantId, endpoint, name } = options;
  const botName = botNameOf(options);
  const address = `${endpoint}/api/messages`;
  const which = ['--resource-group', group, '--name', botName];
  return {
    kind: 'az',
    title: `Azure Bot ${botName}`,
    look: () => ['bot', 'show', ...which],
    judge: (answer, facts) => {
      if (answer === undefined) return { kind: 'absent' };
      const { msaAppId, endpoint: current } = answerAs(botAnswer, answer).properties;
      if (msaAppId.toLowerCase() !== botAppId(facts).toLowerCase()) {
        throw new ConfigError(
          `the Azure Bot ${botName} belongs to another app (${msaAppId})`,
          'Choose another name with --name, or delete that bot if nothing uses it.',
        );
      }
      if (current === address) return { kind: 'there', what: `answers at ${address}` };
      const act = ['bot', 'update', ...which, '--endpoint', address];
      return { kind: 'incomplete', what: `the messaging endpoint ${address} (now ${current || 'none'})`, act };
    },
    act: (facts) => [
      ...['bot', 'create', ...which, '--display-name', name, '--sku', 'F0', '--endpoint', address],
      ...['--app-type', 'SingleTenant', '--appid', botAppId(facts), '--tenant-id', tenantId],
    ],
  };
}

// The channel by itself can't be asked for: the CLI hides why it isn't there.
function teamsChannel(options: SetupOptions): AzStep {
  const which = ['--resource-group', options.resourceGroup, '--name', botNameOf(options)];
  return {
    kind: 'az',
    title: 'Teams channel of the bot',
    look: () => ['bot', 'show', ...which],
    judge: (answer) => {
      const channels = answer === undefined ? [] : answerAs(botAnswer, answer).properties.configuredChannels;
      return channels.includes('msteams') ? { kind: 'there', what: 'Microsoft Teams' } : { kind: 'absent' };
    },
    act: () => ['bot', 'msteams', 'create', ...which],
  };
}

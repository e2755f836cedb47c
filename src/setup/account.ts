// Who is signed in to the Azure CLI, and whether the setup can begin with that.
import { ConfigError } from '../domain/errors.js';
import { answerAs, versionAnswer } from './answers.js';
import type { AzCalls } from './az-calls.js';
import type { SetupOptions } from './setup-options.js';

/** The first version that was tried: Debian 12's. */
const oldest = [2, 45];

/** Who is signed in. */
export interface CliAccount {
  readonly user: string;
  /** Whether it's a person, and no service principal. */
  readonly isPerson: boolean;
  readonly subscription: string;
}

/**
 * Looks at the CLI and at its sign-in.
 * @throws ConfigError where it's too old, or signed in elsewhere.
 */
export async function checkAccount(calls: AzCalls, { tenantId }: SetupOptions): Promise<CliAccount> {
  const { 'azure-cli': version } = answerAs(versionAnswer, await calls.read(['version']));
  if (isOlder(version)) {
    throw new ConfigError(
      `the Azure CLI is version ${version}, and the setup needs ${oldest.join('.')} or newer`,
      'Run az upgrade, or see https://learn.microsoft.com/cli/azure/update-azure-cli.',
    );
  }
  const account = await calls.holdAccount();
  const { user, name, id } = account;
  if (account.environmentName !== 'AzureCloud') {
    throw new ConfigError(
      `the Azure CLI is set to ${account.environmentName}, and the setup only works in the global cloud (AzureCloud)`,
      'For a national cloud, follow docs/2-bot.md and docs/3-partner.md.',
    );
  }
  if (account.tenantId !== tenantId) {
    throw new ConfigError(
      `the Azure CLI is signed in to the tenant ${account.tenantId}, not to ${tenantId}`,
      `Run az login --tenant ${tenantId}, or az account set --subscription NAME for a subscription of that tenant.`,
    );
  }
  // A tenant without a subscription stands in its place.
  if (id === account.tenantId) {
    throw new ConfigError(
      `${user.name} is signed in without an Azure subscription, and the Azure Bot needs one (it’s free of charge)`,
      `Create a subscription in the tenant or get access to one, then run az login --tenant ${tenantId}.`,
    );
  }
  return { user: user.name, isPerson: user.type === 'user', subscription: `${name} (${id})` };
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = oldest;
  return major < oldMajor || (major === oldMajor && minor < oldMinor);
}

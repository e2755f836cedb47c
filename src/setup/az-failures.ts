// What a failure of the Azure CLI means, and what a person does about it.
import { ConfigError } from '../domain/errors.js';
import { type AzResult, shownCommand } from './az.js';
import type { AzCommand } from './step.js';

/** Whether the CLI says that there's no such thing: by its exit code, or, where a command hides that, by Azure's error code. */
export function isNotThere({ status, stderr }: AzResult): boolean {
  return status === 3 || (status !== 0 && /\bResource(?:Group)?NotFound\b/.test(stderr));
}

/**
 * Whether Entra doesn't know everywhere yet what was just made. The CLI itself waits for the same answers.
 * @see https://github.com/Azure/azure-cli, role/custom.py, create_service_principal_for_rbac (checked 2026-11-29)
 */
export function isTooSoon({ status, stderr }: AzResult): boolean {
  return (
    status !== 0 &&
    / does not reference | does not exist |service principal being created must in the local tenant/.test(stderr)
  );
}

/** Whether it was made before, and a list that the CLI just read didn't have it yet. */
export function isThereAlready({ status, stderr }: AzResult): boolean {
  return status !== 0 && /already (?:in use|exists?)\b|MultipleObjectsWithSameKeyValue/.test(stderr);
}

interface Meaning {
  readonly pattern: RegExp;
  /** What follows "az … failed: ". */
  readonly why: string;
  readonly remedy: string;
}

const loginAgain = (tenantId: string) =>
  `Run az login --tenant ${tenantId} --scope https://graph.microsoft.com//.default, then the same command again.`;

function meanings(tenantId: string): readonly Meaning[] {
  return [
    {
      // @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes (checked 2026-11-29)
      pattern: /AADSTS(?:50005|50072|50074|50076|50079|50097|50131|50158|530[0-3]\d)\b|Conditional Access/i,
      why: 'a Conditional Access policy or multifactor authentication stands in the way of the Azure CLI',
      remedy: `${loginAgain(tenantId)} If it’s refused again, use a device that your policies allow, or follow docs/2-bot.md in the browser.`,
    },
    {
      pattern: /az login|AADSTS(?:700082|50173|70043|70044|700084|50078)|refresh token|No subscription found/i,
      why: 'you aren’t signed in to the Azure CLI, or that sign-in has ended',
      remedy: `Run az login --tenant ${tenantId}, then the same command again.`,
    },
    {
      pattern: /Insufficient privileges|Authorization_RequestDenied|Directory permission is needed/i,
      why: 'your account isn’t allowed to do this in Entra',
      remedy:
        'App registrations take the role Application Administrator, groups take Groups Administrator, and admin consent takes Privileged Role Administrator; Global Administrator covers all of them. Activate the role (PIM) or ask someone who has it, sign in again and run the same command again.',
    },
    {
      pattern: /\bAuthorizationFailed\b|\bLinkedAuthorizationFailed\b/,
      why: 'your account isn’t allowed to do this in the Azure subscription',
      remedy:
        'Ask an Owner of the subscription for the role Contributor on it or on the resource group, then run the same command again. To use another subscription: az account set --subscription NAME.',
    },
    {
      pattern: /\bRequestDisallowedByPolicy\b/,
      why: 'a policy of your Azure subscription doesn’t allow this',
      remedy: 'Choose what the policy allows (often the location), or ask who administers the subscription.',
    },
    {
      pattern:
        /LocationNotAvailable|InvalidResourceLocation|InvalidResourceGroupLocation|location .* (?:not available|is invalid)/i,
      why: 'Azure doesn’t accept this location for the resource group',
      remedy: 'Run az account list-locations --output table, and use a name of its list with --location.',
    },
    {
      pattern: /(?:lifetime|Lifetime) (?:exceeds|of password is too long)|CredentialInvalidLifetime/,
      why: 'your tenant doesn’t allow secrets that last so long',
      remedy: 'Run the same command again with a shorter lifetime, for example --secret-days 90.',
    },
    {
      pattern: /CredentialTypeNotAllowed|Credential type not allowed/i,
      why: 'your tenant doesn’t allow client secrets',
      remedy:
        'Use a managed identity for the bot and a certificate or a managed identity for the partner app: docs/2-bot.md and docs/3-partner.md say how. Put them into .env, then run the same command again.',
    },
    {
      pattern: /TooManyRequests|\b429\b|throttl/i,
      why: 'Microsoft asks for fewer calls',
      remedy: 'Wait a few minutes, then run the same command again.',
    },
    {
      pattern:
        /Max retries exceeded|Failed to establish a new connection|Name or service not known|Connection aborted|timed out/i,
      why: 'the Azure CLI doesn’t reach Microsoft',
      remedy: 'Check the network and the proxy (HTTPS_PROXY), then run the same command again.',
    },
  ];
}

/** What failed, why, and what to do, in words. The CLI's own words follow where ours may not be the whole truth. */
export function azFailure(command: AzCommand, result: AzResult, tenantId: string): ConfigError {
  const said = errorLines(result.stderr);
  const shown = `“${shownCommand(command)}” failed`;
  if (
    command[0] === 'bot' &&
    command[1] === 'create' &&
    /\bResourceNotFound\b|Unable to create bot\./.test(result.stderr)
  ) {
    // The name isn't free, so the CLI looks for a bot of this name in the resource group, and there's none.
    return new ConfigError(
      `${shown}: another bot in Azure already has this name`,
      `Choose another name with --name. The apps that were created under the old name stay in use.\n   The Azure CLI says: ${said}`,
    );
  }
  const meaning = meanings(tenantId).find(({ pattern }) => pattern.test(result.stderr));
  if (!meaning) {
    return new ConfigError(
      `${shown}: ${said || `az ended with ${result.status}`}`,
      'Run the same command again. What’s there already stays and isn’t created twice. The same step as clicks: docs/2-bot.md and docs/3-partner.md.',
    );
  }
  return new ConfigError(`${shown}: ${meaning.why}`, `${meaning.remedy}\n   The Azure CLI says: ${said}`);
}

// The first lines of what it says: what follows are examples and links.
function errorLines(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.replace(/\p{Cc}/gu, ' ').trim());
  const from = lines.findIndex((line) => line.startsWith('ERROR:'));
  return lines
    .slice(Math.max(0, from), Math.max(0, from) + 3)
    .filter((line) => line !== '')
    .join(' ')
    .slice(0, 600);
}

// The settings that follow from what was set up.
import type { Environment } from '../config/settings-reader.js';
import { ConfigError } from '../domain/errors.js';
import type { SetupOptions } from './setup-options.js';
import type { SecretStep, SetupFacts } from './step.js';

/** What is written down as soon as it's known, so that another run goes on from it. */
export function settingsOf({ botAppId, partnerAppId }: SetupFacts, { tenantId }: SetupOptions): Environment {
  return {
    ...(botAppId !== undefined && {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: botAppId,
      MicrosoftAppTenantId: tenantId,
    }),
    ...(partnerAppId !== undefined && { PARTNER_TENANT_ID: tenantId, PARTNER_CLIENT_ID: partnerAppId }),
  };
}

/** What is set in .env, or in the environment, which counts more. An empty value counts as none in both. */
export function setIn(inFile: Environment, environment: Environment): Environment {
  return { ...inFile, ...Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim())) };
}

/** What is written down at the end. */
export function lastSettings({ endpoint, template }: SetupOptions, tokenKey: string): Environment {
  return {
    PUBLIC_URL: endpoint,
    PARTNER_CLOUD: 'microsoft',
    TOKEN_KEY: tokenKey,
    ...(template !== undefined && { ACCESS_TEMPLATE: template }),
  };
}

/** The setting by which an app can prove itself already; `undefined`: none. */
export function credentialIn(settings: Environment, { setting, app }: SecretStep): string | undefined {
  const others = app === 'botAppId' ? [] : ['PARTNER_CLIENT_CERTIFICATE', 'PARTNER_MANAGED_IDENTITY'];
  return [setting, ...others].find((name) => settings[name]);
}

/** Who may use Gatehouse, as far as the settings say it. */
export function peopleIn(settings: Environment): readonly string[] {
  return ['ADMINS', 'OPERATORS', 'VIEWERS'].flatMap((name) => settings[name] || []);
}

/**
 * Refuses settings that say something else than the setup would make.
 * @throws ConfigError
 */
export function checkSettings(settings: Environment, { tenantId }: SetupOptions): void {
  const { MicrosoftAppType: type, MicrosoftAppTenantId: botTenant } = settings;
  if (type && type !== 'SingleTenant') {
    throw new ConfigError(
      `MicrosoftAppType is ${type}, and the setup makes a bot of the type SingleTenant`,
      'For a managed identity, see docs/2-bot.md. Otherwise, remove MicrosoftAppType from your settings.',
    );
  }
  if (botTenant && botTenant.toLowerCase() !== tenantId) {
    throw new ConfigError(
      `MicrosoftAppTenantId is ${botTenant}, not ${tenantId}`,
      'Correct it, or set up the bot by hand: docs/2-bot.md.',
    );
  }
}

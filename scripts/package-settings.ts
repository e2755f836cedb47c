// The settings of the package for Teams.
import * as a from '../src/config/setting-schemas.js';
import { settings } from '../src/config/settings.js';
import { type Environment, SettingsReader, settingsError } from '../src/config/settings-reader.js';
import type { PackageSettings } from './teams-package.js';

// Plain http on loopback is fine to try the bot, but Teams wouldn't accept it.
const httpsUrl = a.url.refine((url) => url.startsWith('https:'), 'must be an https address, because Teams requires it');

/**
 * Reads what the manifest is filled with. You offer the app: Teams asks for a website, a privacy statement and terms of use,
 * and accepts any https address for them.
 * @throws ConfigError that names every wrong or missing variable.
 */
export function readPackageSettings(environment: Environment, version: string): PackageSettings {
  const read = new SettingsReader(environment);
  if (read.text('botId') === undefined) read.wrong('botId', 'is missing: Teams identifies the bot by its app ID');
  const appId = read.as('botId', settings.botId.schema) ?? '';
  const publicUrl = read.as('publicUrl', httpsUrl);
  const website = read.as('websiteUrl', httpsUrl) ?? publicUrl;
  if (website === undefined && read.text('websiteUrl') === undefined && read.text('publicUrl') === undefined)
    read.wrong('websiteUrl', 'is missing: Teams shows it as your website. You can set PUBLIC_URL instead');
  const websiteUrl = website ?? '';
  const developer = {
    name: read.as('developerName', a.line(32)) ?? 'Gatehouse',
    websiteUrl,
    privacyUrl: read.as('privacyUrl', httpsUrl) ?? websiteUrl,
    termsOfUseUrl: read.as('termsUrl', httpsUrl) ?? websiteUrl,
  };
  if (read.problems.length > 0) throw settingsError(read.problems);
  return { appId, version, developer, publicUrl };
}

// The settings of the package for Teams.
import * as a from '../src/config/setting-schemas.js';
import { settings } from '../src/config/settings.js';
import { type Environment, SettingsReader } from '../src/config/settings-reader.js';
import { SettingsError } from '../src/domain/errors.js';
import { bareFault } from '../src/domain/setting-fault.js';
import type { PackageSettings } from './teams-package.js';

/**
 * Reads what the manifest is filled with. You offer the app: Teams asks for a website, a privacy statement and terms of use,
 * and accepts any https address for them.
 * @throws SettingsError that names every wrong or missing variable.
 */
export function readPackageSettings(environment: Environment, version: string): PackageSettings {
  const read = new SettingsReader(environment);
  if (read.text('botId') === undefined) read.wrong('botId', bareFault('packageNeedsBot'));
  const appId = read.as('botId', settings.botId.schema) ?? '';
  const publicUrl = read.as('publicUrl', a.httpsUrl);
  const website = read.as('websiteUrl', a.httpsUrl) ?? publicUrl;
  if (website === undefined && read.text('websiteUrl') === undefined && read.text('publicUrl') === undefined)
    read.wrong('websiteUrl', bareFault('packageNeedsWebsite'));
  const websiteUrl = website ?? '';
  const developer = {
    name: read.as('developerName', a.line(32)) ?? 'Gatehouse',
    websiteUrl,
    privacyUrl: read.as('privacyUrl', a.httpsUrl) ?? websiteUrl,
    termsOfUseUrl: read.as('termsUrl', a.httpsUrl) ?? websiteUrl,
  };
  if (read.problems.length > 0) throw new SettingsError(read.problems);
  return { appId, version, developer, publicUrl };
}

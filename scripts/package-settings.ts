// Which settings does the package for Teams take?
import { appIdStands, EnvironmentReader, settingsError } from '../src/config/environment-reader.js';
import type { PackageSettings } from './teams-package.js';

/**
 * Reads what the manifest is filled with. Who offers the app is you: Teams asks for a website, a privacy statement and terms
 * of use, and takes any https address for them.
 * @throws ConfigError that names every variable that is wrong or missing.
 */
export function readPackageSettings(
  environment: Readonly<Record<string, string | undefined>>,
  version: string,
): PackageSettings {
  const read = new EnvironmentReader(environment);
  read.needed('MicrosoftAppId', 'Teams knows the bot by its app id');
  const appId = read.guid('MicrosoftAppId', 'the app id of the bot', appIdStands) ?? '';
  const publicUrl = https(read, 'PUBLIC_URL');
  const website = https(read, 'APP_WEBSITE_URL') ?? publicUrl;
  if (website === undefined && !read.has('APP_WEBSITE_URL') && !read.has('PUBLIC_URL'))
    read.wrong('APP_WEBSITE_URL', 'is missing: Teams shows it as your website; without it PUBLIC_URL would do');
  const websiteUrl = website ?? '';
  const name = read.line('APP_DEVELOPER_NAME', 32) ?? 'Gatehouse';
  const developer = {
    name,
    websiteUrl,
    privacyUrl: https(read, 'APP_PRIVACY_URL') ?? websiteUrl,
    termsOfUseUrl: https(read, 'APP_TERMS_URL') ?? websiteUrl,
  };
  if (read.problems.length > 0) throw settingsError(read.problems);
  return { appId, version, developer, publicUrl };
}

// Plain http on loopback is fine to try the bot, and nothing that Teams would take.
function https(read: EnvironmentReader, name: string): string | undefined {
  const url = read.url(name);
  if (url === undefined || url.startsWith('https:')) return url;
  return read.wrong(name, 'must be an https address: Teams takes no other');
}

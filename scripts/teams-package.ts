// Makes the package to install in Teams, and checks that Teams accepts it.
import { readFileSync } from 'node:fs';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';
import { checkedIcon } from './icons.js';

/** What the manifest is filled with. */
export interface PackageSettings {
  /** The bot's app id at Entra. */
  readonly appId: string;
  /** The version of this package, as in package.json. */
  readonly version: string;
  /** Who offers the app, and the links of Teams' "about" page. */
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
  /** The bot's address on the internet. Absent: not set. */
  readonly publicUrl?: string | undefined;
}

const folder = new URL('../manifest/', import.meta.url);

/**
 * The zip: the manifest and both icons at its top.
 * @throws Error that says what Teams wouldn't accept.
 */
export async function teamsPackage(settings: PackageSettings): Promise<Uint8Array> {
  const { appId, version, developer, publicUrl } = settings;
  const template = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
  const [bot] = template.bots;
  const manifest = {
    ...template,
    id: appId,
    version,
    developer,
    bots: [{ ...bot, botId: appId }],
    validDomains: publicUrl === undefined ? [] : [new URL(publicUrl).hostname],
  };
  const icons = {
    [template.icons.color]: checkedIcon(template.icons.color, read(template.icons.color), 192),
    [template.icons.outline]: checkedIcon(template.icons.outline, read(template.icons.outline), 32, 'isOutline'),
  };
  // The schemas are part of the package, so nothing is fetched.
  const problems = await AppManifestUtils.validateAgainstSchema(manifest);
  if (problems.length > 0) throw new Error(`Teams would not accept the manifest:\n${problems.join('\n')}`);
  return zipSync({ 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), ...icons });
}

function read(name: string): Buffer {
  return readFileSync(new URL(name, folder));
}

// What goes into the file that is installed in Teams, and is it what Teams accepts?
import { readFileSync } from 'node:fs';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';

/** What the manifest is filled with. */
export interface PackageSettings {
  /** The bot's app id at Entra. */
  readonly appId: string;
  /** The version of this package, as in package.json. */
  readonly version: string;
}

const folder = new URL('../manifest/', import.meta.url);
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The zip: the manifest and both icons at its top.
 * @throws Error that says what Teams would not accept.
 */
export async function teamsPackage({ appId, version }: PackageSettings): Promise<Uint8Array> {
  if (!guid.test(appId))
    throw new Error('MicrosoftAppId must be the app id (a GUID) of the bot: Teams knows it by that.');
  const template = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
  const [bot] = template.bots;
  const manifest = { ...template, id: appId, version, bots: [{ ...bot, botId: appId }] };
  const icons = {
    'color.png': icon('color.png', 192),
    'outline.png': icon('outline.png', 32),
  };
  // The schemas come along with the package, so nothing is asked of the net.
  const problems = await AppManifestUtils.validateAgainstSchema(manifest);
  if (problems.length > 0) throw new Error(`Teams would not accept the manifest:\n${problems.join('\n')}`);
  return zipSync({ 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), ...icons });
}

function icon(name: string, size: number): Uint8Array {
  const bytes = readFileSync(new URL(name, folder));
  // Width and height stand at fixed places of a PNG's first chunk.
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width !== size || height !== size)
    throw new Error(`${name} must be ${size} by ${size} pixels, not ${width} by ${height}.`);
  return bytes;
}

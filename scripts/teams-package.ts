// Makes the package to install in Teams, and checks that Teams accepts it.
import { readFileSync } from 'node:fs';
import { type AppManifest, AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';
import { wordsIn } from '../src/views/catalogue.js';
import { appTexts, defaultLanguage, languageFiles, type SearchTexts } from './app-texts.js';
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
 * The zip: at its top the manifest, the other languages' texts and both icons.
 * @throws Error that says what Teams wouldn't accept.
 */
export async function teamsPackage(settings: PackageSettings): Promise<Uint8Array> {
  const { appId, version, developer, publicUrl } = settings;
  const template = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
  const [bot] = template.bots;
  const [commandList] = bot.commandLists;
  const { name, description, commands, search } = appTexts(wordsIn(defaultLanguage));
  const languages = languageFiles(template.manifestVersion);
  const manifest = {
    ...template,
    id: appId,
    version,
    developer,
    name,
    description,
    localizationInfo: {
      defaultLanguageTag: defaultLanguage,
      additionalLanguages: [...languages.keys()].map((file) => ({ languageTag: file.replace('.json', ''), file })),
    },
    bots: [{ ...bot, botId: appId, commandLists: [{ ...commandList, commands }] }],
    composeExtensions: template.composeExtensions.map((extension: ExtensionTemplate) =>
      withTexts(extension, appId, search),
    ),
    validDomains: publicUrl === undefined ? [] : [new URL(publicUrl).hostname],
  };
  const icons = {
    [template.icons.color]: checkedIcon(template.icons.color, read(template.icons.color), 192),
    [template.icons.outline]: checkedIcon(template.icons.outline, read(template.icons.outline), 32, 'isOutline'),
  };
  const files = new Map([['manifest.json', manifest], ...languages]);
  for (const [file, content] of files) await checkAgainstSchema(file, content);
  const bytes = [...files].map(([file, content]) => [file, Buffer.from(`${JSON.stringify(content, null, 2)}\n`)]);
  return zipSync({ ...Object.fromEntries(bytes), ...icons });
}

interface ExtensionTemplate {
  readonly commands: readonly { readonly parameters: readonly { readonly name: keyof SearchTexts['parameters'] }[] }[];
}

// What Copilot reads is in English alone: Teams has no place for other languages' semantic descriptions.
function withTexts(extension: ExtensionTemplate, botId: string, { parameters, prompts, ...texts }: SearchTexts) {
  const commands = extension.commands.map((command) => ({
    ...command,
    ...texts,
    samplePrompts: prompts.map((text) => ({ text })),
    parameters: command.parameters.map((parameter) => ({ ...parameter, ...parameters[parameter.name] })),
  }));
  return { ...extension, botId, commands };
}

// The schemas are part of the package that validates, so nothing is fetched.
async function checkAgainstSchema(file: string, content: AppManifest & { readonly $schema: string }): Promise<void> {
  const schema = await AppManifestUtils.fetchSchema(content.$schema);
  const { patternProperties } = schema;
  // Two patterns of what Gatehouse doesn't have are no regular expressions to the validator. Without them, such a text is refused.
  const usable = Object.entries(patternProperties ?? {}).filter(([pattern]) => isUnicodePattern(pattern));
  const problems = await AppManifestUtils.validateAgainstSchema(content, {
    ...schema,
    ...(patternProperties && { patternProperties: Object.fromEntries(usable) }),
  });
  if (problems.length > 0) throw new Error(`Teams would not accept ${file}:\n${problems.join('\n')}`);
}

function isUnicodePattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').unicode;
  } catch {
    return false;
  }
}

function read(name: string): Buffer {
  return readFileSync(new URL(name, folder));
}

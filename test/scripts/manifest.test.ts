// Teams would install what `npm run package` makes.
import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { checkedIcon } from '../../scripts/icons.js';
import { readPackageSettings } from '../../scripts/package-settings.js';
import { teamsPackage } from '../../scripts/teams-package.js';
import { searchCommand } from '../../src/bot/conversation/search-request.js';
import { offeredCommands, parse, typedCommands } from '../../src/bot/conversation/typed-commands.js';
import { languages, wordsIn } from '../../src/views/catalogue.js';
import { commandHelp } from '../../src/views/tenant/help.js';
import { en } from '../../src/views/words/en/index.js';
import { failure } from '../config/given.js';

const MicrosoftAppId = '12345678-0000-4000-8000-000000000001';
const environment = { MicrosoftAppId, PUBLIC_URL: 'https://gatehouse.contoso.com:8443/' };

async function packed(changes: Readonly<Record<string, string>> = {}, version = '1.2.3') {
  const files = unzipSync(await teamsPackage(readPackageSettings({ ...environment, ...changes }, version)));
  return { files, manifest: JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) };
}

/** What the package says in a language, by the keys of a language's file. */
function textsOf(language: string, files: Readonly<Record<string, Uint8Array>>, manifest: Manifest) {
  const { name, description, bots, localizationInfo } = manifest;
  if (language === localizationInfo.defaultLanguageTag) {
    const titled = (place: string, { title, description }: Titled) => [
      [`${place}.title`, title],
      [`${place}.description`, description],
    ];
    const place = 'composeExtensions[0].commands[0]';
    const [search] = manifest.composeExtensions[0].commands;
    const commands = [
      ...bots[0].commandLists[0].commands.flatMap((each, index) =>
        titled(`bots[0].commandLists[0].commands[${index}]`, each),
      ),
      ...titled(place, search),
      ...search.parameters.flatMap((each, index) => titled(`${place}.parameters[${index}]`, each)),
      ...search.samplePrompts.map(({ text }, index) => [`${place}.samplePrompts[${index}].text`, text]),
    ];
    const texts = { 'name.short': name.short, 'name.full': name.full, ...Object.fromEntries(commands) };
    return { ...texts, 'description.short': description.short, 'description.full': description.full };
  }
  const { file = '' } = localizationInfo.additionalLanguages.find((each) => each.languageTag === language) ?? {};
  const { $schema, ...texts } = JSON.parse(Buffer.from(files[file] ?? []).toString('utf8'));
  assert.match($schema, /\/v1\.29\/MicrosoftTeams\.Localization\.schema\.json$/);
  return texts as Record<string, string>;
}

interface Titled {
  readonly title: string;
  readonly description: string;
}

interface Manifest {
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly bots: readonly [
    {
      readonly commandLists: readonly [{ readonly commands: readonly Titled[] }];
    },
  ];
  readonly composeExtensions: readonly [
    {
      readonly botId: string;
      readonly commands: readonly [
        Titled & {
          readonly id: string;
          readonly context: readonly string[];
          readonly triggers?: unknown;
          readonly semanticDescription: string;
          readonly parameters: readonly (Titled & { readonly name: string; readonly semanticDescription: string })[];
          readonly samplePrompts: readonly { readonly text: string }[];
        },
      ];
    },
  ];
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[];
  };
}

const problemsOf = (variables: Readonly<Record<string, string>>): string =>
  failure(() => readPackageSettings(variables, '1.2.3')).message;

describe('the Teams package', () => {
  it('has the manifest, a file of each other language and two icons at its top, valid by the schemas, filled from the settings', async () => {
    const { files, manifest } = await packed({
      APP_DEVELOPER_NAME: 'Northbridge IT',
      APP_WEBSITE_URL: 'https://northbridge.example',
      APP_PRIVACY_URL: 'https://northbridge.example/privacy',
      APP_TERMS_URL: 'https://northbridge.example/terms',
    });
    const others = languages.filter((language) => language !== 'en').map((language) => `${language}.json`);
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png', ...others].sort());
    assert.equal(manifest.id, MicrosoftAppId);
    assert.equal(manifest.version, '1.2.3');
    assert.equal(manifest.bots[0].botId, MicrosoftAppId);
    assert.deepEqual(manifest.bots[0].scopes, ['personal', 'team', 'groupChat']);
    // Without it Teams does not show the question whether a file may be saved.
    assert.equal(manifest.bots[0].supportsFiles, true);
    assert.deepEqual(manifest.validDomains, ['gatehouse.contoso.com']);
    assert.deepEqual(manifest.developer, {
      name: 'Northbridge IT',
      websiteUrl: 'https://northbridge.example',
      privacyUrl: 'https://northbridge.example/privacy',
      termsOfUseUrl: 'https://northbridge.example/terms',
    });
  });

  it('leads to the bot’s own address where nobody has said which pages are yours', async () => {
    const { manifest } = await packed();
    assert.equal(manifest.developer.name, 'Gatehouse');
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;
    for (const url of [websiteUrl, privacyUrl, termsOfUseUrl]) assert.equal(url, 'https://gatehouse.contoso.com:8443');
  });

  it('offers as many of the commands that the bot understands as fit, and help explains all', async () => {
    const { manifest } = await packed();
    const [list] = manifest.bots[0].commandLists;
    const offered = list.commands.map(({ title }: { title: string }) => title).sort();
    assert.deepEqual(offered, [...offeredCommands].sort());
    // As many as Teams takes.
    assert.equal(offered.length, 10);
    assert.deepEqual([...typedCommands].sort(), [...new Set(commandHelp(en).map(({ name }) => name))].sort());
    // Replies to commands of the slash menu would have to be private, which the Bot Framework cannot do.
    assert.equal(list.triggers, undefined);
    assert.equal(manifest.bots[0].supportsTargetedMessages, undefined);
  });

  it('offers the search while writing, with parameters that the bot reads and that Copilot can fill in', async () => {
    const { manifest }: { manifest: Manifest } = await packed();
    const [extension] = manifest.composeExtensions;
    const [search] = extension.commands;
    assert.equal(extension.botId, MicrosoftAppId);
    assert.equal(search.id, searchCommand.id);
    assert.deepEqual(
      search.parameters.map(({ name }) => name),
      searchCommand.parameters,
    );
    for (const { semanticDescription } of [search, ...search.parameters]) assert.ok(semanticDescription.length > 50);
    assert.ok(search.samplePrompts.length >= 1 && search.samplePrompts.length <= 5);
    assert.deepEqual(search.context, ['compose', 'commandBox']);
    // In the list of slash commands it would stand beside the bot’s own /tenants, which does something else.
    assert.equal(search.triggers, undefined);
  });

  for (const language of languages) {
    it(`says in ${language} what the catalogue says, with commands that the bot understands, and no longer than Teams shows`, async () => {
      const { files, manifest } = await packed();
      const words = wordsIn(language);
      const texts = textsOf(language, files, manifest);
      assert.equal(texts['name.short'], 'Gatehouse');
      assert.equal(texts['name.full'], words.manifest.fullName);
      assert.equal(texts['description.short'], words.manifest.shortDescription);
      assert.equal(texts['description.full'], words.manifest.fullDescription);
      const title = (index: number) => texts[`bots[0].commandLists[0].commands[${index}].title`] ?? '';
      const description = (index: number) => texts[`bots[0].commandLists[0].commands[${index}].description`] ?? '';
      // Teams puts the title into the message, so it has to mean the same command as in the manifest.
      assert.deepEqual(
        offeredCommands.map((_, index) => parse(title(index))),
        offeredCommands.map((command) => ({ command, argument: '' })),
      );
      assert.equal(description(offeredCommands.indexOf('subscribe')), words.help.notifiedWhen);
      assert.equal(description(offeredCommands.indexOf('tenants')), words.manifest.commands.tenants);
      assert.ok(offeredCommands.every((_, index) => title(index).length <= 32));
      assert.ok(offeredCommands.every((_, index) => /^.{10,128}$/.test(description(index))));
      const ofSearch = Object.entries<string>(texts).filter(([key]) =>
        key.startsWith('composeExtensions[0].commands[0].'),
      );
      assert.ok(
        ofSearch.every(([key, text]) => text.length >= 3 && text.length <= (key.endsWith('.title') ? 32 : 128)),
      );
      assert.equal(texts['composeExtensions[0].commands[0].title'], words.manifest.search.title);
      assert.equal(ofSearch.length, 2 + 2 * searchCommand.parameters.length + words.manifest.search.prompts.length);
      assert.equal(Object.keys(texts).length, 4 + 2 * offeredCommands.length + ofSearch.length);
    });
  }

  it('asks for nothing beyond what a bot in chats needs', async () => {
    const { manifest } = await packed();
    assert.deepEqual(manifest.permissions, ['identity', 'messageTeamMembers']);
    assert.equal(manifest.authorization, undefined);
    assert.equal(manifest.webApplicationInfo, undefined);
  });

  it('is not made with settings that are missing or that Teams does not take, all told at once', async () => {
    const missing = problemsOf({});
    assert.match(missing, /- MicrosoftAppId is missing/);
    assert.match(missing, /- APP_WEBSITE_URL is missing: .* set PUBLIC_URL instead/);
    const wrong = problemsOf({
      MicrosoftAppId: 'gatehouse',
      PUBLIC_URL: 'http://127.0.0.1:3978',
      APP_PRIVACY_URL: 'privacy',
      APP_DEVELOPER_NAME: 'x'.repeat(33),
    });
    assert.match(wrong, /- MicrosoftAppId must be the app ID/);
    assert.match(wrong, /- PUBLIC_URL must be an https address/);
    assert.match(wrong, /- APP_PRIVACY_URL must be an https address/);
    assert.match(wrong, /- APP_DEVELOPER_NAME must be one line of at most 32 characters/);
    await assert.rejects(packed({}, 'x'.repeat(300)), /Teams would not accept manifest\.json/);
  });
});

describe('an icon', () => {
  const picture = (pixels: number, paint: (rgba: Buffer) => void) => {
    const png = new PNG({ width: pixels, height: pixels });
    paint(png.data);
    return PNG.sync.write(png);
  };
  const whiteDot = (rgba: Buffer) => rgba.fill(255, 0, 4);

  it('has its size, and as an outline is white on a transparent ground', () => {
    const good = picture(32, whiteDot);
    assert.equal(checkedIcon('outline.png', good, 32, 'isOutline'), good);
    assert.throws(() => checkedIcon('outline.png', good, 192), /must be 192 by 192 pixels, not 32 by 32/);
    const painted = [
      picture(32, (rgba) => rgba.fill(255)),
      picture(32, (rgba) => {
        whiteDot(rgba);
        rgba.set([255, 0, 0, 128], 8);
      }),
    ];
    for (const bad of painted)
      assert.throws(() => checkedIcon('outline.png', bad, 32, 'isOutline'), /must be white on a transparent ground/);
  });
});

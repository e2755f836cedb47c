// What Teams shows of the app in each language, from the catalogue.
import { searchCommand } from '../src/bot/conversation/search-request.js';
import { offeredCommands } from '../src/bot/conversation/typed-commands.js';
import { type Language, languages, type Words, wordsIn } from '../src/views/catalogue.js';

const name = 'Gatehouse';

/** The texts of the manifest itself, in its default language. */
export interface AppTexts {
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  /** As people type them: Teams puts a title into the message, so the bot has to understand it in every language. */
  readonly commands: readonly TitledText[];
  readonly search: SearchTexts;
}

/** The texts of the search while writing a message. */
export interface SearchTexts extends TitledText {
  readonly parameters: Readonly<Record<(typeof searchCommand.parameters)[number], TitledText>>;
  readonly prompts: readonly string[];
}

interface TitledText {
  readonly title: string;
  readonly description: string;
}

/** The language of the manifest itself. */
export const defaultLanguage: Language = 'en';

/** The texts in a language. */
export function appTexts({ manifest, commands, help, statuses }: Words): AppTexts {
  const described = { ...help.commands, subscribe: help.notifiedWhen, ...manifest.commands };
  return {
    name: { short: name, full: manifest.fullName },
    description: { short: manifest.shortDescription, full: manifest.fullDescription },
    commands: offeredCommands.map((command) => ({
      title: commands[command][0] ?? command,
      description: described[command],
    })),
    search: searchTexts(manifest.search, Object.values(statuses).join(', ')),
  };
}

function searchTexts(
  { title, description, query, status, endsAfter, endsBefore, day, tag, prompts }: Words['manifest']['search'],
  statuses: string,
): SearchTexts {
  const parameters = {
    query,
    status: { title: status, description: statuses },
    endsAfter: { title: endsAfter, description: day },
    endsBefore: { title: endsBefore, description: day },
    tag,
  };
  return { title, description, parameters, prompts };
}

/**
 * The files of the other languages by name, each by the keys of Teams' schema. Teams takes a language's file for each of
 * its regions too.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-localization (checked 2026-11-29)
 */
export function languageFiles(manifestVersion: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const $schema = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.Localization.schema.json`;
  const others = languages.filter((language) => language !== defaultLanguage);
  return new Map(
    others.map((language) => {
      const { name, description, commands, search } = appTexts(wordsIn(language));
      const texts = {
        $schema,
        'name.short': name.short,
        'name.full': name.full,
        'description.short': description.short,
        'description.full': description.full,
        ...Object.fromEntries(
          commands.flatMap((command, index) => titled(`bots[0].commandLists[0].commands[${index}]`, command)),
        ),
        ...Object.fromEntries(searchKeys(search)),
      };
      return [`${language}.json`, texts] as const;
    }),
  );
}

function searchKeys(search: SearchTexts): readonly (readonly [string, string])[] {
  const place = 'composeExtensions[0].commands[0]';
  return [
    ...titled(place, search),
    ...searchCommand.parameters.flatMap((name, index) =>
      titled(`${place}.parameters[${index}]`, search.parameters[name]),
    ),
    ...search.prompts.map((text, index) => [`${place}.samplePrompts[${index}].text`, text] as const),
  ];
}

function titled(place: string, { title, description }: TitledText): readonly (readonly [string, string])[] {
  return [
    [`${place}.title`, title],
    [`${place}.description`, description],
  ];
}

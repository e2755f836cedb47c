// Reads settings from the environment by their table, so that everything that is wrong is told at once.
import type { z } from 'zod';
import type { SettingFault, SettingProblem } from '../domain/setting-fault.js';
import type { Setting } from './setting.js';
import { settings } from './settings.js';

/** The environment's variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting, as the property of Config that it fills. */
export type SettingKey = keyof typeof settings;

type ValueOf<S extends Setting> = z.output<S['schema']> | (S extends { readonly default: string } ? never : undefined);

/** The values of the settings. `undefined`: neither the variable nor a default says anything. */
export type SettingValues = { readonly [K in SettingKey]: ValueOf<(typeof settings)[K]> };

/** A setting that is wrong, with its key. */
export interface FoundProblem extends SettingProblem {
  readonly key: SettingKey;
}

/** The settings that the table says something of. */
export function settingsWith(isMeant: (setting: Setting) => boolean): readonly SettingKey[] {
  return (Object.keys(settings) as SettingKey[]).filter((key) => isMeant(settings[key]));
}

/** Reads variables, and collects what is wrong with them. */
export class SettingsReader {
  readonly #environment: Environment;
  /** Everything that was wrong so far. */
  readonly problems: FoundProblem[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The variable's text without white space around it; `undefined` when it says nothing. */
  text(key: SettingKey): string | undefined {
    const text = this.#environment[settings[key].name]?.trim();
    return text === '' ? undefined : text;
  }

  /** The values of all settings. One that is wrong, or isn't `meant`, reads as if it were not there. */
  values(meant: readonly SettingKey[]): SettingValues {
    const value = (key: SettingKey): unknown => {
      const { schema, default: standard }: Setting = settings[key];
      return (meant.includes(key) ? this.as(key, schema) : undefined) ?? (standard && schema.parse(standard));
    };
    const entries = settingsWith(() => true).map((key) => [key, value(key)] as const);
    return Object.fromEntries(entries) as SettingValues;
  }

  /** The value of one setting by another schema than the table's; `undefined` when it is absent or wrong. */
  as<T>(key: SettingKey, schema: z.ZodType<T, string>): T | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const { success, data, error } = schema.safeParse(text);
    if (success) return data;
    for (const issue of error.issues) {
      if (issue.code !== 'custom') throw error;
      this.wrong(key, issue.params?.fault, issue.params?.file);
    }
    return undefined;
  }

  /** Adds a problem. `file`: it's in the file that the setting names. */
  wrong(key: SettingKey, fault: SettingFault, file?: string): void {
    this.problems.push({ name: settings[key].name, key, fault, file });
  }
}

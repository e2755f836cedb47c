// What the setup has to know before it begins: from its arguments, from the settings that are there, or by asking.
import { parseArgs } from 'node:util';
import type { Environment } from '../config/settings-reader.js';
import { ConfigError } from '../domain/errors.js';
import { guidPattern } from '../domain/guid.js';
import { parsedUrl } from '../runtime/loopback.js';

/** What is to be set up, and how. */
export interface SetupOptions {
  readonly tenantId: string;
  readonly resourceGroup: string;
  /** Where the resource group is made. Absent: it's there already. */
  readonly location?: string | undefined;
  /** What the apps and the bot are called. */
  readonly name: string;
  /** The bot's public address, without a path. */
  readonly endpoint: string;
  /** The path of the access template. Absent: there is none yet. */
  readonly template?: string | undefined;
  /** Whether to ask only about what grants something. */
  readonly yes: boolean;
  /** Whether to show the commands only. */
  readonly dryRun: boolean;
  readonly optionalPermissions: boolean;
  /** How long the secrets last. */
  readonly secretDays: number;
}

/** Asks for a line; `undefined`: there's no one to ask. */
export type AskFor = (question: string) => Promise<string | undefined>;

interface Input {
  readonly option: string;
  readonly question: string;
  /** The setting that says the same. */
  readonly setting?: string;
  readonly fallback?: string;
  /** Whether it can be left out. */
  readonly isOptional?: boolean;
  /** The value without white space around it, or why it's not one. */
  readonly check: (text: string) => Checked;
}

type Checked = { readonly value: string } | { readonly wrong: string };

const fits = (pattern: RegExp, wrong: string) => (text: string) => (pattern.test(text) ? { value: text } : { wrong });

function tenantIn(text: string): Checked {
  const id = text.toLowerCase();
  return guidPattern.test(id)
    ? { value: id }
    : { wrong: 'must be the tenant’s ID, a GUID, which Entra shows on its overview' };
}

function publicAddress(text: string): Checked {
  const url = parsedUrl(text.replace(/\/api\/messages\/?$/, ''));
  if (url?.protocol !== 'https:') return { wrong: 'must be an https address, because Teams requires it' };
  if (url.username + url.password + url.search + url.hash !== '')
    return { wrong: `must be an address without a user name, “?” or “#”, such as ${url.origin}` };
  return { value: `${url.origin}${url.pathname}`.replace(/\/+$/, '') };
}

// Names are narrow, so that they need no quoting in a filter or a shell.
const inputs = {
  tenant: {
    option: '--tenant',
    question: 'ID of your partner tenant',
    setting: 'PARTNER_TENANT_ID',
    check: tenantIn,
  },
  'resource-group': {
    option: '--resource-group',
    question: 'Resource group for the Azure Bot (new or existing)',
    check: fits(/^[\w.()-]{0,89}[\w()-]$/, 'must be at most 90 letters, digits, and _ - ( ) .'),
  },
  location: {
    option: '--location',
    question: 'Location, if that resource group is new, such as westeurope (otherwise press Enter)',
    isOptional: true,
    check: fits(/^[a-zA-Z0-9]+$/, 'must be the name of an Azure location, such as westeurope'),
  },
  name: {
    option: '--name',
    question: 'Name of the apps and the bot',
    fallback: 'Gatehouse',
    check: fits(
      /^[A-Za-z][A-Za-z0-9 _-]{2,32}$/,
      'must be 3 to 33 letters, digits, spaces, hyphens and underscores, and begin with a letter',
    ),
  },
  endpoint: {
    option: '--endpoint',
    question: 'Public address of Gatehouse, such as https://gatehouse.example.com',
    setting: 'PUBLIC_URL',
    check: publicAddress,
  },
  template: {
    option: '--template',
    question: 'Path of your access template (press Enter to do this later)',
    setting: 'ACCESS_TEMPLATE',
    isOptional: true,
    check: (text) => ({ value: text }),
  },
} as const satisfies Readonly<Record<string, Input>>;

/**
 * Reads the arguments, takes from the settings what they say, and asks for what is missing.
 * @throws ConfigError that names an argument that's wrong, or missing where there's no one to ask.
 */
export async function readSetupOptions(
  args: readonly string[],
  settings: Environment,
  ask: AskFor,
): Promise<SetupOptions> {
  const values = flagsIn(args);
  const input = (key: keyof typeof inputs) => answerTo(inputs[key], values[key], settings, ask);
  const needed = async (key: keyof typeof inputs) => (await input(key)) ?? '';
  const secretDays = Number(values['secret-days']);
  if (!Number.isInteger(secretDays) || secretDays < 1 || secretDays > 730)
    throw new ConfigError('--secret-days must be a whole number from 1 to 730');
  return {
    tenantId: await needed('tenant'),
    endpoint: await needed('endpoint'),
    resourceGroup: await needed('resource-group'),
    location: await input('location'),
    name: await needed('name'),
    template: await input('template'),
    yes: values.yes,
    dryRun: values['dry-run'],
    optionalPermissions: values['optional-permissions'],
    secretDays,
  };
}

function flagsIn(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    ...{ tenant: text, 'resource-group': text, location: text, endpoint: text, template: text, name: text },
    ...{ yes: flag, 'dry-run': flag, 'optional-permissions': flag },
    'secret-days': { type: 'string', default: '365' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError('the arguments aren’t valid', `${why}\nFor all arguments, run: npm run setup -- --help`, {
      cause,
    });
  }
}

async function answerTo(
  input: Input,
  given: string | undefined,
  settings: Environment,
  ask: AskFor,
): Promise<string | undefined> {
  const { option, setting, check, fallback } = input;
  const ofSetting = (setting === undefined ? undefined : settings[setting]?.trim()) || undefined;
  const text = given?.trim() || ofSetting || fallback;
  if (text === undefined) return askedFor(input, ask);
  const checked = check(text);
  const from = text === ofSetting ? (setting ?? option) : option;
  if ('wrong' in checked) throw new ConfigError(`${from} ${checked.wrong}`);
  const before = ofSetting === undefined ? undefined : check(ofSetting);
  if (before && 'value' in before && before.value !== checked.value) {
    throw new ConfigError(
      `${option} is ${checked.value}, but ${setting} is ${before.value} in your settings, which stay as they are`,
      `Leave ${option} out, or change ${setting} in .env first.`,
    );
  }
  return checked.value;
}

async function askedFor({ option, question, isOptional, check }: Input, ask: AskFor): Promise<string | undefined> {
  let wrong = '';
  for (;;) {
    const answer = await ask(`${wrong}${question}: `);
    const text = answer?.trim() || undefined;
    if (text === undefined && isOptional) return undefined;
    if (answer === undefined) {
      throw new ConfigError(
        `${option} is missing: ${question}`,
        'Without a terminal, every value is an argument. For all arguments, run: npm run setup -- --help',
      );
    }
    const checked = text === undefined ? { wrong: 'is needed' } : check(text);
    if ('value' in checked) return checked.value;
    wrong = `It ${checked.wrong}.\n`;
  }
}

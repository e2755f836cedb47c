// A setup on the stand-in for the Azure CLI: a folder, a directory, and a person who answers.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGdapRoles } from '../../src/config/gdap-roles.js';
import type { RunAz } from '../../src/setup/az.js';
import { createGroups } from '../../src/setup/create-groups.js';
import { EnvFile } from '../../src/setup/env-file.js';
import { runSetup } from '../../src/setup/run-setup.js';
import { readSetupOptions } from '../../src/setup/setup-options.js';
import { TemplateFile } from '../../src/setup/template-file.js';
import { callAz, emptyState, type StandInState, tenantId } from './stand-in-az.mjs';

export const endpoint = 'https://gatehouse.contoso.example';
export const usualArguments = [
  ...['--tenant', tenantId, '--resource-group', 'gatehouse', '--location', 'westeurope', '--endpoint', endpoint],
];

/** A template whose groups have no ID yet, but for one in `ids`. */
export function aTemplateText(ids: readonly string[] = ['', '']): string {
  const [deskId = '', adminsId = ''] = ids;
  const group = (groupName: string, groupId: string, roles: readonly string[]) => ({
    ...(groupId && { groupId }),
    groupName,
    roles,
  });
  const assignments = [
    group('Service Desk', deskId, ['User Administrator']),
    group('Admins’ "own" & O\'Hara', adminsId, ['Exchange Administrator']),
  ];
  return `${JSON.stringify({ durationDays: 730, autoExtend: true, requireAzure: false, assignments }, null, 2)}\n`;
}

/** Thrown in place of a process that's gone. */
export class Killed extends Error {}

interface RunOptions {
  readonly args?: readonly string[];
  /** What the person answers to each question; a string: always that. */
  readonly answers?: string | readonly (string | undefined)[] | ((question: string) => string);
  /** What's set in the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The process is gone at the call of this number, from 1. `after`: the call has done its work, and nothing comes back. */
  readonly killedAt?: { readonly call: number; readonly after: boolean };
  readonly signal?: AbortSignal;
}

/** A folder, a directory, and as many runs as are wanted. */
export class SetupBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'gatehouse-setup-'));
  readonly state: StandInState = emptyState();
  readonly questions: string[] = [];
  /** Milliseconds that were waited for. */
  readonly pauses: number[] = [];
  printed = '';

  get envPath(): string {
    return join(this.folder, '.env');
  }

  get templatePath(): string {
    return join(this.folder, 'access-template.json');
  }

  get env(): Readonly<Record<string, string>> {
    return new EnvFile(this.envPath).settings;
  }

  get template() {
    return JSON.parse(readFileSync(this.templatePath, 'utf8'));
  }

  write(path: string, text: string): void {
    writeFileSync(path, text);
  }

  /** One run; what it printed is in `printed`. */
  async run({
    args = usualArguments,
    answers = 'y',
    environment = {},
    killedAt,
    signal,
  }: RunOptions = {}): Promise<void> {
    const env = new EnvFile(this.envPath);
    const given = typeof answers === 'string' || typeof answers === 'function' ? undefined : [...answers];
    const ask = async (question: string) => {
      this.questions.push(question);
      this.printed += question;
      if (typeof answers === 'function') return answers(question);
      return given ? given.shift() : (answers as string);
    };
    const options = await readSetupOptions(args, env.settings, async () => undefined);
    const { template } = options;
    await runSetup(options, {
      ...{ env, ask, environment, signal: signal ?? new AbortController().signal },
      template: template === undefined ? undefined : new TemplateFile(template, readGdapRoles()),
      az: this.#az(killedAt),
      say: (...lines) => {
        this.printed += `${lines.join('\n')}\n`;
      },
      clock: {
        now: () => '2026-11-29T08:00:00.000Z',
        pause: async (milliseconds) => void this.pauses.push(milliseconds),
      },
    });
  }

  /** Creates the groups of the template alone, answering each question so. */
  async createGroups(tenantId: string | undefined, answer = 'y'): Promise<void> {
    await createGroups({
      az: this.#az(undefined),
      template: new TemplateFile(this.templatePath, readGdapRoles()),
      tenantId,
      ask: async () => answer,
      say: (...lines) => {
        this.printed += `${lines.join('\n')}\n`;
      },
      clock: { pause: async () => undefined },
      signal: new AbortController().signal,
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #az(killedAt: RunOptions['killedAt']): RunAz {
    let call = 0;
    return async (command) => {
      call += 1;
      const isKilled = killedAt?.call === call;
      if (isKilled && !killedAt.after) throw new Killed();
      const result = callAz(this.state, command);
      if (isKilled) throw new Killed();
      return result;
    };
  }
}

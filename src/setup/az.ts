// The Azure CLI as a port: what a call of it answers, and the program `az` of the PATH.
import { spawn } from 'node:child_process';
import { ConfigError } from '../domain/errors.js';
import type { AzCommand } from './step.js';

/** How a call ended. */
export interface AzResult {
  /** What the program ended with; 0: it succeeded, 3: there's no such thing. */
  readonly status: number;
  /** JSON, or nothing. May have a secret in it. */
  readonly stdout: string;
  /** What the CLI says about a failure. */
  readonly stderr: string;
}

/** Calls the Azure CLI. */
export type RunAz = (command: AzCommand) => Promise<AzResult>;

/** The command as a person would type it. */
export function shownCommand(command: AzCommand): string {
  return ['az', ...command].map(quoted).join(' ');
}

function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll(`'`, `'\\''`)}'` : `"${word}"`;
}

/**
 * Refuses arguments that the CLI would replace by the content of a file: those with an @ at their start, or behind their first =. A
 * redirect address that another person has entered could otherwise send .env there.
 * @see https://github.com/Azure/azure-cli, azure/cli/core/commands/__init__.py, _expand_file_prefixed_files (checked 2026-11-29)
 * @throws ConfigError
 */
export function refuseFileNames(command: AzCommand): void {
  const word = command.find((each) => /^@|^[^=]*=@/.test(each));
  if (word === undefined) return;
  throw new ConfigError(
    `the Azure CLI takes “${word}” for the name of a file, so this command isn’t run: ${shownCommand(command)}`,
    'Change the name or the address that has this @ in it, or do this step by hand: docs/2-bot.md and docs/3-partner.md.',
  );
}

// Answers as JSON, without colors, warnings, questions or a log file of its own.
// @see https://learn.microsoft.com/cli/azure/azure-cli-configuration (checked 2026-11-29)
const configuration = {
  AZURE_CORE_OUTPUT: 'json',
  AZURE_CORE_ONLY_SHOW_ERRORS: 'true',
  AZURE_CORE_NO_COLOR: 'true',
  AZURE_CORE_DISABLE_CONFIRM_PROMPT: 'true',
  AZURE_LOGGING_ENABLE_LOG_FILE: 'false',
};

/**
 * Runs `az` of the PATH, without a shell, with these variables and nothing of .env. It has a process group of its own, so that Ctrl-C
 * doesn't end it between making something and saying so.
 */
export function azProgram(environment: Readonly<Record<string, string | undefined>>): RunAz {
  return (command) =>
    new Promise((resolve, reject) => {
      const child = spawn('az', command, {
        env: { ...environment, ...configuration },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.once('error', (cause: NodeJS.ErrnoException) => reject(notStarted(cause)));
      child.once('close', (code, signal) => {
        const ended = signal === null ? '' : `\nERROR: az was ended by ${signal}.`;
        resolve({ status: code ?? 1, stdout, stderr: `${stderr}${ended}`.trim() });
      });
    });
}

function notStarted(cause: NodeJS.ErrnoException): ConfigError {
  if (cause.code !== 'ENOENT') return new ConfigError(`the Azure CLI didn’t start: ${cause.message}`, '', { cause });
  return new ConfigError(
    'the Azure CLI isn’t installed here, or az isn’t on the PATH',
    'Install it (https://learn.microsoft.com/cli/azure/install-azure-cli) or run the setup in Azure Cloud Shell. On Windows, use WSL. The same steps as clicks: docs/2-bot.md.',
    { cause },
  );
}

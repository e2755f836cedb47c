// Calls of the Azure CLI by the setup: each is shown first, is repeated while Entra doesn't know yet what was just made, and fails in words.
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { ConfigError } from '../domain/errors.js';
import type { Clock } from '../runtime/clock.js';
import { accountAnswer, answerAs } from './answers.js';
import { type AzResult, type RunAz, refuseFileNames, shownCommand } from './az.js';
import { azFailure, isNotThere, isThereAlready, isTooSoon } from './az-failures.js';
import { SetupStopped } from './questions.js';
import type { AzCommand } from './step.js';

/** What the calls take. */
export interface AzCallsDeps {
  readonly az: RunAz;
  readonly say: (...lines: readonly string[]) => void;
  readonly clock: Pick<Clock, 'pause'>;
  /** Aborted: nothing more is begun. */
  readonly signal: AbortSignal;
  readonly tenantId: string;
}

/** Seconds between tries: a minute and a half in all. */
const waitsSeconds = [5, 10, 15, 20, 20, 20];

const showAccount = ['account', 'show'];

/** Calls the CLI for the steps. */
export class AzCalls {
  readonly #deps: AzCallsDeps;
  #account: z.output<typeof accountAnswer> | undefined;

  constructor(deps: AzCallsDeps) {
    this.#deps = deps;
  }

  /**
   * Reads; `undefined`: there's no such thing.
   * @throws ConfigError
   */
  async read(command: AzCommand): Promise<unknown> {
    this.show(command);
    const result = await this.#untilKnown(command);
    if (isNotThere(result)) return undefined;
    return this.#answer(command, result);
  }

  /** Who is signed in. From now on nothing is changed as anybody else, or anywhere else. */
  async holdAccount(): Promise<z.output<typeof accountAnswer>> {
    this.show(showAccount);
    this.#account = await this.#readAccount();
    return this.#account;
  }

  /**
   * Changes something. The command was shown before.
   * @returns the answer; `alreadyThere`: it's there, though reading didn't show it.
   * @throws ConfigError
   */
  async change(command: AzCommand): Promise<{ readonly answer: unknown } | 'alreadyThere'> {
    // Another terminal may have switched the CLI while a person thought about the question.
    if (this.#account && !isDeepStrictEqual(await this.#readAccount(), this.#account)) throw switched();
    const result = await this.#untilKnown(command);
    if (isThereAlready(result)) return 'alreadyThere';
    return { answer: this.#answer(command, result) };
  }

  /** Prints a command. */
  show(command: AzCommand): void {
    this.#deps.say(`   $ ${shownCommand(command)}`);
  }

  /** Waits for a list to catch up. */
  async pause(): Promise<void> {
    await this.#deps.clock.pause(5000);
  }

  async #readAccount(): Promise<z.output<typeof accountAnswer>> {
    return answerAs(accountAnswer, this.#answer(showAccount, await this.#untilKnown(showAccount)));
  }

  async #untilKnown(command: AzCommand): Promise<AzResult> {
    const { az, say, clock, signal } = this.#deps;
    refuseFileNames(command);
    for (const [index, seconds] of [...waitsSeconds, undefined].entries()) {
      if (signal.aborted) throw new SetupStopped('Stopped: this command wasn’t run.');
      const result = await az(command);
      if (seconds === undefined || result.status === 3 || !isTooSoon(result)) return result;
      say(
        `   Entra doesn’t know everywhere yet what was just created. Trying again in ${seconds} seconds (${index + 1} of ${waitsSeconds.length}).`,
      );
      await clock.pause(seconds * 1000);
    }
    throw new Error('every try returns');
  }

  #answer(command: AzCommand, result: AzResult): unknown {
    if (result.status !== 0) throw azFailure(command, result, this.#deps.tenantId);
    if (result.stdout.trim() === '') return null;
    try {
      return JSON.parse(result.stdout);
    } catch {
      // Neither the answer nor the parser's message, which quotes it: there may be a secret in it.
      throw new ConfigError(
        `“${shownCommand(command)}” didn’t answer with JSON`,
        'Update the Azure CLI with `az upgrade` and run the same command again.',
      );
    }
  }
}

function switched(): ConfigError {
  return new ConfigError(
    'the Azure CLI is signed in to another account, tenant or subscription than at the beginning, so nothing more is changed',
    'Switch it back (az account set --subscription NAME, or az login), then run the same command again.',
  );
}

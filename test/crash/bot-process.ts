// Starts the built bot, and sees its end.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Hit } from './news.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const standby = new URL('standby.mjs', import.meta.url).href;
const keptLines = 400;
// As `npm start` and the shells of containers do, the shell waits for its child; what the child says is the child's alone.
const underShell = 'exec 3<&0; "$0" "$@" <&3 3<&- & exec 3<&-; echo "child $!"; exec >/dev/null 2>&1; wait $!; exit $?';
const zombieMs = 1500;

// A folder for all that each process says. Absent: its last lines are kept, and told when something fails.
const { CRASH_LOGS: logs } = process.env;

let made = 0;

/** One run of the bot. Its code is loaded at once, and run when it is told to go: most of a start is loading. */
export class BotProcess {
  /** What it signs with what it sends to Teams. */
  readonly name = `process-${++made}`;
  /** What has befallen it. */
  readonly hits: Hit[] = [];
  /** The last lines of its log. */
  readonly lines: string[] = [];
  /** All of its lines that tell of an error. */
  readonly errors: string[] = [];
  /** Resolves when it has ended, however. */
  readonly ended: Promise<unknown>;
  /** Where it listens, once it does; `undefined` when it ended before that. */
  readonly ready: Promise<string | undefined>;
  readonly #child: ChildProcess;
  /** The bot's process id, where a shell has started it. */
  readonly #pid: Promise<number> | undefined;
  /** Whether `kill` has ended it. */
  isKilled = false;
  /** Whether it was asked to stop. */
  isStopping = false;
  /** Whether it has listened. */
  hasBeenReady = false;
  #lost: (() => void) | undefined;

  /** `hasShell`: a shell starts it, which hears late that it was killed, so that the dead bot's number stays taken. */
  constructor(folder: string, settings: Readonly<Record<string, string>>, hasShell: boolean) {
    const { PATH = '' } = process.env;
    const program = [process.execPath, '--import', standby, main] as const;
    const [command, ...rest] = hasShell ? (['sh', '-c', underShell, ...program] as const) : program;
    this.#child = spawn(command, rest, {
      cwd: folder,
      env: { PATH, PORT: '0', STANDBY_NAME: this.name, ...settings },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.ended = once(this.#child, 'close');
    const pid = new Promise<number>((resolve) => {
      this.#child.stdout?.once('data', (chunk) => resolve(Number(/child (\d+)/.exec(String(chunk))?.[1])));
    });
    this.#pid = hasShell ? pid : undefined;
    this.#child.stderr?.on('data', (chunk) => this.lines.push(String(chunk)));
    const log =
      logs === undefined ? undefined : createWriteStream(new URL(`${this.name}.jsonl`, `${pathToFileURL(logs)}/`));
    this.ready = new Promise((resolve) => {
      createInterface({ input: this.#child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
        this.lines.push(line);
        log?.write(`${line}\n`);
        if (line.startsWith('{"level":"error"')) this.errors.push(line);
        if (line.includes('"event":"databaseSessionLost"')) this.#hasLostSession(line);
        if (this.lines.length > keptLines) this.lines.shift();
        const url = line.includes('"event":"ready"') ? (JSON.parse(line) as { url: string }).url : undefined;
        if (url === undefined) return;
        this.hasBeenReady = true;
        resolve(url);
      });
      void this.ended.then(() => resolve(undefined));
    });
  }

  /** Lets it run. */
  go(): void {
    this.#child.stdin?.end('go');
  }

  /** Ends it this instant, wherever it is. */
  kill(): void {
    this.isKilled = true;
    this.hits.push({ from: Date.now(), until: Number.POSITIVE_INFINITY });
    if (!this.#pid) return void this.#child.kill('SIGKILL');
    void this.#pid.then((pid) => {
      this.#child.kill('SIGSTOP');
      process.kill(pid, 'SIGKILL');
      setTimeout(() => this.#child.kill('SIGCONT'), zombieMs);
    });
  }

  /** Ends one that was not needed. */
  async discard(): Promise<void> {
    this.kill();
    await this.ended;
  }

  /** Resolves once it is gone; it must not have gone by itself. */
  async killed(): Promise<void> {
    if (this.#pid) {
      // The shell hears of it only later; what the bot had open is closed at once.
      const { stdout } = this.#child;
      if (stdout && !stdout.closed) await once(stdout, 'close');
      assert.ok(this.isKilled, `the bot ended by itself:\n${this.story}`);
      return;
    }
    await this.ended;
    const { exitCode, signalCode } = this.#child;
    assert.ok(this.isKilled && signalCode === 'SIGKILL', `the bot ended by itself (${exitCode}):\n${this.story}`);
  }

  /** Asks it to stop. */
  async stops(): Promise<void> {
    this.isStopping = true;
    if (this.#pid) process.kill(await this.#pid, 'SIGTERM');
    else this.#child.kill('SIGTERM');
    await this.ended;
    assert.equal(this.#child.exitCode, 0, `the bot did not stop well:\n${this.story}`);
  }

  /**
   * Does something that costs it the connection by which it holds its locks, and waits until it says so. It must have that
   * connection.
   */
  async losesSession(strike: () => Promise<void>): Promise<void> {
    this.hits.push({ from: Date.now(), until: Number.POSITIVE_INFINITY });
    const lost = new Promise<void>((resolve) => {
      this.#lost = resolve;
    });
    await strike();
    await Promise.race([lost, this.ended]);
  }

  // Without a strike, it has been too slow to hear from the database in time, which is as good as a cut.
  #hasLostSession(line: string): void {
    const at = Date.parse((JSON.parse(line) as { time: string }).time);
    const strike = this.#lost && this.hits.at(-1);
    if (strike) strike.until = at;
    else this.hits.push({ from: at, until: at });
    this.#lost?.();
    this.#lost = undefined;
  }

  /** What it said last. */
  get story(): string {
    return this.lines.slice(-60).join('\n');
  }
}

// A program in a process of its own: whether it's ready, how large it is, and its end.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

// Linux counts processor time in these, on every machine that Node runs on.
const msPerTick = 10;

const running = new Set<ChildProcess>();
// However the benchmarks end, nothing that they started stays.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** How to start a program. */
export interface Start {
  readonly program: string;
  readonly args?: readonly string[];
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  /** A working folder without a `.env` of ours. */
  readonly folder: string;
  /** Sees every line of its output. Absent: the output is read and dropped. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** A running program. */
export class Child {
  readonly #process: ChildProcess;
  readonly #startedAt = performance.now();

  constructor({ program, args = [], nodeOptions = [], settings = {}, folder, onLine }: Start) {
    const { PATH = '' } = process.env;
    this.#process = spawn(process.execPath, [...nodeOptions, program, ...args], {
      cwd: folder,
      env: { PATH, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(this.#process);
    this.#process.once('exit', () => running.delete(this.#process));
    const { stdout } = this.#process;
    if (stdout && onLine) createInterface({ input: stdout }).on('line', onLine);
    else stdout?.resume();
  }

  /** Waits until `/healthz` answers 200; milliseconds since the process was started. */
  async ready(url: string): Promise<number> {
    while (!(await isHealthy(`${url}/healthz`))) {
      this.assertRunning();
      await pause(2);
    }
    return performance.now() - this.#startedAt;
  }

  /** @throws Error when it has ended */
  assertRunning(): void {
    if (!running.has(this.#process)) throw new Error(`it ended by itself, with ${this.#process.exitCode}`);
  }

  /** Megabytes of memory in use now. Linux only. */
  async residentMegabytes(): Promise<number> {
    const status = await readFile(`/proc/${this.#process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  /** Milliseconds of processor time used so far, whatever else the machine does. Linux only. */
  async processorMs(): Promise<number> {
    const stat = await readFile(`/proc/${this.#process.pid}/stat`, 'utf8');
    // The name in brackets may hold anything; after it, user and system time are the 12th and 13th field.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * msPerTick;
  }

  /** Asks it to end and waits until it has. */
  async stop(): Promise<void> {
    if (!running.has(this.#process)) return;
    this.#process.kill('SIGTERM');
    await once(this.#process, 'exit');
  }
}

function isHealthy(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).once('error', () => resolve(false));
  });
}

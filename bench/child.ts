// A program in a process of its own: whether it's ready, what it takes of the machine, and its end.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { eventLoopProbe } from './places.js';

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
  /** Whether its event loop is watched. Default: no. */
  readonly isProbed?: boolean | undefined;
}

/** A running program. */
export class Child {
  readonly #process: ChildProcess;
  readonly #startedAt = performance.now();

  constructor({ program, args = [], nodeOptions = [], settings = {}, folder, onLine, isProbed = false }: Start) {
    const { PATH = '' } = process.env;
    const probe = isProbed ? ['--import', eventLoopProbe] : [];
    this.#process = spawn(process.execPath, [...nodeOptions, ...probe, program, ...args], {
      cwd: folder,
      env: { PATH, ...settings },
      stdio: ['ignore', 'pipe', 'inherit', ...(isProbed ? (['ipc'] as const) : [])],
    });
    running.add(this.#process);
    this.#process.once('exit', () => running.delete(this.#process));
    const { stdout } = this.#process;
    if (stdout && onLine) createInterface({ input: stdout }).on('line', onLine);
    else stdout?.resume();
  }

  /** The number of its process. */
  get pid(): number {
    return this.#process.pid ?? Number.NaN;
  }

  /** Rejects when it ends by itself. */
  get ended(): Promise<never> {
    return once(this.#process, 'exit').then(([code]) => {
      throw new Error(`it ended by itself, with ${code}`);
    });
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

  /** Megabytes of memory in use now, and the most since its start. Linux only. */
  async residentMegabytes(): Promise<{ readonly now: number; readonly most: number }> {
    const status = await readFile(`/proc/${this.#process.pid}/status`, 'utf8');
    const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  }

  /** Milliseconds of processor time that its threads have used so far, whatever else the machine does. Linux only. */
  async processorMs(): Promise<number> {
    const folder = `/proc/${this.#process.pid}/task`;
    const threads = await readdir(folder);
    const stats = await Promise.all(threads.map((thread) => readFile(`${folder}/${thread}/schedstat`, 'utf8')));
    // The first of three numbers: the nanoseconds in which the thread ran.
    return stats.reduce((sum, stat) => sum + Number(stat.split(' ')[0]), 0) / 1e6;
  }

  /** The longest time for which its event loop was held since this was asked the last time, in milliseconds. */
  async longestHoldMs(): Promise<number> {
    const answer = once(this.#process, 'message');
    this.#process.send('longestHold');
    const [{ longestHoldMs }] = await answer;
    return longestHoldMs;
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

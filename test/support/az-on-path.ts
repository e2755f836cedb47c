// Puts the stand-in for the Azure CLI on a PATH of its own, as the program `az`, and runs `npm run setup` with it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtProgram } from './programs.js';
import { emptyState, type StandInState } from './stand-in-az.mjs';

const standIn = new URL('./stand-in-az.mjs', import.meta.url).href;

// Remembers in files: each call with what it got, and the directory. `kill` in the state ends the setup at a call.
const program = (folder: string) => `#!${process.execPath}
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
import(${JSON.stringify(standIn)}).then(({ callAz }) => {
  const file = ${JSON.stringify(join(folder, 'state.json'))};
  const state = JSON.parse(readFileSync(file, 'utf8'));
  const argv = process.argv.slice(2);
  const { status, stdout, stderr } = callAz(state, argv);
  const stdin = readFileSync(0, 'utf8');
  appendFileSync(${JSON.stringify(join(folder, 'calls.jsonl'))}, JSON.stringify({ argv, stdin, env: process.env }) + '\\n');
  const isLast = state.kill === argv.slice(0, state.kill?.split(' ').length).join(' ');
  if (isLast) delete state.kill;
  writeFileSync(file, JSON.stringify(state));
  if (isLast) process.kill(process.ppid, 'SIGKILL');
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
});
`;

export interface SetupRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which the setup runs, and in it a PATH with the stand-in. */
export class AzOnPath {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'az'), program(folder), { mode: 0o755 });
    this.state = emptyState();
  }

  get state(): StandInState & { kill?: string } {
    return JSON.parse(readFileSync(join(this.#folder, 'state.json'), 'utf8'));
  }

  set state(state: StandInState & { kill?: string }) {
    writeFileSync(join(this.#folder, 'state.json'), JSON.stringify(state));
  }

  get calls(): readonly {
    readonly argv: readonly string[];
    readonly stdin: string;
    readonly env: NodeJS.ProcessEnv;
  }[] {
    const file = join(this.#folder, 'calls.jsonl');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    return lines.map((line) => JSON.parse(line));
  }

  /** Runs the setup. `input`: what is typed; `onStart`: gets the process. */
  run(
    args: readonly string[],
    {
      input = '',
      env = {},
      onStart,
    }: { input?: string; env?: NodeJS.ProcessEnv; onStart?: (child: ChildProcess) => void } = {},
  ): Promise<SetupRun> {
    const PATH = `${join(this.#folder, 'bin')}:${dirname(process.execPath)}`;
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [builtProgram('cli/setup.ts'), ...args], {
        cwd: this.#folder,
        env: { PATH, HOME: this.#folder, ...env },
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
      onStart?.(child);
    });
  }
}

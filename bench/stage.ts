// Sets up sandbox, product and bare bot for a number of tenants.
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Keeper } from '../src/sandbox/snapshot.js';
import { FileStore } from '../src/store/file-store.js';
import { journalFileName } from '../src/store/journal.js';
import { stateFileName } from '../src/store/open-state.js';
import { Child } from './child.js';
import { addressOf, bareBotProgram, ports, productProgram, sandboxProgram } from './places.js';
import { quiet } from './quiet.js';
import { seedOf } from './seed.js';

const kept = [stateFileName, journalFileName, `${journalFileName}.end`];

/** A ready bot. */
export interface RunningBot {
  readonly child: Child;
  readonly url: string;
  /** Milliseconds since the start of its process. */
  readonly readyAfterMs: number;
}

/** A ready product. */
export interface RunningProduct extends RunningBot {
  /** The first reconcile has ended. */
  readonly reconciled: Promise<unknown>;
  /** When the next reconcile ends, by the product's own log, in milliseconds since 1970. */
  nextReconcile(): Promise<number>;
}

/** How the product runs. */
export interface ProductOptions {
  /** Default 300, as in production. */
  readonly reconcileSeconds?: number;
}

/** A running sandbox, and a data folder that agrees with it. */
export class Stage {
  readonly tenants: number;
  readonly relationships: number;
  readonly #folder: string;
  readonly #profileFolder: string | undefined;
  readonly #sandbox: Child;
  readonly #settings: Readonly<Record<string, string>>;

  private constructor(
    seed: { readonly tenants: number; readonly relationships: number },
    folders: { readonly folder: string; readonly profileFolder: string | undefined },
    sandbox: { readonly child: Child; readonly settings: Readonly<Record<string, string>> },
  ) {
    this.tenants = seed.tenants;
    this.relationships = seed.relationships;
    this.#folder = folders.folder;
    this.#profileFolder = folders.profileFolder;
    this.#sandbox = sandbox.child;
    this.#settings = sandbox.settings;
  }

  /** `profileFolder`: where the product leaves a CPU profile of each run. */
  static async set(tenants: number, profileFolder?: string): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
    const { cloud, tenants: known, relationships } = seedOf(tenants);
    const world = join(folder, 'world.json');
    await new Keeper(cloud, world).flush();
    const store = await FileStore.open(join(folder, 'data'), { onLost: () => undefined, log: quiet });
    await store.commit({ tenants: known });
    await store.close();
    for (const name of kept) await copyFile(join(folder, 'data', name), join(folder, name));
    const sandbox = await startSandbox(folder, world);
    return new Stage({ tenants, relationships }, { folder, profileFolder }, sandbox);
  }

  /**
   * Starts the product as in production; only its address and Microsoft's differ. Of its last run it keeps nothing but its
   * tokens: neither conversations nor posted cards.
   */
  async product({ reconcileSeconds = 300 }: ProductOptions = {}): Promise<RunningProduct> {
    const dataFolder = join(this.#folder, 'data');
    for (const name of kept) await copyFile(join(this.#folder, name), join(dataFolder, name));
    await rm(join(dataFolder, 'cards.json'), { force: true });
    const waiting: ((at: number) => void)[] = [];
    const nextReconcile = () => new Promise<number>((resolve) => waiting.push(resolve));
    const reconciled = nextReconcile();
    const child = new Child({
      program: productProgram,
      nodeOptions: this.#profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${this.#profileFolder}`],
      folder: this.#folder,
      settings: {
        ...this.#settings,
        PORT: String(ports.product),
        DATA_DIR: dataFolder,
        RECONCILE_SECONDS: String(reconcileSeconds),
      },
      onLine: (line) => {
        if (!line.includes('"event":"reconciled"')) return;
        const at = Date.parse(JSON.parse(line).time);
        for (const resolve of waiting.splice(0)) resolve(at);
      },
    });
    const url = addressOf(ports.product);
    return { child, url, readyAfterMs: await child.ready(url), reconciled, nextReconcile };
  }

  /** Starts the bare bot with its answers to a message and to each verb. */
  async bareBot(cards: Readonly<Record<string, unknown>>): Promise<RunningBot> {
    const file = join(this.#folder, 'cards-of-the-bare-bot.json');
    await writeFile(file, JSON.stringify(cards));
    const args = [String(ports.bareBot), file];
    const child = new Child({ program: bareBotProgram, args, folder: this.#folder });
    const url = addressOf(ports.bareBot);
    return { child, url, readyAfterMs: await child.ready(url) };
  }

  /** A setting that points the product to the sandbox. */
  setting(name: string): string {
    return this.#settings[name] ?? '';
  }

  async end(): Promise<void> {
    await this.#sandbox.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Starts the sandbox alone and takes the settings that it prints. */
async function startSandbox(folder: string, world: string) {
  const lines: string[] = [];
  const args = ['--port', String(ports.sandbox), '--file', world];
  const child = new Child({ program: sandboxProgram, args, folder, onLine: (line) => lines.push(line) });
  // The access template comes last, so its last line ends the output.
  while (!lines.includes('}')) {
    child.assertRunning();
    await pause(20);
  }
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name !== undefined && value !== undefined ? [[name, value] as const] : [];
  });
  await writeFile(join(folder, 'access-template.json'), lines.slice(lines.indexOf('{')).join('\n'));
  // There are no registrations for events: the product is measured by itself.
  return { child, settings: Object.fromEntries(pairs.filter(([name]) => !name?.startsWith('WEBHOOK_'))) };
}

// Sets up sandbox, product and bare bot for a number of tenants.
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tenant } from '../src/domain/tenant/tenant.js';
import { journalFileName } from '../src/store/folder/journal.js';
import { stateFileName } from '../src/store/folder/open-state.js';
import { contentsOf } from '../test/support/contents-of.js';
import { Child } from './child.js';
import {
  addressOf,
  bareBotProgram,
  nodeOptions,
  productProgram,
  type StagePorts,
  sandboxProgram,
  stagePorts,
} from './places.js';
import { post } from './post.js';
import type { SandboxReady } from './sandbox.js';

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
  /** How many of Partner Center's events it has followed, by its own log. */
  eventsHandled(): number;
}

/** How a bot runs. */
export interface BotOptions {
  /** Whether its event loop is watched. Default: no. */
  readonly isProbed?: boolean;
}

/** How the product runs. */
export interface ProductOptions extends BotOptions {
  /** Default 300, as in production. */
  readonly reconcileSeconds?: number;
  /** Whether it can check who signed an event. Default: no. */
  readonly takesEvents?: boolean;
  /** Default: the stage's. */
  readonly port?: number;
  /** In place of those that connect it to the sandbox and to its data folder, or besides them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Sees every line of its log, from its start on. */
  readonly onLine?: (line: string, child: Child) => void;
}

/** How a stage is set. */
export interface StageOptions {
  /** Default: those of the stage that is measured. */
  readonly ports?: StagePorts;
  /** Where the product leaves a CPU profile of each run. Absent: nowhere. */
  readonly profileFolder?: string | undefined;
}

/** A running sandbox, and a data folder that agrees with it. */
export class Stage {
  readonly tenants: number;
  readonly relationships: number;
  readonly #folder: string;
  readonly #options: StageOptions;
  readonly #ports: StagePorts;
  readonly #sandbox: Child;
  readonly #ready: SandboxReady;

  private constructor(
    tenants: number,
    options: StageOptions,
    { folder, child, ready }: { readonly folder: string; readonly child: Child; readonly ready: SandboxReady },
  ) {
    this.tenants = tenants;
    this.relationships = ready.relationships;
    this.#folder = folder;
    this.#options = options;
    this.#ports = portsOf(options);
    this.#sandbox = child;
    this.#ready = ready;
  }

  static async set(tenants: number, options: StageOptions = {}): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
    let says: (line: string) => void = () => undefined;
    const said = new Promise<string>((resolve) => {
      says = resolve;
    });
    const args = [String(portsOf(options).sandbox), String(tenants), folder];
    const child = new Child({ program: sandboxProgram, args, folder, onLine: (line) => says(line) });
    const ready: SandboxReady = JSON.parse(await Promise.race([said, child.ended]));
    for (const name of kept) await copyFile(join(folder, 'data', name), join(folder, name));
    return new Stage(tenants, options, { folder, child, ready });
  }

  /**
   * Starts the product as in production; only its address and Microsoft's differ. Of its last run it keeps nothing but its
   * tokens: neither conversations nor posted cards.
   */
  async product(options: ProductOptions = {}): Promise<RunningProduct> {
    const { reconcileSeconds = 300, takesEvents = false, isProbed, port = this.#ports.product } = options;
    const dataFolder = join(this.#folder, 'data');
    for (const name of kept) await copyFile(join(this.#folder, name), join(dataFolder, name));
    await rm(join(dataFolder, 'cards.json'), { force: true });
    const waiting: ((at: number) => void)[] = [];
    const nextReconcile = () => new Promise<number>((resolve) => waiting.push(resolve));
    const reconciled = nextReconcile();
    let eventsHandled = 0;
    const { profileFolder } = this.#options;
    const child = new Child({
      program: productProgram,
      nodeOptions: [
        ...nodeOptions,
        ...(profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`]),
      ],
      folder: this.#folder,
      isProbed,
      settings: {
        ...this.#ready.settings,
        ...(takesEvents && this.#ready.eventSettings),
        PORT: String(port),
        DATA_DIR: dataFolder,
        RECONCILE_SECONDS: String(reconcileSeconds),
        ...options.settings,
      },
      onLine: (line) => {
        options.onLine?.(line, child);
        if (line.includes('"event":"partnerEventHandled"')) eventsHandled += 1;
        if (!line.includes('"event":"reconciled"')) return;
        const at = Date.parse(JSON.parse(line).time);
        for (const resolve of waiting.splice(0)) resolve(at);
      },
    });
    const url = addressOf(port);
    const readyAfterMs = await child.ready(url);
    return { child, url, readyAfterMs, reconciled, nextReconcile, eventsHandled: () => eventsHandled };
  }

  /** Starts the bare bot with its answers to a message, to each verb, and to what isn't a click. */
  async bareBot(cards: Readonly<Record<string, unknown>>, { isProbed }: BotOptions = {}): Promise<RunningBot> {
    const file = join(this.#folder, 'cards-of-the-bare-bot.json');
    await writeFile(file, JSON.stringify(cards));
    const args = [String(this.#ports.bareBot), file];
    const child = new Child({ program: bareBotProgram, args, folder: this.#folder, isProbed });
    const url = addressOf(this.#ports.bareBot);
    return { child, url, readyAfterMs: await child.ready(url) };
  }

  /** The tenants that a product would find in its data folder. */
  async tenantsKept(): Promise<readonly Tenant[]> {
    return [...(await contentsOf(join(this.#folder, 'data'))).tenants.values()];
  }

  /** A setting that points the product to the sandbox. */
  setting(name: string): string {
    return this.#ready.settings[name] ?? '';
  }

  /** Does something at Microsoft that only a customer or Microsoft itself can do. @throws Error when it's refused */
  async control(path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    await post(`${addressOf(this.#ports.sandbox)}/sandbox/${path}`, body);
  }

  /** The ids of a customer's relationships at Microsoft. */
  async relationshipIds(tenantId: string): Promise<readonly string[]> {
    const url = `${addressOf(this.#ports.sandbox)}/sandbox/relationships?tenantId=${tenantId}`;
    const relationships = (await (await fetch(url)).json()) as readonly { readonly id: string }[];
    return relationships.map(({ id }) => id);
  }

  /** The number of requests to Microsoft since the last time that this was asked. */
  async requests(): Promise<number> {
    const url = `${addressOf(this.#ports.sandbox)}/sandbox/requests`;
    const requests = (await (await fetch(url)).json()) as unknown[];
    await fetch(url, { method: 'DELETE' });
    return requests.length;
  }

  async end(): Promise<void> {
    await this.#sandbox.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function portsOf({ ports = stagePorts.main }: StageOptions): StagePorts {
  return ports;
}

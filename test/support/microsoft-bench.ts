// Our clients of Microsoft against the sandbox, over HTTP, in a time that stands still but for waiting.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpClients } from '../../src/microsoft/http-clients.js';
import { type OpenMicrosoft, openMicrosoft } from '../../src/microsoft/microsoft.js';
import { TokenCache } from '../../src/microsoft/sign-in/token-cache.js';
import { Tokens } from '../../src/microsoft/sign-in/tokens.js';
import type { Clock } from '../../src/runtime/clock.js';
import { LocalPace } from '../../src/runtime/local-pace.js';
import type { Log } from '../../src/runtime/log.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';
import { TokenFolder } from '../../src/store/folder/token-folder.js';

/** Clients that are signed in, and the sandbox that they ask. */
export class MicrosoftBench {
  readonly lines: unknown[] = [];
  /** How long each waiting would have been, in milliseconds; it is over at once. */
  readonly waits: number[] = [];
  /** Milliseconds that have passed. */
  waited = 0;
  readonly #folder: string;
  readonly #clock: Clock = {
    now: () => new Date(Date.parse('2026-11-22T10:00:00Z') + this.waited).toISOString(),
    elapsedMs: () => this.waited,
    after: () => () => undefined,
    limit: () => () => undefined,
    pause: async (milliseconds) => {
      this.waits.push(milliseconds);
      this.waited += milliseconds;
    },
  };
  #opened: { readonly sandbox: Sandbox; readonly microsoft: OpenMicrosoft } | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<MicrosoftBench> {
    const bench = new MicrosoftBench(await mkdtemp(join(tmpdir(), 'gatehouse-microsoft-')));
    await bench.starts();
    return bench;
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  get sandbox(): Sandbox {
    return this.#isOpen.sandbox;
  }

  get microsoft(): OpenMicrosoft {
    return this.#isOpen.microsoft;
  }

  /** Starts a sandbox, with so many customers if that is said, and connects to it. */
  async starts(options: { readonly customers?: number } = {}): Promise<void> {
    const sandbox = await startSandbox({ now: () => new Date(this.#clock.now()), ...options });
    this.#opened = { sandbox, microsoft: await this.connect(sandbox.credentials.refreshToken, sandbox) };
  }

  /** Clients as after a restart. */
  async connect(refreshToken = this.sandbox.credentials.refreshToken, { url, credentials } = this.sandbox) {
    const credential = { kind: 'secret', secret: credentials.clientSecret } as const;
    const cache = this.tokenCache();
    const application = { ...credentials, credential, refreshToken, loginUrl: url };
    const tokens = new Tokens(application, cache, this.#clock, this.#log);
    await tokens.open();
    const clients = new HttpClients({ graphUrl: url, partnerCenterUrl: url }, tokens, {
      pace: new LocalPace(this.#clock),
      clock: this.#clock,
      log: this.#log,
    });
    return openMicrosoft(clients, { ...application, adminPortalUrl: url }, this.#clock, this.#log);
  }

  /** Where the tokens are kept, as another process has it. */
  tokenCache(): TokenCache {
    return new TokenCache(new TokenFolder(this.#folder), Buffer.alloc(32, 1));
  }

  /** What the sandbox was asked: method and path, decoded. */
  paths(): readonly string[] {
    return this.sandbox.controls.requests().map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);
  }

  get #isOpen() {
    if (!this.#opened) throw new Error('no sandbox has been started');
    return this.#opened;
  }

  get #log(): Log {
    const record = (event: string, fields?: object) => void this.lines.push({ event, ...fields });
    return { info: record, warn: record, error: record };
  }
}

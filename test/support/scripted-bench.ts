// Our clients of Microsoft, and in Microsoft's place a server that answers as the test says.
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
import { TokenFolder } from '../../src/store/folder/token-folder.js';
import { application, ScriptedMicrosoft } from './scripted-microsoft.js';

// Whoever waits has waited, and nothing takes too long.
const clock: Clock = {
  now: () => '2026-11-22T10:00:00.000Z',
  elapsedMs: () => 0,
  after: () => () => undefined,
  limit: () => () => undefined,
  pause: () => Promise.resolve(),
};

/** Clients that are signed in, and the server that they ask. */
export class ScriptedBench {
  /** What was logged as a warning or an error. */
  readonly events: string[] = [];
  readonly folder: string;
  readonly server: ScriptedMicrosoft;
  /** Where nothing of ours may ever arrive. */
  readonly stranger: ScriptedMicrosoft;
  readonly tokens: Tokens;
  readonly microsoft: OpenMicrosoft;

  private constructor(folder: string, server: ScriptedMicrosoft, stranger: ScriptedMicrosoft) {
    this.folder = folder;
    this.server = server;
    this.stranger = stranger;
    this.tokens = this.someTokens('a refresh token');
    const addresses = { graphUrl: server.url, partnerCenterUrl: server.url };
    const clients = new HttpClients(addresses, this.tokens, { pace: new LocalPace(clock), clock, log: this.#log });
    this.microsoft = openMicrosoft(
      clients,
      { adminPortalUrl: server.url, loginUrl: server.url, tenantId: 'ours' },
      clock,
      this.#log,
    );
  }

  static async open(): Promise<ScriptedBench> {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-scripted-'));
    const bench = new ScriptedBench(folder, await ScriptedMicrosoft.start(), await ScriptedMicrosoft.start());
    await bench.tokens.open();
    return bench;
  }

  async close(): Promise<void> {
    await this.server.stop();
    await this.stranger.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  get tokenFile(): string {
    return join(this.folder, 'tokens.bin');
  }

  /** Tokens with this refresh token in the settings; `undefined`: nobody has signed in. */
  someTokens(refreshToken: string | undefined): Tokens {
    const cache = new TokenCache(new TokenFolder(this.folder), Buffer.alloc(32, 1));
    return new Tokens({ ...application, loginUrl: this.server.url, refreshToken }, cache, clock, this.#log);
  }

  get #log(): Log {
    const record = (event: string) => void this.events.push(event);
    return { info: () => undefined, warn: record, error: record };
  }
}

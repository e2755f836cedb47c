// The whole product for a test: the real bot, the sandbox, a data folder of its own, a manual clock and a fake Teams.

import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, startApp } from '../../src/app/app.js';
import { readConfig } from '../../src/config/config.js';
import { type AccessTemplates, onlyTemplate } from '../../src/domain/access/access-templates.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import { systemClock } from '../../src/runtime/clock.js';
import type { Log } from '../../src/runtime/log.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { roleId } from '../../src/sandbox/world/roles.js';
import type { Contents } from '../../src/store/records/contents.js';
import { contentsInDatabase, contentsOf } from './contents-of.js';
import { type StoreKind, storeFor } from './each-store.js';
import { Chat, FakeTeams, type Somebody } from './fake-teams.js';
import { ManualClock } from './manual-clock.js';
import { type TestDatabase, testDatabase } from './postgres.js';
import { quiet } from './traffic.js';

// What goes to Teams waits for its turn by the database's clock, which no test puts forward.
const mostRealMs = 200;
const patienceMs = 30_000;

/** One line of the log. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** People of the partner. */
export const people = {
  alex: { id: '29:alex', name: 'Alex Wilber', aadObjectId: '00000000-0000-4000-8000-000000000020' },
  megan: { id: '29:megan', name: 'Megan Bowen', aadObjectId: '00000000-0000-4000-8000-000000000021' },
} satisfies Record<string, Somebody>;

/** Everything that runs. On PostgreSQL no crash can be played. */
export class World {
  readonly clock: ManualClock;
  readonly log: LogLine[] = [];
  readonly folder: string;
  readonly teams: FakeTeams;
  readonly #settings: Readonly<Record<string, string>>;
  #app: App | undefined;
  #database: TestDatabase | undefined;

  private constructor(
    folder: string,
    teams: FakeTeams,
    settings: Readonly<Record<string, string>>,
    clock = new ManualClock(),
  ) {
    this.clock = clock;
    this.folder = folder;
    this.teams = teams;
    this.#settings = settings;
  }

  /** Starts everything, and waits until the sandbox's opening scene is over. */
  static async start(settings: Readonly<Record<string, string>> = {}, store: StoreKind = 'folder'): Promise<World> {
    const world = await World.make(settings, store);
    await world.startBot();
    await world.passes(0);
    return world;
  }

  /**
   * Starts everything over a folder that already holds `data` and `data-sandbox.json`, with the connector's address written
   * as `http://teams.example` in it; `end` removes the folder.
   */
  static async over(folder: string, now: string, settings: Readonly<Record<string, string>> = {}): Promise<World> {
    const world = new World(folder, await FakeTeams.start(), settings, new ManualClock(now));
    for (const name of ['gatehouse.json', 'journal.jsonl']) {
      const path = join(folder, 'data', name);
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replaceAll('http://teams.example', world.teams.url));
    }
    await world.startBot();
    return world;
  }

  /** Everything but the bot, which isn't started yet. */
  static async make(settings: Readonly<Record<string, string>> = {}, store: StoreKind = 'folder'): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-'));
    const world = new World(folder, await FakeTeams.start(), settings);
    if (store === 'postgres') world.#database = await testDatabase();
    world.teams.clock = world.clock;
    return world;
  }

  get app(): App {
    if (!this.#app) throw new Error('the bot does not run');
    return this.#app;
  }

  get sandbox(): Sandbox {
    if (!this.app.sandbox) throw new Error('the sandbox does not run');
    return this.app.sandbox;
  }

  /** A conversation, as one person uses it. */
  chat(person: Somebody, id: string, type?: 'personal' | 'groupChat' | 'channel', teamId?: string): Chat {
    return new Chat(this.teams, person, id, type, teamId);
  }

  /** The sandbox's access template, roles by name. */
  get template() {
    return structuredClone(this.sandbox.accessTemplate);
  }

  /** The same as the product reads it. */
  get accessTemplates(): AccessTemplates {
    const { assignments, ...rest } = this.template;
    const named = assignments.map((each) => ({
      ...each,
      roles: each.roles.map((name) => ({ id: roleId(name), name })),
    }));
    return onlyTemplate({ name: 'default', templateHash: '', repair: false, ...rest, assignments: named });
  }

  /** Writes a file beside the data folder; resolves to its path. */
  async file(name: string, text: string): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, text);
    return path;
  }

  async startBot(changes: Readonly<Record<string, string>> = {}): Promise<void> {
    const read = readConfig({
      PORT: '0',
      DATA_DIR: join(this.folder, 'data'),
      RECONCILE_SECONDS: '300',
      ...this.#settings,
      ...changes,
    });
    const config = this.#database ? { ...read, databaseUrl: this.#database.url } : read;
    const surroundings = {
      clock: this.clock,
      ...(this.#database && { storeClock: systemClock }),
      log: this.#recorder(),
      nodeVersion: 'v24.11.0',
      onFatal: (error: Error) => void this.log.push({ level: 'error', event: 'fatal', fields: { error } }),
    };
    this.#app = await startApp(config, surroundings);
    this.teams.connect(this.#app.url);
    this.teams.untilAnswered = (answer) => this.#givesTimeTo(answer, this.#database ? mostRealMs : 0);
  }

  async stopBot(): Promise<void> {
    if (this.#app) await this.#givesTimeTo(this.#app.close());
    this.#app = undefined;
  }

  /**
   * Makes everything as if the process had ended at this moment; Microsoft has what reached it. Tokens are kept: the sandbox
   * accepts each refresh token once, and crashes aren't about which process used the last one.
   */
  async crash(): Promise<void> {
    const data = join(this.folder, 'data');
    const snapshot = join(this.folder, 'at-the-crash');
    await mkdir(snapshot);
    // In this order no copy misses what an earlier one has: the whole file follows its journal, the audit log all facts.
    for (const name of [
      'journal.jsonl.end',
      'audit.jsonl.end',
      'journal.jsonl',
      'gatehouse.json',
      'cards.json',
      'audit.jsonl',
    ])
      await copied(join(data, name), snapshot);
    await cp(join(data, 'certificates'), join(snapshot, 'certificates'), { recursive: true }).catch(() => undefined);
    await this.stopBot();
    await copied(join(data, 'tokens.bin'), snapshot);
    await rm(data, { recursive: true });
    await rename(snapshot, data);
    await this.startBot();
  }

  // Work that waits for time to pass gets some, so that it can end. `realMs`: up to how much of the machine's own goes with each step.
  async #givesTimeTo<T>(work: Promise<T>, realMs = 0): Promise<T> {
    let isDone = false;
    const done = work.then(
      () => {
        isDone = true;
      },
      () => {
        isDone = true;
      },
    );
    while (!isDone) {
      await this.#pausesOr(done);
      if (isDone) break;
      const before = this.clock.milliseconds;
      this.clock.next(Number.POSITIVE_INFINITY);
      const passed = this.clock.milliseconds - before;
      if (realMs > 0 && passed > 0) await pause(Math.min(passed, realMs));
    }
    return work;
  }

  /** Lets time pass, with everything that's due in it. */
  async passes(seconds: number): Promise<void> {
    const until = this.clock.milliseconds + seconds * 1000;
    // What is looked at every few minutes is due often in many days.
    const mostFired = 10_000 + seconds / 10;
    await this.#settles();
    for (let fired = 0; this.clock.next(until); fired += 1) {
      if (fired > mostFired) throw new Error('something goes round in circles without time passing');
      await this.#settles();
    }
    await this.#settles();
  }

  /** Lets time pass until something is so, or half a minute of the machine's own is over: for what Teams is sent on both stores. */
  async until(isSo: () => boolean): Promise<void> {
    const latest = performance.now() + patienceMs;
    while (!isSo() && performance.now() < latest) {
      await this.passes(1);
      if (this.#database) await pause(mostRealMs / 4);
    }
  }

  /**
   * Lets days pass quickly, as the sandbox's page does: `stepDays` are skipped at once, what became due in them is done, and
   * `restSeconds` pass as usual, in which what began comes to its end.
   */
  async skips(days: number, { stepDays = 1, restSeconds = 60 } = {}): Promise<void> {
    for (let left = days; left > 0; left -= stepDays) {
      await this.#settles();
      this.clock.skips(Math.min(left, stepDays) * 86_400 - restSeconds);
      await this.passes(restSeconds);
    }
  }

  /** Resolves when everything under way has ended, or waits for time to pass. */
  async #settles(): Promise<void> {
    await this.#pausesOr(this.app.idle());
  }

  // What waits for a pause that comes later doesn't look on once it's over: thousands would, each at every round of the event loop.
  async #pausesOr(done: Promise<unknown>): Promise<void> {
    let isOver = false;
    const paused = this.clock.somebodyPauses().then(() => (isOver ? undefined : quiet()));
    await Promise.race([done, paused]);
    isOver = true;
  }

  /** What is saved. */
  contents(): Promise<Contents> {
    return this.#database ? contentsInDatabase(this.#database) : contentsOf(join(this.folder, 'data'));
  }

  /** A tenant as it is saved. */
  async tenant(tenantId: string): Promise<Tenant> {
    const tenant = (await this.contents()).tenants.get(tenantId);
    if (!tenant) throw new Error(`${tenantId} is not in the data folder`);
    return tenant;
  }

  /** The lines of the audit log. */
  async auditLog(): Promise<string> {
    if (!this.#database) return readFile(join(this.folder, 'data', 'audit.jsonl'), 'utf8');
    const rows = await this.#database.sql('select text from gatehouse.audit order by line');
    return (rows as readonly { readonly text: string }[]).map(({ text }) => text).join('\n');
  }

  /** Everything in the data folder, as text. */
  async dataFolder(): Promise<string> {
    const folder = join(this.folder, 'data');
    for (;;) {
      const names = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      try {
        return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
      } catch (error) {
        // A file that was being written beside another has taken its place, so all of it is read anew.
        if (!isAbsent(error)) throw error;
      }
    }
  }

  async end(): Promise<void> {
    await this.stopBot();
    await this.teams.stop();
    await this.#database?.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  #recorder(): Log {
    const record =
      (level: LogLine['level']) =>
      (event: string, fields: Readonly<Record<string, unknown>> = {}) => {
        this.log.push({ level, event, fields });
      };
    return { info: record('info'), warn: record('warn'), error: record('error') };
  }
}

/** Copies a file into a folder, if it's there. */
async function copied(file: string, folder: string): Promise<void> {
  try {
    await copyFile(file, join(folder, basename(file)));
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Ids of the sandbox's customers. */
export const tenantIds = {
  contoso: '10000000-0000-4000-8000-000000000001',
  fabrikam: '10000000-0000-4000-8000-000000000002',
  adventureWorks: '10000000-0000-4000-8000-000000000003',
  northwind: '10000000-0000-4000-8000-000000000004',
  wideWorld: '10000000-0000-4000-8000-000000000005',
  tailspin: '10000000-0000-4000-8000-000000000006',
  woodgrove: '10000000-0000-4000-8000-000000000007',
  litware: '10000000-0000-4000-8000-000000000008',
  proseware: '10000000-0000-4000-8000-000000000009',
  trey: '10000000-0000-4000-8000-000000000010',
  alpine: '10000000-0000-4000-8000-000000000011',
  margie: '10000000-0000-4000-8000-000000000012',
  coho: '10000000-0000-4000-8000-000000000013',
  fourthCoffee: '10000000-0000-4000-8000-000000000014',
  humongous: '10000000-0000-4000-8000-000000000015',
  lucerne: '10000000-0000-4000-8000-000000000016',
  relecloud: '10000000-0000-4000-8000-000000000017',
} as const;

/** A world for every test of a suite, with Alex in a chat where the bot is installed. */
export function aWorldForEach(settings: Readonly<Record<string, string>> = {}): { world: World; chat: Chat } {
  const held: { world?: World; chat?: Chat } = {};
  beforeEach(async function () {
    held.world = await World.start(settings, storeFor(this));
    held.chat = held.world.chat(people.alex, 'chat-of-alex');
    await held.chat.installs();
  });
  afterEach(() => held.world?.end());
  const get = <K extends 'world' | 'chat'>(key: K) => {
    const value = held[key];
    if (!value) throw new Error('the world has not been made yet');
    return value as NonNullable<(typeof held)[K]>;
  };
  return {
    get world() {
      return get('world');
    },
    get chat() {
      return get('chat');
    },
  };
}

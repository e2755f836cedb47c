// The doctor examines a sandbox in which all is well, until a test breaks something.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine } from '../../src/cli/examine.js';
import type { DataFolder } from '../../src/domain/health/checkup-machine.js';
import { type Clock, systemClock } from '../../src/runtime/clock.js';
import type { Log } from '../../src/runtime/log.js';
import { connectionSettings } from '../../src/sandbox/connection-settings.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';
import { inspectFolder as inspectRealFolder } from '../../src/store/folder/inspect-folder.js';
import { inspectDatabase } from '../../src/store/postgres/inspect-database.js';
import type { Language } from '../../src/views/catalogue.js';
import { en } from '../../src/views/words/en/index.js';

const now = '2026-11-22T10:00:00.000Z';
/** Stands still but for waiting, which is over at once. */
export const clock: Clock = {
  now: () => now,
  elapsedMs: () => Date.parse(now),
  after: () => () => undefined,
  limit: () => () => undefined,
  pause: async () => undefined,
};
/** The groups of the sandbox's template. */
export const groups = {
  serviceDesk: 'b0000000-0000-4000-8000-000000000001',
  security: 'b0000000-0000-4000-8000-000000000002',
  azure: 'b0000000-0000-4000-8000-000000000003',
};
/** The account that Gatehouse signs in with. */
export const account = 'dddddddd-0000-4000-8000-000000000001';
/** Every permission that Gatehouse or its doctor makes use of. */
export const everything = [
  'DelegatedAdminRelationship.ReadWrite.All',
  'GroupMember.Read.All',
  'User.ReadBasic.All',
  'Application.Read.All',
];
/** The bot's application. */
export const botId = 'eeeeeeee-1111-4000-8000-000000000001';
/** The bot's secret. */
export const botSecret = 'bot-secret-that-opens-nothing';

const { titles } = en.checkup;
/** A finding's line, word for word, whose words the catalogue has. */
export const line = (icon: string, check: keyof typeof titles, found: string) => `${icon} ${titles[check]}: ${found}`;
/** The line of what to do about it. */
export const cure = (text: string) => `   → ${text}`;

/** The instant in so many days. */
export const inDays = (count: number) => new Date(Date.parse(now) + count * 86_400_000).toISOString();

/** The doctor's surroundings: a sandbox, settings for it and a data folder. */
export class DoctorBench {
  /** The settings. */
  environment: Record<string, string> = {};
  /** What is told of the data folder instead of what it is. */
  folderIs: Partial<DataFolder> = {};
  readonly folder: string;
  readonly sandbox: Sandbox;
  readonly #errors: unknown[] = [];
  readonly log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (...line) => void this.#errors.push(line),
  };

  private constructor(folder: string, sandbox: Sandbox) {
    this.folder = folder;
    this.sandbox = sandbox;
  }

  static async open(): Promise<DoctorBench> {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-doctor-'));
    const sandbox = await startSandbox({ now: () => new Date(now) });
    const bench = new DoctorBench(folder, sandbox);
    sandbox.controls.setConsent({ graph: everything });
    sandbox.controls.registerBot({ clientId: botId, clientSecret: botSecret });
    sandbox.controls.registerWebhook('http://127.0.0.1:3978/api/partner-center');
    const { credentials, accessTemplate } = sandbox;
    await writeFile(join(folder, 'template.json'), JSON.stringify(accessTemplate));
    bench.environment = {
      PARTNER_CLOUD: 'sandbox',
      ...connectionSettings(sandbox),
      TOKEN_KEY: Buffer.alloc(32, 7).toString('base64'),
      ACCESS_TEMPLATE: join(folder, 'template.json'),
      DATA_DIR: join(folder, 'data'),
      MicrosoftAppId: botId,
      MicrosoftAppPassword: botSecret,
      MicrosoftAppTenantId: credentials.tenantId,
    };
    return bench;
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** What the doctor prints. Fails where it logs an error, or prints a secret. */
  async doctor(nodeVersion = 'v24.11.0', language: Language = 'en') {
    let text = '';
    const write = (more: string) => {
      text += more;
    };
    // The disk of the tests may be in memory, or in a container.
    const inspectFolder = async (path: string) => {
      const real = await inspectRealFolder(path);
      return { ...real, freeBytes: 30 * 1024 ** 3, isFleeting: false, ...this.folderIs };
    };
    const exitCode = await examine(this.environment, {
      language,
      clock,
      log: this.log,
      nodeVersion,
      inspectFolder,
      inspectDatabase: (url) => inspectDatabase(url, systemClock),
      write,
    });
    assert.deepEqual(this.#errors, []);
    for (const secret of [botSecret, this.sandbox.credentials.clientSecret, 'sandbox-rt-', 'eyJ']) {
      assert.ok(!text.includes(secret), secret);
    }
    return { text, exitCode, lines: text.trimEnd().split('\n') };
  }

  /** Breaks something, and fails unless the doctor finds it, in these lines, and nothing else. */
  async finds({ breaks, says, exitCode = 1 }: Trouble): Promise<void> {
    const before = await this.doctor();
    breaks(this.sandbox);
    const after = await this.doctor();
    // What stands in one output and not in the other, without the sums at the end.
    const found = after.lines.filter((each) => !before.lines.includes(each)).slice(0, -1);
    assert.equal(found.length, says.length, found.join('\n'));
    assert.deepEqual(found, says);
    assert.equal(after.exitCode, exitCode);
  }
}

/** Something that is wrong. */
export interface Trouble {
  readonly what: string;
  readonly breaks: (sandbox: Sandbox) => void;
  readonly says: readonly string[];
  /** Default 1: something is wrong. */
  readonly exitCode?: 0 | 1;
}

// A sign-in without a browser: the page, the sandbox's page, and the bot's own tokens, on one clock.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpClients } from '../../src/microsoft/http-clients.js';
import { type OpenMicrosoft, openMicrosoft } from '../../src/microsoft/microsoft.js';
import type { Application } from '../../src/microsoft/sign-in/application.js';
import { TokenCache } from '../../src/microsoft/sign-in/token-cache.js';
import { Tokens } from '../../src/microsoft/sign-in/tokens.js';
import type { Clock } from '../../src/runtime/clock.js';
import { LocalPace } from '../../src/runtime/local-pace.js';
import type { Log } from '../../src/runtime/log.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js';
import { type SignInDeps, signIn } from '../../src/sign-in/sign-in.js';
import { TokenFolder } from '../../src/store/folder/token-folder.js';
import { wordsIn } from '../../src/views/catalogue.js';
import { problemWords } from '../../src/views/explain/problem-words.js';

/** The accounts on the sandbox's page. */
export const accounts = {
  service: 'dddddddd-0000-4000-8000-000000000001',
  robin: 'dddddddd-0000-4000-8000-000000000002',
  guest: 'dddddddd-0000-4000-8000-000000000003',
} as const;

/** A person's answers on the sandbox's page. */
export interface Answers {
  readonly account?: string;
  readonly hasSecondFactor?: boolean;
  readonly answer?: 'accept' | 'cancel';
}

/** A browser that keeps the page's cookie. */
export type Browser = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** A sign-in in progress. */
export interface Visit {
  /** The page, without a key. */
  readonly url: string;
  /** The printed address. */
  readonly address: string;
  /** The address that a browser is started with. */
  readonly addressForOnce: string;
  /** A browser that has opened the printed address. */
  readonly browser: Browser;
  readonly kept: Promise<boolean>;
  readonly printed: string[];
  /** Ends the command. */
  readonly interrupt: () => void;
}

/** Opens the page with the key in an address. */
export async function enters(address: string): Promise<Browser> {
  const response = await fetch(address.replace('localhost', '127.0.0.1'), { redirect: 'manual' });
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), '/');
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return (url, init = {}) => fetch(url, { ...init, headers: { cookie } });
}

/** The address with the key, from the printed text. */
export function printedAddress(printed: string): string | undefined {
  return /http:\/\/localhost:\d+\/\?key=[\w-]+/.exec(printed)?.[0];
}

/** Everything for signing in. */
export class SignInBench {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly lines: { readonly event: string; readonly fields: unknown }[] = [];
  readonly clock: Clock & { passes(seconds: number): unknown };
  readonly log: Log;
  key = Buffer.alloc(32, 1);

  private constructor(sandbox: Sandbox, folder: string, clock: SignInBench['clock']) {
    this.sandbox = sandbox;
    this.folder = folder;
    this.clock = clock;
    const record = (event: string, fields?: unknown) => void this.lines.push({ event, fields });
    this.log = { info: record, warn: record, error: record };
  }

  /** Begins at a fixed moment, or at the present one for dates that aren't ours. */
  static async open(start = '2026-11-22T10:00:00.000Z'): Promise<SignInBench> {
    const clock = steppingClock(start);
    const sandbox = await startSandbox({ now: () => new Date(clock.now()) });
    return new SignInBench(sandbox, await mkdtemp(join(tmpdir(), 'gatehouse-sign-in-')), clock);
  }

  /** Beside a bot on a sandbox of its own, which isn't closed from here. */
  static beside(sandbox: Sandbox, dataFolder: string, clock: SignInBench['clock']): SignInBench {
    const bench = new SignInBench(sandbox, dataFolder, clock);
    bench.key = Buffer.alloc(32, 'sandbox');
    return bench;
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  application(changes: Partial<Application> = {}): Application {
    const { tenantId, clientId, clientSecret: secret } = this.sandbox.credentials;
    return { tenantId, clientId, credential: { kind: 'secret', secret }, loginUrl: this.sandbox.url, ...changes };
  }

  cache(): TokenCache {
    return new TokenCache(new TokenFolder(this.folder), this.key);
  }

  /** The bot's tokens, as at a start. */
  async bot(
    changes: Partial<Application> = {},
  ): Promise<{ tokens: Tokens; clients: HttpClients; microsoft: OpenMicrosoft }> {
    const tokens = new Tokens(this.application(changes), this.cache(), this.clock, this.log);
    await tokens.open();
    const { url } = this.sandbox;
    const { clock, log } = this;
    const pace = new LocalPace(clock);
    const clients = new HttpClients({ graphUrl: url, partnerCenterUrl: url }, tokens, { pace, clock, log });
    return {
      tokens,
      clients,
      microsoft: openMicrosoft(clients, { ...this.application(), adminPortalUrl: url }, this.clock, this.log),
    };
  }

  /** Runs the command until its page is there, and opens it. */
  async visit(changes: Partial<SignInDeps> = {}): Promise<Visit> {
    const opened = await this.opens(changes);
    return { ...opened, browser: await enters(opened.address) };
  }

  /** Runs the command until its page is there. */
  async opens(changes: Partial<SignInDeps> = {}): Promise<Omit<Visit, 'browser'>> {
    const printed: string[] = [];
    const abort = new AbortController();
    let kept: Promise<boolean> | undefined;
    const addressForOnce = await new Promise<string>((resolve, reject) => {
      const print = (line: string) => void printed.push(line);
      kept = signIn({ ...this.deps(), print, onReady: resolve, signal: abort.signal, ...changes });
      kept.catch(reject);
    });
    assert.ok(kept);
    const address = printedAddress(printed.join('\n'));
    assert.ok(address);
    const url = `http://127.0.0.1:${new URL(address).port}/`;
    return { url, address, addressForOnce, kept, printed, interrupt: () => abort.abort() };
  }

  /** The dependencies of signing in, without a listener. */
  deps(): SignInDeps {
    const { url } = this.sandbox;
    return {
      application: this.application(),
      addresses: { graphUrl: url, partnerCenterUrl: url },
      cache: this.cache(),
      hasGroups: false,
      explain: (problem) => problemWords(problem, 'check', wordsIn('en')),
      clock: this.clock,
      log: this.log,
      port: 0,
      print: () => undefined,
      onReady: () => undefined,
      signal: new AbortController().signal,
    };
  }

  /** Presses the button; resolves to the address of Microsoft's page. */
  async pressesButton({ url, browser }: Pick<Visit, 'url' | 'browser'>): Promise<URL> {
    const response = await browser(`${url}start`, { method: 'POST', redirect: 'manual' });
    assert.equal(response.status, 303);
    return new URL(response.headers.get('location') ?? '');
  }

  /** Answers on Microsoft's page; resolves to the address it leads to. */
  async answers(
    microsoft: URL,
    { account = accounts.service, hasSecondFactor = true, answer = 'accept' }: Answers = {},
  ) {
    const body = new URLSearchParams([...microsoft.searchParams, ['account', account], ['answer', answer]]);
    if (hasSecondFactor) body.set('second_factor', 'yes');
    const response = await fetch(microsoft.origin + microsoft.pathname, { method: 'POST', body, redirect: 'manual' });
    assert.equal(response.status, 303);
    return new URL((response.headers.get('location') ?? '').replace('localhost', '127.0.0.1'));
  }

  /** The whole sign-in: what the page says in the end, and whether tokens were kept. */
  async signsIn(answers: Answers = {}, changes: Partial<SignInDeps> = {}) {
    const visit = await this.visit(changes);
    const back = await this.answers(await this.pressesButton(visit), answers);
    const text = await (await visit.browser(back)).text();
    return { text, isKept: await visit.kept, printed: visit.printed.join('\n') };
  }
}

// Stands still until it's told otherwise; waiting ends at once.
function steppingClock(start: string): SignInBench['clock'] {
  let passed = 0;
  const timers: { readonly at: number; readonly callback: () => void }[] = [];
  const after: Clock['after'] = (milliseconds, callback) => {
    const timer = { at: passed + milliseconds, callback };
    timers.push(timer);
    return () => void timers.splice(timers.indexOf(timer), 1);
  };
  return {
    now: () => new Date(Date.parse(start) + passed).toISOString(),
    elapsedMs: () => passed,
    after,
    limit: after,
    pause: () => Promise.resolve(),
    passes(seconds) {
      passed += seconds * 1000;
      for (const timer of timers.filter(({ at }) => at <= passed)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.callback();
      }
    },
  };
}

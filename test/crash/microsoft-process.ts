// The sandbox in a process of its own, behind a tap that sees what goes between the bot and Microsoft.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Relationship } from '../../src/sandbox/sandbox.js';
import type { Bell } from './moments.js';

const main = fileURLToPath(new URL('../../dist/sandbox/main.js', import.meta.url));

/** A write that Microsoft has got. */
export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly status: number;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** A request that has come through a tap. */
export interface Call {
  readonly method: string;
  readonly path: string;
}

/** Hears what one bot asks Microsoft. */
export interface TapOptions {
  readonly bell: Bell;
  /** Whether the bot is to take Partner Center's events. Default: no; what a crash may lose of them, the next start finds by looking. */
  readonly takesEvents?: boolean;
  /** What it returns is called with the answer. */
  readonly onCall?: (call: Call) => () => void;
  /** Keeps back Microsoft's answer until what it gives has resolved. */
  readonly holds?: (call: Call) => Promise<unknown> | undefined;
}

/** The sandbox. Each bot talks to a tap of its own; controls go past it. */
export class MicrosoftProcess {
  /** Every write that got through. */
  readonly writes: Write[] = [];
  /** How often a refresh token was used that the sandbox would have called spent. */
  staleSignIns = 0;
  /** Whether the next write that arrives gets lost on the way. */
  losesNext = false;
  readonly #child: ChildProcess;
  readonly #taps: Server[] = [];
  #settings: Readonly<Record<string, string>> = {};
  #url = '';
  readonly #spent = new Set<string>();
  #newestToken = '';
  #signingIn: Promise<unknown> = Promise.resolve();

  private constructor(customers: number) {
    this.#child = spawn(process.execPath, [main, '--port', '0', '--customers', String(customers)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** Starts it with so many customers; what its bots have to have as files goes into the folder. */
  static async start(folder: string, customers: number): Promise<MicrosoftProcess> {
    const microsoft = new MicrosoftProcess(customers);
    let printed = '';
    while (!printed.endsWith('}\n')) {
      const [chunk] = await once(microsoft.#child.stdout as NodeJS.ReadableStream, 'data');
      printed += String(chunk);
    }
    const named = [...printed.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);
    const settings: Record<string, string> = Object.fromEntries(named);
    microsoft.#url = settings.GRAPH_URL ?? '';
    microsoft.#newestToken = settings.PARTNER_REFRESH_TOKEN ?? '';
    settings.ACCESS_TEMPLATE = join(folder, 'access-template.json');
    await writeFile(settings.ACCESS_TEMPLATE, printed.slice(printed.indexOf('{')));
    settings.WEBHOOK_ROOTS = join(folder, 'sandbox-root.pem');
    const [root = ''] = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/.exec(printed) ?? [];
    await writeFile(settings.WEBHOOK_ROOTS, root);
    microsoft.#settings = settings;
    return microsoft;
  }

  /** Opens a tap, and gives what its bot has to be told. */
  async tap(options: TapOptions): Promise<Readonly<Record<string, string>>> {
    const tap = createServer((incoming, response) => {
      this.#pass(incoming, response, options).catch(() => response.destroy());
    });
    this.#taps.push(tap);
    await new Promise<void>((resolve) => tap.listen(0, '127.0.0.1', resolve));
    const { port } = tap.address() as AddressInfo;
    const settings = { ...this.#settings };
    for (const name of ['LOGIN_URL', 'GRAPH_URL', 'PARTNER_CENTER_URL', 'ADMIN_PORTAL_URL'])
      settings[name] = `http://127.0.0.1:${port}`;
    if (!options.takesEvents) for (const name of ['WEBHOOK_CERTIFICATE_URL', 'WEBHOOK_ROOTS']) delete settings[name];
    return settings;
  }

  /** All relationships, with what hangs on them. */
  async relationships(): Promise<readonly Relationship[]> {
    const { status, text } = await this.#exchange('GET', '/sandbox/relationships', {}, '');
    assert.equal(status, 200);
    return JSON.parse(text) as Relationship[];
  }

  /** Turns something on the customer's side. */
  async control(path: string, body: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const { status, text } = await this.#exchange('POST', `/sandbox${path}`, headers, JSON.stringify(body));
    assert.equal(status, 200, text);
  }

  /** Requests for a relationship or an assignment that came more than once, whatever Microsoft answered. */
  repeatedWrites(): readonly string[] {
    const keys = this.writes.flatMap(({ method, path, body }) => {
      if (method !== 'POST' || !/\/(?:delegatedAdminRelationships|accessAssignments)$/.test(path)) return [];
      const { customer, accessContainer } = JSON.parse(body) as {
        customer?: { tenantId: string };
        accessContainer?: { accessContainerId: string };
      };
      return [`${path} ${customer?.tenantId ?? accessContainer?.accessContainerId}`];
    });
    return keys.filter((key, index) => keys.indexOf(key) !== index);
  }

  async stop(): Promise<void> {
    for (const tap of this.#taps) {
      tap.closeAllConnections();
      tap.close();
    }
    this.#child.kill('SIGTERM');
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
  }

  async #pass(incoming: IncomingMessage, response: ServerResponse, { bell, onCall, holds }: TapOptions): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = incoming;
    const isSignIn = /\/token(\?|$)/.test(path);
    const isWrite = !isSignIn && method !== 'GET';
    const body = Buffer.concat(chunks).toString('utf8');
    const answered = onCall?.({ method, path });
    if (isWrite) bell.ring('writeArrived');
    if (isWrite && this.losesNext) {
      this.losesNext = false;
      return void response.destroy();
    }
    const ask = (text: string) => this.#exchange(method, path, headers, text);
    const answer = await (isSignIn ? this.#signIn(body, ask) : ask(body));
    answered?.();
    if (isWrite) this.writes.push({ method, path, body, status: answer.status });
    if (isWrite) bell.ring('writeDone');
    if (isSignIn) bell.ring('tokenRedeemed');
    await holds?.({ method, path });
    response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.text) });
    response.end(answer.text, () => {
      if (isWrite) bell.ring('writeTold');
    });
  }

  // One after the other: which token is the newest is known when the one before has been answered.
  #signIn(body: string, ask: (text: string) => Promise<Answer>): Promise<Answer> {
    const answer = this.#signingIn.then(async () => {
      const given = await ask(this.#withLiveToken(body));
      this.#keepToken(given.text);
      return given;
    });
    this.#signingIn = answer.catch(() => undefined);
    return answer;
  }

  // Entra lets an older refresh token be used again; the sandbox spends it, and a kill before the newer one is on disk
  // would end the story there.
  // @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens (checked 2026-11-22)
  #withLiveToken(body: string): string {
    const form = new URLSearchParams(body);
    const token = form.get('refresh_token') ?? '';
    if (token === '') return body;
    if (this.#spent.has(token)) {
      this.staleSignIns += 1;
      form.set('refresh_token', this.#newestToken);
      this.#spent.add(this.#newestToken);
    }
    this.#spent.add(token);
    return form.toString();
  }

  #keepToken(answer: string): void {
    const { refresh_token: token } = JSON.parse(answer) as { refresh_token?: string };
    if (token !== undefined) this.#newestToken = token;
  }

  #exchange(method: string, path: string, headers: IncomingMessage['headers'], body: string): Promise<Answer> {
    const { connection: _, 'transfer-encoding': __, ...others } = headers;
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
    const { 'content-length': ___, ...kept } = others;
    return new Promise((resolve, reject) => {
      const outgoing = request(`${this.#url}${path}`, { method, headers: { ...kept, ...length } }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const { 'transfer-encoding': ____, connection: _____, ...answered } = incoming.headers;
          resolve({
            status: incoming.statusCode ?? 0,
            headers: answered,
            text: Buffer.concat(chunks).toString('utf8'),
          });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}

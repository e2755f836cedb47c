// Requests are traced where that's wanted, by the process as in production, without a secret in a trace.
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { areTracesWanted } from '../../src/tracing/wanted.js';
import { Chat, FakeTeams } from '../support/fake-teams.js';
import { people } from '../support/world.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly kind: number;
  readonly events?: readonly unknown[];
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

const serverKind = 2;
const attribute = ({ attributes }: Span, name: string) => attributes.find(({ key }) => key === name)?.value.stringValue;

/** A collector that keeps what it is sent, in JSON. */
class Collector {
  readonly bodies: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      this.bodies.push(Buffer.concat(chunks).toString('utf8'));
      response.setHeader('Content-Type', 'application/json');
      response.end('{}');
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get spans(): readonly Span[] {
    return this.bodies.flatMap((body) =>
      JSON.parse(body).resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: Span[] }[] }) =>
        scopeSpans.flatMap(({ spans }) => spans),
      ),
    );
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describe('traces', function () {
  this.timeout(90_000);
  let folder: string;
  let dist: string;
  let child: ChildProcess;
  let lines: Readonly<Record<string, unknown>>[];
  let collector: Collector;
  let teams: FakeTeams;

  // As it runs in production: built, and without a loader that would change how modules are found.
  before(async () => {
    await mkdir(join(root, 'test-results'), { recursive: true });
    folder = await mkdtemp(join(root, 'test-results', 'traces-'));
    dist = join(folder, 'dist');
    for (const name of ['cards', 'roles']) await symlink(join(root, name), join(folder, name));
    execFileSync(process.execPath, [join(root, 'scripts/bundle.mjs'), dist]);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    collector = new Collector();
    teams = await FakeTeams.start();
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    collector.stop();
    await teams.stop();
  });

  const start = (settings: Readonly<Record<string, string>>, flags: readonly string[] = []) => {
    lines = [];
    const { PATH = '' } = process.env;
    const data = join(folder, `data-${Date.now()}`);
    const env = { PATH, PORT: '0', SANDBOX_PORT: '0', DATA_DIR: data, ...settings };
    child = spawn(process.execPath, [...flags, join(dist, 'main.js')], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) =>
      lines.push(JSON.parse(line)),
    );
  };
  const logged = async (name: string, isIt: (line: (typeof lines)[number]) => boolean = () => true) => {
    for (const deadline = Date.now() + 60_000; ; await once(child.stdout ?? child, 'data')) {
      const line = lines.find((each) => each.event === name && isIt(each));
      if (line) return line;
      assert.ok(Date.now() < deadline);
    }
  };
  const stopped = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    return child.exitCode;
  };
  const walk = async () => {
    teams.connect(String((await logged('ready')).url));
    await logged('reconciled');
    const chat = new Chat(teams, people.alex, 'chat');
    const list = await chat.says('/tenants contoso');
    await chat.enables(list);
    const click = await logged('turn', ({ verb }) => verb === 'tenant.enable');
    await logged('step', ({ correlationId }) => correlationId === click.correlationId);
  };

  it('join a click, its calls to Microsoft and the lines of the log, and hold no query and no secret', async () => {
    const url = await collector.start();
    start({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });
    await walk();
    const strangersTrace = '0af7651916cd43dd8448eb211c80319c';
    const { url: botUrl } = await logged('ready');
    const traceparent = `00-${strangersTrace}-b7ad6b7169203331-01`;
    await fetch(`${botUrl}/api/partner-center?code=x`, { method: 'POST', headers: { traceparent } });
    // What is left is sent when the process ends.
    assert.equal(await stopped(), 0);

    const { spans } = collector;
    const incoming = spans.filter(({ kind }) => kind === serverKind);
    assert.deepEqual(
      [...new Set(incoming.map((span) => attribute(span, 'url.path')))],
      ['/api/messages', '/api/partner-center'],
    );
    assert.ok(spans.every(({ traceId }) => traceId !== strangersTrace));
    const click = lines.find(({ event, verb }) => event === 'turn' && verb === 'tenant.enable');
    const isOfClick = ({ event, correlationId }: (typeof lines)[number]) =>
      event === 'microsoft' && correlationId === click?.correlationId;
    const call = lines.find(isOfClick);
    assert.match(String(click?.traceId), /^[0-9a-f]{32}$/);
    assert.equal(call?.traceId, click?.traceId);
    const ofClick = spans.filter(({ traceId }) => traceId === click?.traceId);
    const turn = ofClick.find(({ kind }) => kind === serverKind);
    const calls = ofClick.filter((span) => attribute(span, 'url.full')?.endsWith('/delegatedAdminRelationships'));
    assert.ok(calls.length > 0);
    assert.ok(calls.every(({ parentSpanId }) => parentSpanId === turn?.spanId));
    // The answer to Teams goes by Node's http, not by fetch.
    assert.ok(spans.some((span) => attribute(span, 'url.full')?.includes('/v3/conversations/')));
    assert.ok(spans.some((span) => attribute(span, 'url.full')?.endsWith('/oauth2/v2.0/token')));

    // What docs/4-running.md says of them, and nothing else.
    const keys = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    const promised = ['http.request.method', 'http.response.status_code', 'server.address', 'url.full', 'url.path'];
    for (const key of promised) assert.ok(keys.has(key), key);
    const possible = [...promised, 'error.type', 'server.port', 'url.scheme'];
    assert.deepEqual(
      [...keys].filter((key) => !possible.includes(key)),
      [],
    );
    assert.ok(spans.every(({ events }) => (events ?? []).length === 0));
    const resource = collector.bodies.flatMap((body) =>
      JSON.parse(body).resourceSpans.flatMap((each: { resource: Pick<Span, 'attributes'> }) =>
        each.resource.attributes.map(({ key }) => key),
      ),
    );
    assert.deepEqual([...new Set(resource)], ['service.name']);

    const text = collector.bodies.join('\n');
    assert.match(text, /"service\.name","value":\{"stringValue":"gatehouse"\}/);
    assert.doesNotMatch(text, /\?|%24filter|\$filter|continuation/i);
    assert.doesNotMatch(text, /Bearer|eyJ|refresh_token|client_secret|partners\/invitation|Contoso|Wilber/i);
  });

  it('hold nothing up when the collector does not answer', async () => {
    start({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_SERVICE_NAME: 'other' });
    await walk();
    const before = performance.now();
    assert.equal(await stopped(), 0);
    assert.ok(performance.now() - before < 9000);
  });

  it('load nothing where nobody asks for them, or they are turned off', async () => {
    const endpoint = await collector.start();
    for (const settings of [{}, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'true' }]) {
      // Node tells of every module that it loads.
      start({ ...settings, NODE_DEBUG: 'module,esm' });
      const errors: string[] = [];
      child.stderr?.on('data', (chunk) => errors.push(String(chunk)));
      await logged('ready');
      assert.equal(await stopped(), 0);
      assert.match(errors.join(''), /bundle\/app-/);
      assert.doesNotMatch(errors.join(''), /opentelemetry|prom-client/);
      assert.equal(lines.find(({ event }) => event === 'ready')?.traceId, undefined);
    }
    assert.deepEqual(collector.bodies, []);
  });
});

describe('whether traces are wanted', () => {
  it('follows from OpenTelemetry’s own variables', () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:4318';
    assert.equal(areTracesWanted({}), false);
    assert.equal(areTracesWanted({ OTEL_EXPORTER_OTLP_ENDPOINT }), true);
    assert.equal(areTracesWanted({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: OTEL_EXPORTER_OTLP_ENDPOINT }), true);
    assert.equal(areTracesWanted({ OTEL_TRACES_EXPORTER: 'console' }), true);
    assert.equal(areTracesWanted({ OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT }), false);
    assert.equal(areTracesWanted({ OTEL_SDK_DISABLED: 'TRUE', OTEL_EXPORTER_OTLP_ENDPOINT }), false);
    assert.equal(areTracesWanted({ OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }), false);
  });
});

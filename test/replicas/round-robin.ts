// What stands in front of the replicas: hands each request to the next one that is ready.
import { createServer, get, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const probeEveryMs = 200;

/** A replica, as it is seen from here. */
export interface Target {
  /** Where it listens. Absent: it doesn't. */
  readonly url: string | undefined;
  /** A request is on its way there; what it returns is called with its answer. */
  readonly onRequest: (body: string) => () => void;
}

/** A load balancer: asks each replica whether it is ready, and leaves out those that aren't. */
export class RoundRobin {
  readonly #targets: readonly Target[];
  readonly #server: Server;
  /** The addresses that have answered last, and well. */
  #ready = new Set<string>();
  #turn = 0;
  #isEnded = false;

  private constructor(targets: readonly Target[]) {
    this.#targets = targets;
    this.#server = createServer((incoming, response) => {
      this.#pass(incoming, response).catch(() => response.destroy());
    });
    this.#server.keepAliveTimeout = 0;
  }

  static async start(targets: readonly Target[]): Promise<RoundRobin> {
    const robin = new RoundRobin(targets);
    await new Promise<void>((resolve) => robin.#server.listen(0, '127.0.0.1', resolve));
    void robin.#probe();
    return robin;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Those that requests go to. */
  get ready(): readonly Target[] {
    return this.#targets.filter(({ url }) => url !== undefined && this.#ready.has(url));
  }

  /** Resolves when there are so many. */
  async has(count: number): Promise<void> {
    while (this.ready.length < count && !this.#isEnded) await pause(10);
  }

  end(): void {
    this.#isEnded = true;
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #probe(): Promise<void> {
    while (!this.#isEnded) {
      const urls = this.#targets.flatMap(({ url }) => url ?? []);
      const isReady = await Promise.all(urls.map(answersWell));
      this.#ready = new Set(urls.filter((_, index) => isReady[index]));
      await pause(probeEveryMs);
    }
  }

  async #pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { ready } = this;
    const target = ready[this.#turn++ % Math.max(1, ready.length)];
    if (target?.url === undefined) return void response.writeHead(503).end();
    const { url } = target;
    const answered = target.onRequest(body.toString('utf8'));
    const { method, headers } = incoming;
    // A connection that is kept may be closed just when it's used again.
    const outgoing = request(`${url}${incoming.url}`, { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.once('error', () => response.destroy());
      answer.once('end', answered);
      answer.pipe(response);
    });
    outgoing.once('error', () => {
      // It is asked again whether it is ready before anything else goes there.
      this.#ready.delete(url);
      response.destroy();
    });
    outgoing.end(body);
  }
}

function answersWell(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = get(`${url}/readyz`, { agent: false, timeout: 1000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    call.once('timeout', () => call.destroy());
    call.once('error', () => resolve(false));
    call.once('close', () => resolve(false));
  });
}

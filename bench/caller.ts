// Sends activities to a bot, many at a time, and measures how fast they're answered.
import { Agent, request } from 'node:http';
import { percentile } from './statistics.js';

/** A way to one bot, over connections that stay open. */
export class Caller {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(botUrl: string) {
    this.#url = `${botUrl}/api/messages`;
  }

  /** Sends an activity and gives the whole answer. @throws Error for any status but 200 */
  send(activity: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(activity) };
      const call = request(this.#url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          if (response.statusCode === 200) resolve(Buffer.concat(chunks));
          else reject(new Error(`${response.statusCode} ${Buffer.concat(chunks).toString('utf8')}`));
        });
      });
      call.once('error', (error: NodeJS.ErrnoException) => {
        // The bot may close an idle connection at the moment in which it's used again.
        if (call.reusedSocket && error.code === 'ECONNRESET') resolve(this.send(activity));
        else reject(error);
      });
      call.end(activity);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The result of a period of load. */
export interface Load {
  readonly turns: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** When a period of load ends: after this long, or after this many turns. */
export type Until = { readonly ms: number } | { readonly turns: number };

/** Keeps this many activities under way; each worker's are made by its number. */
export async function load(
  caller: Caller,
  activityOf: (worker: number) => string,
  { atOnce, until }: { readonly atOnce: number; readonly until: Until },
): Promise<Load> {
  const latencies: number[] = [];
  const start = performance.now();
  const work = async (worker: number) => {
    for (;;) {
      const sentAt = performance.now();
      if ('ms' in until ? sentAt - start >= until.ms : latencies.length >= until.turns) return;
      await caller.send(activityOf(worker));
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => work(worker)));
  const seconds = (performance.now() - start) / 1000;
  return {
    turns: latencies.length,
    perSecond: latencies.length / seconds,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
  };
}

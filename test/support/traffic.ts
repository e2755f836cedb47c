// Whether anything is under way that takes real time: calls that the process makes with fetch, work on files and on a database.
import pg from 'pg';

const original = globalThis.fetch;
let underWay = 0;

/** A call to disturb. */
export interface DisturbedCall {
  readonly method: string;
  readonly url: URL;
  /** Makes the call. */
  readonly go: () => Promise<Response>;
  /** Never gets an answer: rejects when the caller gives up. Until then it doesn't count as being on its way. */
  readonly stall: () => Promise<never>;
}

/** What happens to a call instead. */
export type Disturbance = (call: DisturbedCall) => Promise<Response>;

let disturbance: Disturbance | undefined;

/** Disturbs every call from now on, or none any more. */
export function disturb(how: Disturbance | undefined): void {
  disturbance = how;
}

globalThis.fetch = async (...call: Parameters<typeof fetch>) => {
  underWay += 1;
  try {
    const [input, options] = call;
    const url = new URL(input instanceof Request ? input.url : input);
    const go = () => original(...call);
    const method = options?.method ?? (input instanceof Request ? input.method : 'GET');
    const stall = () => stalled(options?.signal ?? undefined);
    const response = await (disturbance ? disturbance({ method, url, go, stall }) : go());
    const body = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    // The body has been read here, so that an answer counts as on its way until all of it has arrived.
    return new Response(status === 204 ? null : body, { status, statusText, headers });
  } finally {
    underWay -= 1;
  }
};

// Without it, a day of a test's clock passes while a busy machine answers one query.
const client = pg.Client.prototype as unknown as { query: (...args: readonly unknown[]) => unknown };
const { query } = client;
client.query = function queryCounted(...args) {
  underWay += 1;
  const isOver = () => {
    underWay -= 1;
  };
  const last = args.at(-1);
  if (typeof last === 'function') {
    const done = (...answer: readonly unknown[]) => {
      isOver();
      last(...answer);
    };
    return query.call(this, ...args.slice(0, -1), done);
  }
  const asked = query.apply(this, [...args]);
  if (asked instanceof Promise) asked.then(isOver, isOver);
  else isOver();
  return asked;
};

async function stalled(signal: AbortSignal | undefined): Promise<never> {
  underWay -= 1;
  try {
    return await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  } finally {
    underWay += 1;
  }
}

/** Resolves when no call, no query, and no work on a file, has been under way for some rounds of the event loop. */
export async function quiet(): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds = underWay === 0 && !worksOnFiles() ? rounds + 1 : 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Without it, minutes of a test's clock pass while a busy disk flushes one commit. */
function worksOnFiles(): boolean {
  return process.getActiveResourcesInfo().some((resource) => resource.startsWith('FSReq'));
}

// Is anything on its way to Microsoft right now? Counts the calls that the process makes with fetch.
const original = globalThis.fetch;
let underWay = 0;

/** What becomes of a call in place of what would; it may still make the call by `go`. */
export type Disturbance = (url: URL, go: () => Promise<Response>) => Promise<Response>;

let disturbance: Disturbance | undefined;

/** Disturbs every call from now on, or none any more. */
export function disturb(how: Disturbance | undefined): void {
  disturbance = how;
}

globalThis.fetch = async (...call: Parameters<typeof fetch>) => {
  underWay += 1;
  try {
    const go = () => original(...call);
    const [input] = call;
    const url = new URL(input instanceof Request ? input.url : input);
    const response = await (disturbance ? disturbance(url, go) : go());
    const body = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    // The body has been read here, so that an answer counts as on its way until all of it has come.
    return new Response(status === 204 ? null : body, { status, statusText, headers });
  } finally {
    underWay -= 1;
  }
};

/** Resolves when no call has been under way for some turns of the event loop. */
export async function quiet(): Promise<void> {
  for (let turns = 0; turns < 20; turns = underWay === 0 ? turns + 1 : 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

// Is anything on its way to Microsoft right now? Counts the calls that the process makes with fetch.
const original = globalThis.fetch;
let underWay = 0;

globalThis.fetch = async (...call: Parameters<typeof fetch>) => {
  underWay += 1;
  try {
    const response = await original(...call);
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

// A POST of JSON from the benchmark.
import { request } from 'node:http';

/**
 * Posts over a connection of its own: a kept one may be closed by the other side in the moment in which it's used again.
 * @throws Error for any status but a 2xx
 */
export function post(url: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const call = request(url, { method: 'POST', agent: false, headers }, (response) => {
      const { statusCode = 0 } = response;
      response.resume();
      response.once('error', reject);
      response.once('end', () => {
        if (statusCode >= 200 && statusCode < 300) resolve();
        else reject(new Error(`${url}: ${statusCode}`));
      });
    });
    call.once('error', reject);
    call.end(JSON.stringify(body));
  });
}

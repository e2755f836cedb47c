// Serves the metrics to programs on this machine, on a port of its own.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../domain/errors.js';
import { foreignBy } from '../runtime/loopback.js';
import { requestDeadlines } from '../runtime/request-deadlines.js';

/** A server that listens. */
export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

const host = '127.0.0.1';

/**
 * Listens on loopback for `GET /metrics`, in Prometheus' own format; everything else is 404.
 * @throws ConfigError when the port is taken.
 */
export async function listenForMetrics(
  port: number,
  contentType: string,
  read: () => Promise<string>,
): Promise<MetricsServer> {
  const server = createServer(requestDeadlines, async (request, response) => {
    // Where restify is loaded, `writeHead` of every server gives nothing back to go on with.
    response.statusCode = refusalOf(request) ?? 200;
    if (response.statusCode !== 200) {
      response.end();
      return;
    }
    try {
      const text = await read();
      response.setHeader('Content-Type', contentType);
      response.end(text);
    } catch {
      response.statusCode = 500;
      response.end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portTaken(error, port)));
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusalOf(request: IncomingMessage): number | undefined {
  const { method, url } = request;
  const by = foreignBy(request);
  if (by !== undefined) return by === 'host' ? 421 : 403;
  return method === 'GET' && url?.replace(/\?.*$/, '') === '/metrics' ? undefined : 404;
}

function portTaken(error: Error, port: number): Error {
  if (!('code' in error && error.code === 'EADDRINUSE')) return error;
  return new ConfigError(`port ${port} is in use`, 'Set METRICS_PORT to a free port, or remove the setting.', {
    cause: error,
  });
}

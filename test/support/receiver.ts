// A receiver of events on this machine, by https, with a certificate that nobody but a test vouches for.
import { webcrypto } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { aRoot } from './pki.js';

/** A request that came. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly url: string | undefined;
}

/** A receiver that's listening. `answers`: what it says to each request; 204 at first. */
export interface Receiver {
  readonly got: Received[];
  answers: (response: ServerResponse, request: Received) => void;
  /** Its root certificate, in PEM. */
  readonly ca: string;
  url(path?: string, host?: string): string;
  close(): Promise<void>;
}

/** Answers with a status, and a body. */
export function answering(status: number, body?: string, headers = {}): Receiver['answers'] {
  return (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

/** Starts one. */
export async function aReceiver(): Promise<Receiver> {
  const root = await aRoot();
  const leaf = await root.issues('localhost', { names: ['localhost'] });
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', leaf.keys.privateKey));
  const pem = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
  // Not by iteration: restify, where it's loaded, has a `closed` of its own on every request, by which that never ends.
  const server = createServer({ key: pem, cert: leaf.pem }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received = { headers: request.headers, body: Buffer.concat(chunks).toString(), url: request.url };
      receiver.got.push(received);
      receiver.answers(response, received);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    got: [],
    answers: answering(204),
    ca: root.pem,
    url: (path = '/hooks/secret-path', host = 'localhost') =>
      `https://${host}:${(server.address() as AddressInfo).port}${path}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return receiver;
}

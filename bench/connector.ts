// Teams' side of the wire: takes the cards that a bot posts, and tells when one has arrived.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { addressOf, connectorPort } from './places.js';

/** A connector that accepts everything from every bot. */
export class Connector {
  readonly #server: Server = createServer((request, response) => void this.#take(request, response));
  readonly #awaited = new Map<string, (card: string) => void>();
  #nextId = 1;

  /** The address that bots send their answers to. */
  readonly url = addressOf(connectorPort);

  static async start(): Promise<Connector> {
    const connector = new Connector();
    await new Promise<void>((resolve, reject) => {
      connector.#server.once('error', reject);
      connector.#server.listen(connectorPort, '127.0.0.1', resolve);
    });
    // A bot keeps its connection for the next message, however long that takes.
    connector.#server.keepAliveTimeout = 600_000;
    return connector;
  }

  /** The next message that is posted to a conversation: its body, once all of it has come. */
  posted(conversationId: string): Promise<string> {
    return new Promise((resolve) => {
      this.#awaited.set(conversationId, resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: `message-${this.#nextId++}` }));
    if (request.method !== 'POST') return;
    const [, , , conversation = ''] = (request.url ?? '').split('/');
    const conversationId = decodeURIComponent(conversation);
    this.#awaited.get(conversationId)?.(Buffer.concat(chunks).toString('utf8'));
    this.#awaited.delete(conversationId);
  }
}

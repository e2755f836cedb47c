// The way to Microsoft, as long as it is for most partners.
import { createServer, request, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf, farMicrosoftPort } from '../places.js';

/** Hands everything on after a while. */
export class FarMicrosoft {
  readonly url = addressOf(farMicrosoftPort);
  readonly #server: Server;

  private constructor(microsoftUrl: string, ms: number) {
    this.#server = createServer(async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      await pause(ms);
      const { method, headers } = incoming;
      const handedOn = request(`${microsoftUrl}${incoming.url}`, { method, headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      handedOn.once('error', () => response.destroy());
      handedOn.end(Buffer.concat(chunks));
    });
  }

  static async start(microsoftUrl: string, ms: number): Promise<FarMicrosoft> {
    const far = new FarMicrosoft(microsoftUrl, ms);
    await new Promise<void>((resolve, reject) => {
      far.#server.once('error', reject);
      far.#server.listen(farMicrosoftPort, '127.0.0.1', resolve);
    });
    return far;
  }

  end(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

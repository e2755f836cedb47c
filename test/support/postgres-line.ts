// A network between the bot and its database, which a test has lose what it carries.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A line to a server. */
export interface DatabaseLine {
  /** The URL over this line. */
  readonly url: string;
  /** Cuts the connection of the next message with this word in it, once the server has answered, and keeps the answer. */
  loseAnswerTo(word: string): void;
  /** How many answers were lost by that. */
  readonly lostAnswers: number;
  /** Carries nothing any more, in either direction, and ends nothing: as a network that drops packets. */
  silence(): void;
  /** Lets new connections through again; what was silenced stays so. */
  heal(): void;
  end(): Promise<void>;
}

/** Opens a line to the server of a URL. */
export async function databaseLine(url: string): Promise<DatabaseLine> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isSilent = false;
  let lost = 0;
  let losing: string | undefined;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let isLosing = false;
    let isCut = isSilent;
    silencers.add(() => {
      isCut = true;
    });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        if (!isCut) to.destroy();
      });
      from.on('data', (bytes) => {
        if (isCut) return;
        if (from === client && losing !== undefined && bytes.includes(losing)) {
          losing = undefined;
          isLosing = true;
        }
        if (from === upstream && isLosing) {
          lost += 1;
          client.destroy();
          return;
        }
        to.write(bytes);
      });
    }
  });
  const silencers = new Set<() => void>();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port }).href,
    loseAnswerTo(word) {
      losing = word;
    },
    get lostAnswers() {
      return lost;
    },
    silence() {
      isSilent = true;
      for (const silence of silencers) silence();
    },
    heal() {
      isSilent = false;
    },
    async end() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

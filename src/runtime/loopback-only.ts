// Keeps a program that is not ours on this machine: loaded into it before its own code (`node --import`), it has every
// server of that program listen on 127.0.0.1, and answer nothing that another machine or another web site asks.
// The chat of `npm start` (Microsoft 365 Agents Playground) listens on all addresses, checks neither Host nor Origin, and
// has no option for either; whoever reaches it speaks to the bot as an admin.
import { Server as HttpServer, type IncomingMessage, ServerResponse } from 'node:http';
import { Server } from 'node:net';
import { Duplex } from 'node:stream';
import { foreignBy, isLoopback } from './loopback.js';

const host = '127.0.0.1';

const listen = Server.prototype.listen as (this: Server, ...args: unknown[]) => Server;
Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
  return listen.apply(this, [...onLoopback(args)]);
};

/** The arguments of `listen`, in any of its forms, with a host of this machine. What names no port, such as a pipe, stays. */
function onLoopback([first, ...rest]: readonly unknown[]): readonly unknown[] {
  if (typeof first === 'function' || first === undefined) return [{ port: 0, host }, first ?? rest.at(-1)];
  if (typeof first === 'object' && first !== null && 'port' in first) {
    const isSafe = 'host' in first && typeof first.host === 'string' && isLoopback(first.host);
    return isSafe ? [first, ...rest] : [{ ...first, host }, ...rest];
  }
  if (!/^\d+$/.test(String(first))) return [first, ...rest];
  const named = rest.find((each) => typeof each === 'string');
  const backlog = rest.find((each) => typeof each === 'number');
  const options = { port: Number(first), host: named !== undefined && isLoopback(named) ? named : host, backlog };
  return [options, ...rest.filter((each) => typeof each === 'function')];
}

const requests = ['request', 'checkContinue', 'checkExpectation', 'upgrade', 'connect'];

const emit = HttpServer.prototype.emit as (this: HttpServer, event: string | symbol, ...args: unknown[]) => boolean;
HttpServer.prototype.emit = function (this: HttpServer, event: string | symbol, ...args: unknown[]): boolean {
  const [request, answer] = args;
  if (!requests.includes(String(event)) || foreignBy(request as IncomingMessage) === undefined) {
    return emit.apply(this, [event, ...args]);
  }
  if (answer instanceof ServerResponse) answer.writeHead(403, { Connection: 'close' }).end();
  // A connection that wants to be something else than HTTP, such as a web socket.
  else if (answer instanceof Duplex) answer.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  return true;
};

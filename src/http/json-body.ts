// Reads the JSON body of a request, once its headers are acceptable.
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'restify';
import type { Refuse } from './refuse.js';

/** The limits of a body. */
export interface JsonBodyRules {
  readonly largestBytes: number;
  /** Whether a request without a bearer token is refused before its body is read. */
  readonly needsBearer: boolean;
}

interface Parsed {
  readonly value: unknown;
}

interface Refusal {
  readonly status: 400 | 401 | 413 | 415;
  readonly code: string;
}

const notJson: Refusal = { status: 400, code: 'BadRequest' };
const tooLarge: Refusal = { status: 413, code: 'PayloadTooLarge' };

/**
 * Puts the parsed body into the request, or refuses: by the headers, at the first byte too many, or when it isn't JSON. The
 * server limits how long it may take to arrive.
 */
export function jsonBody(rules: JsonBodyRules, refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    void bodyOf(request, rules).then((body) => {
      if (body === undefined) return next(false);
      if ('status' in body) {
        // The rest of the body isn't read.
        response.header('Connection', 'close');
        response.send(body.status, refuse(body.status, body.code));
        return next(false);
      }
      request.body = body.value;
      next();
    });
  };
}

/** The parsed body, or why it's refused; `undefined` when the client has gone. */
async function bodyOf(request: Request, rules: JsonBodyRules): Promise<Parsed | Refusal | undefined> {
  const bytes = refusalOf(request, rules) ?? (await read(request, rules.largestBytes));
  return Buffer.isBuffer(bytes) ? (parse(bytes) ?? notJson) : bytes;
}

// Teams compresses nothing. A small compressed body could inflate to any size.
function refusalOf({ headers }: Request, { largestBytes, needsBearer }: JsonBodyRules): Refusal | undefined {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return { status: 415, code: 'UnsupportedMediaType' };
  if (Number(headers['content-length'] ?? 0) > largestBytes) return tooLarge;
  // The token is checked together with the body; without a token the body isn't needed.
  if (needsBearer && !/^Bearer \S+$/i.test(headers.authorization ?? '')) return { status: 401, code: 'Unauthorized' };
  return /^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '') ? undefined : notJson;
}

/** The bytes; `undefined` when the client has gone. */
function read(request: IncomingMessage, largestBytes: number): Promise<Buffer | Refusal | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve) => {
    const end = (outcome: Buffer | Refusal | undefined) => {
      request.removeAllListeners('data');
      resolve(outcome);
    };
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > largestBytes) {
        request.pause();
        end(tooLarge);
      }
    });
    request.once('end', () => end(Buffer.concat(chunks)));
    request.once('close', () => end(undefined));
  });
}

function parse(body: Buffer): Parsed | undefined {
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    return undefined;
  }
}

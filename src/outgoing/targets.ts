// The addresses that events are sent to, signed as Standard Webhooks has it.
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { isIP } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { OutgoingAnswer } from '../domain/outgoing/outgoing-retry.js';
import type { OutgoingMessage, OutgoingTarget } from '../operations/ports/outgoing.js';
import { InsideAddress, isOutside, lookupOutside, plainHost } from './outside-addresses.js';

// Standard Webhooks proposes 15 to 30 seconds.
const longestMs = 15_000;
// An answer that's longer says nothing.
const mostAnswerBytes = 4096;

/** Where events go. */
export interface OutgoingSettings {
  /** Addresses, https each; what stands in their paths and queries may be secret. */
  readonly urls: readonly string[];
  /** `whsec_` and a key in base64. */
  readonly secret: string;
  /** Names of machines that may be inside. */
  readonly allowedInside: readonly string[];
  /** Certificates that are trusted, in PEM. Absent: those of Node.js. */
  readonly ca?: string | undefined;
}

/**
 * The target of each address, each once.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md (checked 2026-11-30)
 */
export function outgoingTargets({ urls, secret, allowedInside, ca }: OutgoingSettings): readonly OutgoingTarget[] {
  const webhook = new Webhook(secret);
  const allowed = new Set(allowedInside.map(plainHost));
  return [...new Set(urls)].map((text) => {
    const url = new URL(text);
    const host = plainHost(url.hostname);
    const isFree = allowed.has(host);
    const options: RequestOptions = {
      method: 'POST',
      // Each connection is to an address that has just been checked.
      agent: false,
      ...(isFree ? {} : { lookup: lookupOutside }),
      ...(ca !== undefined && { ca }),
    };
    return {
      id: createHash('sha256').update(text).digest('hex').slice(0, 16),
      host,
      async send({ id, at, body }: OutgoingMessage): Promise<OutgoingAnswer> {
        // A name is checked when it's resolved, an address right here.
        if (!isFree && isIP(host) !== 0 && !isOutside(host)) return { is: 'failed', answer: 'INSIDE_ADDRESS' };
        const sentAt = new Date(at);
        const headers = {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Gatehouse',
          'webhook-id': id,
          'webhook-timestamp': Math.floor(sentAt.getTime() / 1000),
          'webhook-signature': webhook.sign(id, sentAt, body),
        };
        try {
          return await post(url, { ...options, headers }, body);
        } catch (error) {
          return { is: 'failed', answer: codeOf(error) };
        }
      },
    };
  });
}

function post(url: URL, options: RequestOptions, body: string): Promise<OutgoingAnswer> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(longestMs);
    const outgoing = request(url, { ...options, signal }, (response) => {
      const { statusCode = 0, headers } = response;
      const answer = answerOf(statusCode, headers['retry-after']);
      if (answer.is !== 'taken') {
        resolve(answer);
        // What it says besides doesn't matter.
        response.on('error', () => undefined).destroy();
        return;
      }
      void ticketOf(response).then((ticket) => resolve({ is: 'taken', ...(ticket !== undefined && { ticket }) }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

// It has been taken, whatever comes of reading what it says: `{"ticket": "…"}`, or anything else.
async function ticketOf(response: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > mostAnswerBytes) return undefined;
      parts.push(part);
    }
    const said: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const ticket = typeof said === 'object' && said !== null && 'ticket' in said ? said.ticket : undefined;
    return typeof ticket === 'string' ? ticket : typeof ticket === 'number' ? String(ticket) : undefined;
  } catch {
    return undefined;
  } finally {
    response.on('error', () => undefined).destroy();
  }
}

// A redirect isn't followed: it may lead inside, and takes the body along.
function answerOf(status: number, retryAfter: string | undefined): OutgoingAnswer {
  if (status >= 200 && status < 300) return { is: 'taken' };
  const answer = String(status);
  if (status === 410) return { is: 'unwanted', answer };
  const seconds = /^\d{1,7}$/.test(retryAfter ?? '') ? Number(retryAfter) : undefined;
  return { is: 'failed', answer, ...(seconds !== undefined && { retryAfterSeconds: seconds }) };
}

function codeOf(error: unknown): string {
  if (error instanceof InsideAddress) return error.code;
  if (error instanceof Error && error.name === 'TimeoutError') return 'TIMEOUT';
  const code = (error as { readonly code?: unknown }).code;
  if (code === 'ABORT_ERR') return 'TIMEOUT';
  return typeof code === 'string' ? code.slice(0, 60) : 'FAILED';
}

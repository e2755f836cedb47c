// Fetches files of certificates, whose addresses may come from a stranger.

import { LRUCache } from 'lru-cache';
import type { Clock } from '../../runtime/clock.js';
import { abortAfter } from '../../runtime/timeout.js';

/** What fetching gives: a file, a definite no, or no answer this time. */
export type Fetched = { readonly bytes: Buffer } | { readonly missing: string } | { readonly unreachable: string };

// A certificate has 2 KB, a chain of them 10.
const timeoutMs = 10_000;
const largestBytes = 64 * 1024;
const keptFiles = 20;
const keptMs = 60 * 60 * 1000;
const noRepeatMs = 60 * 1000;
const unreachableMs = 5 * 1000;
// New addresses a minute: far more than Microsoft has, few enough for the server that must answer.
const mostPerMinute = 10;

/** How a file is fetched. */
export interface FetchOptions {
  /** Fetches again if the last copy is older than a minute. */
  readonly isStale?: boolean;
  /** The address isn't one that a stranger may have made up. */
  readonly isKnown?: boolean;
}

interface Kept {
  readonly fetched: Fetched;
  /** By the clock's `elapsedMs`. */
  readonly at: number;
}

/**
 * Fetches files and keeps them for an hour, one fetch of an address at a time. Addresses that strangers make up push out no
 * file that's there, and don't use up the fetches of an address that's known or has given a file before.
 */
export class CertificateFiles {
  readonly #clock: Clock;
  readonly #files = new LRUCache<string, Kept>({ max: keptFiles });
  readonly #failures = new LRUCache<string, Kept>({ max: keptFiles });
  readonly #coming = new Map<string, Promise<Fetched>>();
  #recent: readonly number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The file. Never throws. */
  get(url: string, { isStale = false, isKnown = false }: FetchOptions = {}): Promise<Fetched> {
    const kept = this.#failures.get(url) ?? this.#files.get(url);
    if (kept && this.#now() - kept.at < lifetimeMs(kept.fetched, isStale)) return Promise.resolve(kept.fetched);
    const coming = this.#coming.get(url) ?? this.#fetch(url, isKnown).finally(() => this.#coming.delete(url));
    this.#coming.set(url, coming);
    return coming;
  }

  async #fetch(url: string, isKnown: boolean): Promise<Fetched> {
    const now = this.#now();
    const hasFile = this.#files.has(url);
    if (!isKnown && !hasFile) {
      this.#recent = this.#recent.filter((at) => now - at < 60_000);
      if (this.#recent.length >= mostPerMinute) return { unreachable: 'too many addresses in a minute' };
      this.#recent = [...this.#recent, now];
    }
    const fetched = await abortAfter(this.#clock, timeoutMs, (signal) => fetchOnce(url, signal)).catch(
      (error: unknown) => ({
        unreachable: error instanceof Error ? error.name : 'no answer',
      }),
    );
    this.#keep(url, fetched, hasFile);
    return fetched;
  }

  #keep(url: string, fetched: Fetched, hasFile: boolean): void {
    const kept = { fetched, at: this.#now() };
    if ('bytes' in fetched) {
      this.#failures.delete(url);
      this.#files.set(url, kept);
    } else if (!('unreachable' in fetched && hasFile)) {
      // A copy stays good when fetching it again fails.
      this.#failures.set(url, kept);
    }
  }

  #now(): number {
    return this.#clock.elapsedMs();
  }
}

function lifetimeMs(fetched: Fetched, isStale: boolean): number {
  if ('unreachable' in fetched) return unreachableMs;
  return 'missing' in fetched || isStale ? noRepeatMs : keptMs;
}

async function fetchOnce(url: string, signal: AbortSignal): Promise<Fetched> {
  const response = await fetch(url, { signal, redirect: 'manual' });
  const { status } = response;
  if (status === 200) return bytesOf(response);
  await response.body?.cancel();
  return status === 429 || status >= 500 ? { unreachable: `status ${status}` } : { missing: `status ${status}` };
}

async function bytesOf({ body }: Response): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > largestBytes) return { missing: `more than ${largestBytes} bytes` };
  }
  return { bytes: Buffer.concat(chunks) };
}

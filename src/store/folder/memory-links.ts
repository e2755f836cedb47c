// The links of one process, in its memory.
import type { LinkedFile, Links } from '../../operations/ports/handed-files.js';
import type { Clock } from '../../runtime/clock.js';
import { type LinkBounds, linkBounds } from '../records/waiting-files.js';

interface MemoryLink {
  readonly linked: LinkedFile;
  /** By the clock's `elapsedMs`: however the wall clock is set, a link opens for as long as it says. */
  readonly untilMs: number;
}

/** Gone with the process: a person selects the button again. */
export class MemoryLinks implements Links {
  readonly #clock: Pick<Clock, 'elapsedMs'>;
  readonly #bounds: LinkBounds;
  readonly #links = new Map<string, MemoryLink>();

  constructor(clock: Pick<Clock, 'elapsedMs'>, bounds: LinkBounds = linkBounds) {
    this.#clock = clock;
    this.#bounds = bounds;
  }

  async make(tokenHash: string, linked: LinkedFile, lastsSeconds: number): Promise<void> {
    const { most, mostBytes } = this.#bounds;
    const nowMs = this.#clock.elapsedMs();
    await this.prune();
    let bytes = linked.file.bytes.length;
    for (const link of this.#links.values()) bytes += link.linked.file.bytes.length;
    for (const [key, link] of this.#links) {
      if (this.#links.size < most && bytes <= mostBytes) break;
      bytes -= link.linked.file.bytes.length;
      this.#links.delete(key);
    }
    this.#links.set(tokenHash, { linked, untilMs: nowMs + lastsSeconds * 1000 });
  }

  async prune(): Promise<void> {
    const nowMs = this.#clock.elapsedMs();
    for (const [key, { untilMs }] of this.#links) if (untilMs <= nowMs) this.#links.delete(key);
  }

  async find(tokenHash: string): Promise<LinkedFile | undefined> {
    const link = this.#links.get(tokenHash);
    return link && link.untilMs > this.#clock.elapsedMs() ? link.linked : undefined;
  }
}

// Which links open a file, for whom, and until when?
import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '../../domain/person.js';
import { addSeconds, type Instant } from '../../domain/time.js';
import type { Clock } from '../../operations/ports/ports.js';
import type { HandedFile } from './handed-file.js';

/** The path of links on the bot's own server; the token comes after it. */
export const downloadsPath = '/certificates';

const lastsSeconds = 10 * 60;
// Nobody clicks this often within ten minutes; should somebody, their oldest links end early.
const mostLinks = 500;
// A certificate with hundreds of ties has megabytes, and every link holds its own.
const mostBytes = 64 * 1024 * 1024;

/** A link that opens. */
export interface Download {
  readonly person: Person;
  readonly file: HandedFile;
  /** By the clock's `elapsedMs`: however the wall clock is set, a link opens for as long as it says. */
  readonly untilMs: number;
}

/** Links in memory, by the hash of their token: whoever reads the memory, or a dump of it, can open none of them. */
export class Downloads {
  readonly #clock: Clock;
  readonly #links = new Map<string, Download>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Makes a link for somebody; gives its path and until when it opens, by the wall clock as it is now. */
  make(person: Person, file: HandedFile): { readonly path: string; readonly until: Instant } {
    const nowMs = this.#clock.elapsedMs();
    for (const [key, { untilMs }] of this.#links) if (untilMs <= nowMs) this.#links.delete(key);
    let bytes = file.bytes.length;
    for (const link of this.#links.values()) bytes += link.file.bytes.length;
    for (const [key, link] of this.#links) {
      if (this.#links.size < mostLinks && bytes <= mostBytes) break;
      bytes -= link.file.bytes.length;
      this.#links.delete(key);
    }
    const token = randomBytes(32).toString('base64url');
    this.#links.set(hashOf(token), { person, file, untilMs: nowMs + lastsSeconds * 1000 });
    return { path: `${downloadsPath}/${token}`, until: addSeconds(this.#clock.now(), lastsSeconds) };
  }

  /** What a token opens; `undefined`: nothing, or nothing any more. */
  find(token: string): Download | undefined {
    const download = this.#links.get(hashOf(token));
    return download && download.untilMs > this.#clock.elapsedMs() ? download : undefined;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

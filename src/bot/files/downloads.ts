// Links that open a file: for whom, and until when.
import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '../../domain/person.js';
import { addSeconds, type Instant } from '../../domain/time.js';
import { auditOpened, type HandedFile, type HandingDeps, isStillAdmin } from './handed-file.js';

const lastsSeconds = 10 * 60;
// No person clicks this often within ten minutes; if one does, their oldest links end early.
const mostLinks = 500;
// A certificate with hundreds of items has megabytes, and every link holds its own.
const mostBytes = 64 * 1024 * 1024;

/** A link that opens. */
interface Download {
  readonly person: Person;
  readonly file: HandedFile;
  /** By the clock's `elapsedMs`: however the wall clock is set, a link opens for as long as it says. */
  readonly untilMs: number;
}

/** Links in memory, by the hash of their token: a person who reads the memory, or a dump of it, can open none of them. */
export class Downloads {
  /** The path of all links; the token follows it. */
  readonly path = '/certificates';
  readonly #deps: HandingDeps;
  readonly #links = new Map<string, Download>();

  constructor(deps: HandingDeps) {
    this.#deps = deps;
  }

  /** Makes a link for a person; returns its path and until when it opens, by the wall clock as it is now. */
  make(person: Person, file: HandedFile): { readonly path: string; readonly until: Instant } {
    const { clock } = this.#deps;
    const nowMs = clock.elapsedMs();
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
    return { path: `${this.path}/${token}`, until: addSeconds(clock.now(), lastsSeconds) };
  }

  /**
   * The file that a token opens, recorded as opened; `undefined`: none (any more).
   * @throws ExpectedError when it can't be found out now whether the person may, or can't be recorded.
   */
  async open(token: string): Promise<HandedFile | undefined> {
    const { clock, roles } = this.#deps;
    const download = this.#links.get(hashOf(token));
    if (!download || download.untilMs <= clock.elapsedMs()) return undefined;
    const { person, file } = download;
    if (!(await isStillAdmin(person, roles))) return undefined;
    await auditOpened(file, person, this.#deps);
    return file;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

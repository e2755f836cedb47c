// Links that open a file: for whom, and until when.
import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '../../domain/person.js';
import { addSeconds, type Instant } from '../../domain/time.js';
import type { HandedFile, Links } from '../../operations/ports/handed-files.js';
import { auditOpened, type HandingDeps, mayStillHave } from './handed-file.js';

const lastsSeconds = 10 * 60;

/** What links take. */
export interface DownloadsDeps extends HandingDeps {
  readonly links: Links;
}

/** Links, whose tokens are known only to whom they were given. */
export class Downloads {
  /** The path of all links; the token follows it. */
  readonly path = '/certificates';
  readonly #deps: DownloadsDeps;

  constructor(deps: DownloadsDeps) {
    this.#deps = deps;
  }

  /**
   * Makes a link for a person; gives its path and until when it opens, by the wall clock as it is now.
   * @throws StoreError when it can't be kept.
   */
  async make(person: Person, file: HandedFile): Promise<{ readonly path: string; readonly until: Instant }> {
    const { links, clock } = this.#deps;
    const token = randomBytes(32).toString('base64url');
    const until = addSeconds(clock.now(), lastsSeconds);
    await links.make(hashOf(token), { person, file }, lastsSeconds);
    return { path: `${this.path}/${token}`, until };
  }

  /**
   * The file that a token opens, recorded as opened; `undefined`: none (any more).
   * @throws ExpectedError when it can't be found out now whether the person may, or can't be recorded.
   */
  async open(token: string): Promise<HandedFile | undefined> {
    const { links, roles } = this.#deps;
    const linked = await links.find(hashOf(token));
    if (!linked) return undefined;
    const { person, file } = linked;
    if (!(await mayStillHave(file, person, roles))) return undefined;
    await auditOpened(file, person, this.#deps);
    return file;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

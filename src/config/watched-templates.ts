// The access templates of a file or folder, which are taken up anew when it has changed and is right.
import { isDeepStrictEqual } from 'node:util';
import type { AccessTemplates } from '../domain/access/access-templates.js';
import { FileError } from '../domain/errors.js';
import type { Instant } from '../domain/time.js';
import type { Templates, WrongTemplates } from '../operations/ports/templates.js';
import type { BackgroundWorker, BackgroundWorkers } from '../runtime/background-worker.js';
import type { Clock } from '../runtime/clock.js';
import { Emitter } from '../runtime/emitter.js';
import type { Log } from '../runtime/log.js';
import { accessTemplatesIn } from './access-templates.js';
import type { GdapRoles } from './gdap-roles.js';
import { unreadable } from './setting-schemas.js';
import { type TemplateTexts, templateTextsNow } from './template-texts.js';

/** What watching takes. */
export interface WatchedTemplatesDeps {
  /** Of a file or folder. */
  readonly path: string;
  readonly roles: GdapRoles;
  /** What was read at the start. */
  readonly first: AccessTemplates;
  readonly workers: BackgroundWorkers;
  readonly clock: Clock;
  readonly log: Log;
}

const key = 'templates';
// Reading a few small files costs nothing, and tells what no notice of the system would: links and network disks.
const readEveryMs = 30_000;
// An editor, or a copy, is done by then.
const readAgainMs = 2000;

/** What the disk holds, or why that can't be read. */
type Seen = TemplateTexts | FileError;

/**
 * Reads the files every half minute. What has changed counts once two readings in a row are the same, so that a half-written file
 * is neither taken up nor told. Templates that are wrong change nothing.
 */
export class WatchedTemplates implements Templates {
  readonly changed = new Emitter();
  readonly judged = new Emitter();
  readonly #deps: WatchedTemplatesDeps;
  readonly #worker: BackgroundWorker;
  #current: AccessTemplates;
  #wrong: WrongTemplates | undefined;
  #rightSince: Instant | undefined;
  #seen: Seen | undefined;
  #judged: Seen | undefined;

  constructor(deps: WatchedTemplatesDeps) {
    this.#deps = deps;
    this.#current = deps.first;
    this.#rightSince = deps.clock.now();
    this.#worker = deps.workers.open({ failed: 'templatesNotRead' });
  }

  get current(): AccessTemplates {
    return this.#current;
  }

  get wrong(): WrongTemplates | undefined {
    return this.#wrong;
  }

  get rightSince(): Instant | undefined {
    return this.#rightSince;
  }

  /** Reads them from now on. */
  start(): void {
    this.#plan(readEveryMs);
  }

  #plan(inMs: number): void {
    this.#worker.schedule(key, inMs, async () => {
      let isSettled = true;
      try {
        isSettled = await this.#look();
      } finally {
        this.#plan(isSettled ? readEveryMs : readAgainMs);
      }
    });
  }

  /** Whether the files are as they were at the reading before. */
  async #look(): Promise<boolean> {
    const seen = await this.#read();
    const isSettled = isSame(seen, this.#seen);
    this.#seen = seen;
    if (!isSettled || isSame(seen, this.#judged)) return isSettled || this.#judged === undefined;
    this.#judged = seen;
    this.#judge(seen);
    return true;
  }

  async #read(): Promise<Seen> {
    const { path } = this.#deps;
    try {
      return await templateTextsNow(path);
    } catch (error) {
      return new FileError(path, unreadable(error), { cause: error });
    }
  }

  #judge(seen: Seen): void {
    const { roles, log, clock } = this.#deps;
    try {
      if (seen instanceof FileError) throw seen;
      const next = accessTemplatesIn(seen, roles);
      const wasWrong = this.#wrong !== undefined;
      this.#wrong = undefined;
      this.#rightSince = clock.now();
      if (!isDeepStrictEqual(next, this.#current)) {
        this.#current = next;
        log.info('templatesTakenUp', { names: [...next.templates.keys()] });
        this.changed.emit();
      }
      if (wasWrong) this.judged.emit();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const { file, fault } = error;
      this.#wrong = { file, fault, since: this.#wrong?.since ?? clock.now() };
      log.warn('templatesWrong', { file, why: fault.code });
      this.judged.emit();
    }
  }
}

function isSame(a: Seen, b: Seen | undefined): boolean {
  if (a instanceof FileError || b instanceof FileError)
    return a instanceof FileError && b instanceof FileError && isDeepStrictEqual(a.fault, b.fault);
  return isDeepStrictEqual(a, b);
}

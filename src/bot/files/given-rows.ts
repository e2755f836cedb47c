// The rows that a person gives a command: the lines below it, or a workbook or CSV file attached to it in their own chat.
import { type GivenRows, mostGivenBytes } from '../../domain/table.js';
import type { Spreadsheets } from '../../operations/ports/spreadsheets.js';
import { systemClock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { abortAfter } from '../../runtime/timeout.js';
import type { Turn } from '../turn/turn.js';
import { oneDriveUrl } from './one-drive.js';

/** Gets what an address has; `tooLarge`: that's more than so many bytes, and the rest isn't read. @throws when it can't. */
export type Get = (
  url: URL,
  limits: { readonly bytes: number; readonly ms: number },
) => Promise<Uint8Array | 'tooLarge'>;

/** What reading given rows takes. */
export interface GivenDeps {
  readonly spreadsheets: Pick<Spreadsheets, 'read'>;
  readonly get: Get;
  readonly log: Log;
}

// A part of the time for an answer: the rows are then looked at, and the answer is drawn.
const mostMs = 4000;

/** Reads what people give. */
export class RowReader {
  readonly #deps: GivenDeps;

  constructor(deps: GivenDeps) {
    this.#deps = deps;
  }

  /** The rows of the attached file, else of the lines below the command; `undefined`: there's neither. */
  async rows(lines: string, { attached, actor, time }: Turn): Promise<GivenRows | undefined> {
    const { spreadsheets, get, log } = this.#deps;
    if (!attached) return lines === '' ? undefined : spreadsheets.read(lines);
    const url = oneDriveUrl(attached.downloadUrl);
    const limits = { bytes: mostGivenBytes, ms: time.atMost(mostMs) };
    try {
      const bytes = url && (await get(url, limits));
      if (bytes === 'tooLarge') return { notGiven: 'tooLarge' };
      if (bytes) return await spreadsheets.read(bytes);
    } catch (error) {
      // What fails is a request, whose address opens the file; so no more than the kind of failure is written down.
      log.warn('fileNotRead', { by: actor.id, why: error instanceof Error ? error.name : 'unknown' });
    }
    return { notGiven: 'notFetched' };
  }
}

/** With fetch. Redirects would lead elsewhere, so none is followed. */
export const getByFetch: Get = (url, { bytes: most, ms }) =>
  abortAfter(systemClock, ms, async (signal) => {
    const { ok, status, body, headers } = await fetch(url, { redirect: 'error', signal });
    const isTooLarge = Number(headers.get('content-length') ?? 0) > most;
    if (!ok || !body || isTooLarge) {
      await body?.cancel();
      if (isTooLarge) return 'tooLarge';
      throw new Error(`OneDrive answered ${status} to a download`);
    }
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
      length += piece.length;
      // Leaving the loop cancels the rest.
      if (length > most) return 'tooLarge';
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  });

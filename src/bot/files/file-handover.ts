// Hands a file to the person who asked: into their OneDrive where Teams takes files, and by a link that opens for ten minutes.
import type { HandedFile } from '../../operations/ports/handed-files.js';
import type { Store } from '../../operations/ports/store.js';
import type { Log } from '../../runtime/log.js';
import type { FileWays } from '../../views/offboarding/files.js';
import type { ViewContext } from '../../views/render/context.js';
import type { Text } from '../../views/words/text-types.js';
import { takesFiles } from '../turn/service-hosts.js';
import type { Turn } from '../turn/turn.js';
import type { Downloads } from './downloads.js';
import type { FileOffers } from './file-offers.js';

/** What handing over a file takes. */
export interface HandoverDeps {
  readonly store: Pick<Store, 'conversation'>;
  readonly downloads: Downloads;
  readonly offers: FileOffers;
  /** Where the people of the chat reach the bot's own server, without a slash at the end. `undefined`: nowhere. */
  readonly address: { readonly baseUrl: string | undefined };
  readonly log: Log;
}

/** A person's request for a file. */
export interface FileAsked {
  readonly turn: Turn;
  readonly context: () => ViewContext;
}

/**
 * Hands a file over in both ways that there are here; `label`: its kind as words.
 * @throws StoreError when a link can't be kept.
 */
export async function handOver(
  file: HandedFile,
  label: Text,
  { turn, context }: FileAsked,
  { downloads, address, store, offers, log }: HandoverDeps,
): Promise<FileWays> {
  const { actor, conversationId, isPersonal } = turn;
  const base = address.baseUrl;
  const made = base === undefined ? undefined : await downloads.make(actor, file);
  const canOffer = isPersonal && takesFiles(store.conversation(conversationId)?.reference);
  let isOffered = false;
  if (canOffer) {
    try {
      await offers.offer(actor, conversationId, file, context().words.replies.file.offered);
      isOffered = true;
    } catch (error) {
      // The link is the other way.
      log.warn('fileNotOffered', { conversationId, error });
    }
  }
  return { label, isOffered, ...(made && { link: { url: `${base}${made.path}`, until: made.until } }) };
}

// The way of a file into a person's OneDrive through Teams: the question, their answer, the upload, and the link to it.

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ExpectedError } from '../../domain/errors.js';
import type { Person } from '../../domain/person.js';
import type { HandedFile, Offers, TakenOffer } from '../../operations/ports/handed-files.js';
import type { Log } from '../../runtime/log.js';
import { literal } from '../../views/render/text.js';
import type { Messenger } from '../delivery/messenger.js';
import { auditOpened, type HandingDeps, mayStillHave } from './handed-file.js';
import { oneDriveUrl } from './one-drive.js';
import { type Put, upload } from './upload.js';

/**
 * The name of the invoke that answers a file consent card.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 (checked 2026-11-22)
 */
export const fileConsent = 'fileConsent/invoke';

const consentCard = 'application/vnd.microsoft.teams.card.file.consent';
const infoCard = 'application/vnd.microsoft.teams.card.file.info';

const lastsMs = 60 * 60_000;

/** A person's answer to a consent card. A claim, like everything from a client. */
const answerShape = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ offer: z.string().max(100) }),
  uploadInfo: z
    .object({
      uploadUrl: z.string(),
      contentUrl: z.string(),
      name: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .optional(),
});

/** The result of an answer. */
export type ConsentOutcome = 'saved' | 'declined' | 'notKnown' | 'notAllowed' | 'notSaved';

/** What offering takes. */
export interface OfferDeps extends HandingDeps {
  readonly offers: Offers;
  readonly messenger: Messenger;
  readonly put: Put;
  readonly log: Log;
}

/** Files that are offered to people. A person who answers too late selects the button again. */
export class FileOffers {
  readonly #deps: OfferDeps;

  constructor(deps: OfferDeps) {
    this.#deps = deps;
  }

  /**
   * Asks a person in their own chat whether to put a file into their OneDrive.
   * @throws DeliveryError, or StoreError when the file can't be kept until the answer.
   */
  async offer(person: Person, conversationId: string, file: HandedFile, description: string): Promise<void> {
    const { offers, messenger } = this.#deps;
    const id = randomBytes(16).toString('hex');
    await offers.put(id, { person, conversationId, file }, lastsMs);
    const context = { offer: id };
    const content = {
      description,
      sizeInBytes: file.bytes.length,
      acceptContext: context,
      declineContext: context,
    };
    await messenger.attach(conversationId, { contentType: consentCard, name: file.name, content }, literal(file.name));
  }

  /**
   * Carries out a person's answer; a failure is logged without the address.
   * @throws StoreError when it can't be found out what was offered.
   */
  async answer(person: Person, conversationId: string, value: unknown): Promise<ConsentOutcome> {
    const { offers, roles, log } = this.#deps;
    const answer = answerShape.safeParse(value).data;
    if (!answer) return 'notKnown';
    const id = answer.context.offer;
    // The same answer twice does the work once, wherever it arrives, and a declined file isn't kept.
    const offer = await offers.take(id, { personId: person.id, conversationId });
    if (!offer) return 'notKnown';
    if (answer.action === 'decline') return 'declined';
    try {
      if (!(await mayStillHave(offer.file, person, roles))) return 'notAllowed';
      await this.#save(offer, answer.uploadInfo);
      return 'saved';
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      log.warn('fileNotSaved', { by: person.id, error });
      // They may try again with the same card, unless that can't be kept either.
      await offers
        .put(id, offer, offer.leftMs)
        .catch((why) => log.warn('fileNotOffered', { conversationId, error: why }));
      return 'notSaved';
    }
  }

  async #save(offer: TakenOffer, info: z.infer<typeof answerShape>['uploadInfo']): Promise<void> {
    const { put, messenger, log } = this.#deps;
    const { file, person, conversationId } = offer;
    const target = oneDriveUrl(info?.uploadUrl);
    if (!info || !target) throw new NoTarget();
    await auditOpened(file, person, this.#deps);
    await upload(target, file.bytes, put);
    const { name, contentUrl, uniqueId, fileType } = info;
    const attachment = { contentType: infoCard, name, contentUrl, content: { uniqueId, fileType } };
    await messenger.attach(conversationId, attachment, literal(name)).catch((error) => {
      // It's in their OneDrive all the same.
      log.warn('fileInfoNotSent', { by: person.id, error });
    });
  }
}

class NoTarget extends ExpectedError {
  readonly code = 'noUploadTarget';

  constructor() {
    super('the answer to a file consent names no OneDrive to write to');
  }
}

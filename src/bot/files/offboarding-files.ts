// The answers to an admin who asks for a file of an offboarding: its plan, or a file of its certificate.

import { createHash } from 'node:crypto';
import type { MessageLanguage } from '../../domain/message-languages.js';
import type { CertificateKind, IssuedCertificate } from '../../domain/offboarding/certificate.js';
import { planFileOf } from '../../domain/offboarding/plan-file.js';
import type { Offboardings } from '../../operations/offboarding/offboardings.js';
import type { CertificateArchive } from '../../operations/ports/certificates.js';
import { type HandedFile, handedTypes } from '../../operations/ports/handed-files.js';
import type { Store } from '../../operations/ports/store.js';
import type { Clock } from '../../runtime/clock.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { Words } from '../../views/catalogue.js';
import { customerMessageIn } from '../../views/customer-messages.js';
import { kindLabels, planFileView } from '../../views/offboarding/files.js';
import { certifiedOffboardingView } from '../../views/offboarding/past-offboarding.js';
import { messageView } from '../../views/render/message.js';
import type { ListPosition } from '../../views/render/navigation.js';
import { bare, literal, phrase } from '../../views/render/text.js';
import type { Literal, Text } from '../../views/words/text-types.js';
import type { Audience } from '../people/audience.js';
import { takesFiles } from '../turn/service-hosts.js';
import type { Reply, Turn } from '../turn/turn.js';
import { type FileAsked, type HandoverDeps, handOver } from './file-handover.js';

/** What handing over files takes. */
export interface OffboardingFileDeps extends HandoverDeps {
  readonly store: Store;
  readonly archive: CertificateArchive;
  readonly offboardings: Offboardings;
  readonly audience: Audience;
  readonly clock: Clock;
}

/** Which file of which certificate. Absent: the PDF, of none, in the language in which it was issued. */
export interface CertificateAsked {
  readonly certificateId?: string | undefined;
  readonly file?: CertificateKind | undefined;
  readonly language?: MessageLanguage | undefined;
}

// Teams gives a click about ten seconds, and the answer has to be drawn and sent within them too.
const planPatienceMs = 7000;

/** Hands over certificates and plans: as a file where Teams takes files, and by a link that opens for ten minutes. */
export class OffboardingFiles {
  readonly #deps: OffboardingFileDeps;

  constructor(deps: OffboardingFileDeps) {
    this.#deps = deps;
  }

  /**
   * A file of a certificate.
   * @throws StoreError when it cannot be read.
   */
  async certificate(
    { certificateId = '', file = 'pdf', language: chosen }: CertificateAsked,
    asked: FileAsked,
  ): Promise<Reply> {
    const { store, archive, log } = this.#deps;
    const context = asked.context();
    const { file: texts, summaries } = context.words.replies;
    const certificate = store.certificate(certificateId);
    if (!certificate) return notThere(texts.noCertificate, asked);
    const language = file === 'pdf' ? translationOf(certificate, chosen) : undefined;
    // A translation is drawn from the exact file.
    const kind = language === undefined ? file : 'json';
    const issued = await archive.read(certificate.id, kind);
    if (!issued) {
      const { title, line } = texts.certificateMissing;
      return notThere({ title, line: line({ file: literal(`${certificate.id}.${kind}`) }) }, asked);
    }
    // The card names the hash, and a person who prints the page shows it to others.
    if (!isAsIssued(certificate, kind, issued)) {
      log.error('certificateChanged', { certificateId: certificate.id, kind });
      const { title, line } = texts.certificateChanged;
      return notThere({ title, line: line({ file: literal(`${certificate.id}.${kind}`) }) }, asked);
    }
    const bytes = language === undefined ? issued : await archive.print(issued, language);
    if (!bytes) throw new Error(`the certificate ${certificate.id} can’t be drawn in ${language}`);
    const name = language === undefined ? '' : phrase` (${bare(customerMessageIn(language).languageName)})`;
    const given = fileOf(certificate, file, bytes, language);
    const ways = { ...(await handOver(given, phrase`${kindLabels[file]}${name}`, asked, this.#deps)), language };
    const card = certifiedOffboardingView(certificate, store.tenant(certificate.tenantId), context, ways);
    // It has a link that is one person's own, so it is drawn for no other person and stays as it is.
    return { card, summary: summaries.certificate };
  }

  /**
   * Offers the PDF of a new certificate in an admin's own chat, where Teams takes files. Never fails: the buttons of the
   * certificate's card are the other way.
   */
  async offerByItself(conversationId: string, certificate: IssuedCertificate, words: Words): Promise<void> {
    const { store, archive, offers, audience, log } = this.#deps;
    if (!takesFiles(store.conversation(conversationId)?.reference)) return;
    try {
      const admin = await audience.adminAlone(conversationId);
      const bytes = admin && (await archive.read(certificate.id, 'pdf'));
      if (bytes && isAsIssued(certificate, 'pdf', bytes))
        await offers.offer(admin, conversationId, fileOf(certificate, 'pdf', bytes), words.replies.file.offered);
    } catch (error) {
      log.warn('fileNotOffered', { conversationId, error });
    }
  }

  /**
   * The plan of a tenant, read anew.
   * @throws MicrosoftError when nothing can be read at all.
   */
  async exportPlan(tenantId: string, asked: FileAsked & { readonly position: ListPosition }): Promise<Reply> {
    const { offboardings, clock } = this.#deps;
    const { file: texts, summaries } = asked.context().words.replies;
    const answer = await withTimeout(
      clock,
      planPatienceMs,
      offboardings.plan(tenantId).then((read) => ({ read })),
    );
    if (!answer) {
      return notThere(texts.planSlow, asked);
    }
    const { read } = answer;
    if (!read) return notThere(texts.noPlan, asked);
    const { actor } = asked.turn;
    const file: HandedFile = {
      name: `exit-plan-${tenantId}.json`,
      contentType: handedTypes.json,
      bytes: Buffer.from(`${JSON.stringify(planFileOf(read, actor), null, 2)}\n`),
      tenantId,
      what: 'offboardingPlanOpened',
    };
    const ways = await handOver(file, kindLabels.json, asked, this.#deps);
    return {
      card: planFileView(read.tenant, { readAt: read.plan.readAt, ways, position: asked.position }, asked.context()),
      summary: summaries.plan,
    };
  }

  /** Takes the answer whether a file may be put into the person's OneDrive. @returns what they should read, if anything. */
  async consented(
    { actor, conversationId }: Turn,
    value: unknown,
    { replies: { file: texts } }: Words,
  ): Promise<Literal | undefined> {
    const outcome = await this.#deps.offers.answer(actor, conversationId, value);
    switch (outcome) {
      case 'saved':
      case 'declined':
        return undefined;
      case 'notKnown':
        return texts.offerOver;
      case 'notAllowed':
        return texts.notAllowed;
      case 'notSaved':
        return texts.notSaved;
      default:
        return outcome satisfies never;
    }
  }
}

function isAsIssued({ hashes }: IssuedCertificate, kind: CertificateKind, bytes: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest('hex') === hashes[kind];
}

/** The chosen language, if the PDF wasn't issued in it and can be drawn in it: version 1 doesn't say what remains. */
function translationOf(
  { access, language = 'en' }: IssuedCertificate,
  chosen: MessageLanguage | undefined,
): MessageLanguage | undefined {
  return access === undefined || chosen === language ? undefined : chosen;
}

function fileOf(
  { id, tenantId }: IssuedCertificate,
  kind: CertificateKind,
  bytes: Uint8Array,
  language?: MessageLanguage,
): HandedFile {
  const translated = language === undefined ? [] : [language];
  return {
    name: `${['exit-certificate', id, ...translated].join('-')}.${kind}`,
    contentType: handedTypes[kind],
    bytes,
    tenantId,
    what: 'certificateOpened',
    subject: [id, kind, ...translated].join(' '),
  };
}

function notThere({ title, line }: { readonly title: Text; readonly line: Literal }, { context }: FileAsked): Reply {
  return { card: messageView({ title, lines: [line] }, context()), summary: title };
}

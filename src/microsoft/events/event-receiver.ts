// Whether a request is an event of Partner Center, and a new one.

import { constants, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { PartnerEvent } from '../../domain/partner-event.js';
import type { Clock } from '../../runtime/clock.js';
import { CertificateFiles } from './certificate-files.js';
import { readEventBody } from './event-body.js';
import { microsoftRoots, rootsIn } from './roots.js';
import { type EventRefusal, readSignedHeaders, type SignedHeaders } from './signed-headers.js';
import { Signers } from './signers.js';

/** Which signatures of events are trusted. */
export interface EventTrust {
  /** The signer's certificate must be below this address; no slash at the end. */
  readonly certificateBaseUrl: string;
  /** PEM. Absent: the roots behind Microsoft's services, as Node includes them. */
  readonly roots?: string | undefined;
}

/** What a request is. */
export type Received =
  /** `taken` marks the event as handled: the same one again is then a repetition. */
  { readonly event: PartnerEvent; readonly taken: () => void } | { readonly repeat: true } | EventRefusal;

/** Checks requests. Never throws. */
export interface EventReceiver {
  /** Checks the headers alone, before the body is read; `undefined`: they may belong to an event. */
  refuse(headers: IncomingHttpHeaders): EventRefusal | undefined;
  /** Checks all of it; the body is the bytes as they came. */
  receive(headers: IncomingHttpHeaders, body: Buffer): Promise<Received>;
}

// Microsoft says that subscription-updated may come two days late.
const oldestMs = 72 * 60 * 60 * 1000;
const clocksApartMs = 15 * 60 * 1000;
// Far more events than a partner has in three days; a forgotten one that comes again does no harm, it costs a check.
const rememberedEvents = 10_000;

/** An EventReceiver that trusts these roots. */
export function eventReceiver({ certificateBaseUrl, roots }: EventTrust, clock: Clock): EventReceiver {
  const deps = {
    base: certificateBaseUrl,
    roots: roots === undefined ? microsoftRoots : () => rootsIn(roots),
    files: new CertificateFiles(clock),
  };
  const signers = new Signers(deps, clock);
  const seen = new LRUCache<string, true>({ max: rememberedEvents });

  const checkSignature = async (signed: SignedHeaders, body: Buffer): Promise<EventRefusal | undefined> => {
    // The certificate keeps its address when it's renewed, so a signature that doesn't fit may need the new one.
    for (const isStale of [false, true]) {
      const signer = await signers.get(signed.certificateUrl, isStale);
      if ('unreachable' in signer) return { refused: 503, why: signer.unreachable };
      if ('wrong' in signer) return { refused: 401, why: signer.wrong };
      const key = { key: signer.key, padding: constants.RSA_PKCS1_PADDING };
      if (verify('sha256', body, key, signed.signature)) return undefined;
    }
    return { refused: 401, why: 'the signature does not fit' };
  };

  return {
    refuse(headers) {
      const signed = readSignedHeaders(headers, certificateBaseUrl);
      return 'refused' in signed ? signed : undefined;
    },
    async receive(headers, body) {
      const signed = readSignedHeaders(headers, certificateBaseUrl);
      if ('refused' in signed) return signed;
      const refusal = await checkSignature(signed, body);
      if (refusal) return refusal;
      const read = readEventBody(body);
      if (!read) return { refused: 400, why: 'a body that is not documented' };
      const ageMs = Date.parse(clock.now()) - Date.parse(read.event.at);
      if (ageMs > oldestMs) return { refused: 400, why: 'an old event' };
      if (ageMs < -clocksApartMs) return { refused: 400, why: 'an event of the future' };
      // Partner Center repeats what it believes to be lost: a repetition is confirmed, and nothing is done.
      if (seen.has(read.eventKey)) return { repeat: true };
      return { event: read.event, taken: () => void seen.set(read.eventKey, true) };
    },
  };
}

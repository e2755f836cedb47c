// Whether a request is an event of Partner Center, and a new one: by its signature, and only then by what its body says.

import { constants, hash, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { StoreError } from '../../domain/errors.js';
import { guidText } from '../../domain/guid.js';
import type { ReceivedEvent } from '../../domain/partner-event.js';
import type { EventInbox, EventRefusal, PartnerEventReceiver } from '../../operations/ports/webhooks.js';
import type { Clock } from '../../runtime/clock.js';
import { lazily } from '../../runtime/lazily.js';
import { lowerCaseKeys } from '../http/parse-items.js';
import type { EventTrust } from './event-trust.js';
import { readSignedHeaders, type SignedHeaders } from './signed-headers.js';
import type { Signers } from './signers.js';

// Microsoft says that subscription-updated may come two days late.
const oldestMs = 72 * 60 * 60 * 1000;
const clocksApartMs = 15 * 60 * 1000;

/** Takes requests, and has those kept that are events. */
export class EventReceiver implements PartnerEventReceiver {
  readonly #trust: EventTrust;
  readonly #clock: Clock;
  readonly #signers: () => Promise<Signers>;
  readonly #inbox: EventInbox;

  constructor(trust: EventTrust, clock: Clock, inbox: EventInbox) {
    this.#trust = trust;
    this.#clock = clock;
    this.#inbox = inbox;
    // What reads certificates is loaded with the first event: a start doesn't wait for it.
    this.#signers = lazily(async () => (await import('./signers.js')).openSigners(trust, clock));
  }

  refuse(headers: IncomingHttpHeaders): EventRefusal | undefined {
    const signed = readSignedHeaders(headers, this.#trust.certificateBaseUrl);
    return 'refused' in signed ? signed : undefined;
  }

  async receive(headers: IncomingHttpHeaders, body: Buffer): Promise<EventRefusal | undefined> {
    const signed = readSignedHeaders(headers, this.#trust.certificateBaseUrl);
    if ('refused' in signed) return signed;
    const refusal = await this.#checkSignature(signed, body);
    if (refusal) return refusal;
    const event = eventIn(body);
    if (!event) return { refused: 400, why: 'a body that is not documented' };
    const ageMs = Date.parse(this.#clock.now()) - Date.parse(event.at);
    if (ageMs > oldestMs) return { refused: 400, why: 'an old event' };
    if (ageMs < -clocksApartMs) return { refused: 400, why: 'an event of the future' };
    return this.#keep(event);
  }

  // What was confirmed isn't sent again, so it's confirmed once it's kept.
  async #keep(event: ReceivedEvent): Promise<EventRefusal | undefined> {
    try {
      return (await this.#inbox.take(event)) ? undefined : { refused: 503, why: 'too many events wait' };
    } catch (error) {
      if (error instanceof StoreError) return { refused: 503, why: error.message };
      throw error;
    }
  }

  async #checkSignature(signed: SignedHeaders, body: Buffer): Promise<EventRefusal | undefined> {
    // The certificate keeps its address when it's renewed, so a signature that doesn't fit may need the new one.
    const signers = await this.#signers();
    for (const isStale of [false, true]) {
      const signer = await signers.get(signed.certificateUrl, isStale);
      if ('unreachable' in signer) return { refused: 503, why: signer.unreachable };
      if ('wrong' in signer) return { refused: 401, why: signer.wrong };
      const key = { key: signer.key, padding: constants.RSA_PKCS1_PADDING };
      if (verify('sha256', body, key, signed.signature)) return undefined;
    }
    return { refused: 401, why: 'the signature does not fit' };
  }
}

const text = z.string().max(2000);

const shape = lowerCaseKeys.pipe(
  z.object({
    eventname: z.string().min(1).max(200),
    resourceuri: text.nullish(),
    resourcename: text.nullish(),
    audituri: text.nullish(),
    // The documentation's table has this spelling once.
    auditurl: text.nullish(),
    resourcechangeutcdate: z
      .string()
      .max(50)
      .transform((date) => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(date) ? date : `${date}Z`))
      .refine((date) => !Number.isNaN(date)),
  }),
);

/**
 * The event in a body; `undefined`: the body isn't as documented. Nothing is ever fetched from an address in it: only the ids
 * in them are used.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhook-events (checked 2026-11-22)
 */
function eventIn(body: Buffer): ReceivedEvent | undefined {
  const parsed = shape.safeParse(jsonOf(body));
  if (!parsed.success) return undefined;
  const { eventname: name, resourceuri: resource, resourcechangeutcdate: date } = parsed.data;
  const audit = parsed.data.audituri ?? parsed.data.auditurl;
  const at = new Date(date).toISOString();
  const relationshipId = idIn(resource, relationshipPath);
  const tenantId = idIn(resource, customerPath);
  const auditRecordId = idIn(audit, auditPath, (id) => id);
  return {
    id: hash('sha256', JSON.stringify([name, resource ?? null, audit ?? null, at])),
    name,
    at,
    ...(relationshipId !== undefined && { relationshipId }),
    ...(tenantId !== undefined && { tenantId }),
    ...(auditRecordId !== undefined && { auditRecordId }),
  };
}

const relationshipPath = new RegExp(
  `/granularAdminRelationships/(${guidText}-${guidText})(?:/accessAssignments/[^/]+)?/?$`,
  'i',
);
const customerPath = new RegExp(`/customers/(${guidText})(?:/.*)?$`, 'i');
const auditPath = /\/auditrecords\/([A-Za-z0-9_.-]{1,300})\/?$/i;

function idIn(
  address: string | null | undefined,
  pattern: RegExp,
  spell = (id: string) => id.toLowerCase(),
): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const id = pattern.exec(new URL(address).pathname)?.[1];
  return id === undefined ? undefined : spell(id);
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

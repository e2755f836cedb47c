// The body of an event, read only once its signature is known to be good.

import { z } from 'zod';
import { guidText } from '../../domain/guid.js';
import type { PartnerEvent } from '../../domain/partner-event.js';
import { lowerCaseKeys } from '../http/parse-items.js';

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

/** An event, and the key that its repetitions have too. */
export interface ReadBody {
  readonly event: PartnerEvent;
  readonly eventKey: string;
}

/**
 * Reads a body; `undefined` for one that isn't as documented. Nothing is ever fetched from an address in it: only the ids in
 * them are used.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhook-events (checked 2026-11-22)
 */
export function readEventBody(body: Buffer): ReadBody | undefined {
  const parsed = shape.safeParse(jsonOf(body));
  if (!parsed.success) return undefined;
  const { eventname: name, resourceuri: resource, resourcechangeutcdate: date } = parsed.data;
  const audit = parsed.data.audituri ?? parsed.data.auditurl;
  const at = new Date(date).toISOString();
  const relationshipId = idIn(resource, relationshipPath);
  const tenantId = idIn(resource, customerPath);
  const auditRecordId = idIn(audit, auditPath, (id) => id);
  const event = {
    name,
    at,
    ...(relationshipId !== undefined && { relationshipId }),
    ...(tenantId !== undefined && { tenantId }),
    ...(auditRecordId !== undefined && { auditRecordId }),
  };
  return { event, eventKey: JSON.stringify([name, resource ?? null, audit ?? null, at]) };
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

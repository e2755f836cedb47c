// What does the simulated Partner Center know of events? Plain data, and the shape of the file it is kept in.
import { z } from 'zod';

const registration = z.object({
  subscriberId: z.string(),
  webhookUrl: z.string(),
  webhookEvents: z.array(z.string()),
  signatureTokenToMsSignatureHeader: z.boolean(),
  lastModifiedTimestamp: z.string(),
});

/** Where the partner wants its events, and which. There is one for the partner, whoever made it. */
export type Registration = z.infer<typeof registration>;

const attempt = z.object({ at: z.string(), status: z.number().int() });

/** One POST of an event; a status of 0 means that there was no answer. */
export type Attempt = z.infer<typeof attempt>;

const delivery = z.object({
  event: z.string(),
  url: z.string(),
  body: z.string(),
  /** When it is sent, or sent again. */
  dueAt: z.string(),
  state: z.enum(['waiting', 'delivered', 'lost']),
  attempts: z.array(attempt),
  /** The id under which the partner asks what became of a test event; null for any other. */
  validationId: z.string().nullable(),
});

/** An event on its way, or at its end. */
export type Delivery = z.infer<typeof delivery>;

const auditRecord = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  resourceType: z.string(),
  resourceNewValue: z.string(),
  operationType: z.string(),
  operationDate: z.string(),
});

/** What Partner Center has written down about something that happened. */
export type AuditRecord = z.infer<typeof auditRecord>;

// Certificates in base64 of DER, keys in base64 of PKCS#8. The keys sign for the sandbox and for nobody else.
const keptAuthority = z.object({
  root: z.string(),
  intermediate: z.string(),
  intermediateKey: z.string(),
  signerKey: z.string(),
});

/** What the certificates of the sandbox are made from at every start, so that whoever trusts its root still does. */
export type KeptAuthority = z.infer<typeof keptAuthority>;

/** What is kept of events between runs. */
export const keptEvents = z.object({
  registration: registration.nullable(),
  deliveries: z.array(delivery),
  auditRecords: z.array(auditRecord),
  authority: keptAuthority.nullable(),
});

/** What is kept of events between runs. */
export type KeptEvents = z.infer<typeof keptEvents>;

/** How events get lost, late or wrong; changed by a control, not kept in the file. */
export interface EventBehaviour {
  /** Every event is sent twice. */
  twice: boolean;
  /** What is due at the same time is sent the last first. */
  reversed: boolean;
  /** Events never leave. */
  lost: boolean;
  /** So long after it happened an event is sent. */
  delaySeconds: number;
  /** The signature is that of another body. */
  wrongSignature: boolean;
  /** The names that may be registered. */
  offered: readonly string[];
}

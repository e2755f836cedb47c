// What the simulated Partner Center knows of events: plain data, and the shape of its file.
import { z } from 'zod';

const registration = z.object({
  subscriberId: z.string(),
  webhookUrl: z.string(),
  webhookEvents: z.array(z.string()),
  signatureTokenToMsSignatureHeader: z.boolean(),
  lastModifiedTimestamp: z.string(),
});

/** Where the partner's events go, and which. The partner has one, whichever product made it. */
export type Registration = z.infer<typeof registration>;

const attempt = z.object({ at: z.string(), status: z.number().int() });

/** One POST of an event; a status of 0: no answer came. */
export type Attempt = z.infer<typeof attempt>;

const delivery = z.object({
  event: z.string(),
  url: z.string(),
  body: z.string(),
  /** When it's sent, or sent again. */
  dueAt: z.string(),
  state: z.enum(['waiting', 'delivered', 'lost']),
  attempts: z.array(attempt),
  /** The id by which the partner reads the progress of a test event; null for any other. */
  validationId: z.string().nullable(),
});

/** An event on its way, delivered or lost. */
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

/** Partner Center's record of something that happened. */
export type AuditRecord = z.infer<typeof auditRecord>;

// Certificates in base64 of DER, keys in base64 of PKCS#8. The keys sign for this sandbox only.
const keptAuthority = z.object({
  root: z.string(),
  intermediate: z.string(),
  intermediateKey: z.string(),
  signerKey: z.string(),
});

/** The kept keys and certificates: every start signs with them, so that clients that trust the root still do. */
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
  /** Of those due at the same time the last is sent first. */
  reversed: boolean;
  /** Events never leave. */
  lost: boolean;
  /** Seconds between a happening and its event. */
  delaySeconds: number;
  /** The signature belongs to another body. */
  wrongSignature: boolean;
  /** The names that may be registered. */
  offered: readonly string[];
}

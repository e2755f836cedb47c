// What do Partner Center's answers about webhooks and audit records look like?
import { z } from 'zod';
import { inSmallLetters } from '../http/lower-case-keys.js';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** The names of events that can be registered. */
export const offeredShape = z.array(z.string());

/** A registration. */
export const registrationShape = inSmallLetters
  .pipe(
    z.object({
      webhookurl: z.string().min(1),
      webhookevents: z.array(z.string()).nullish(),
      lastmodifiedtimestamp: text,
      signaturetokentomssignatureheader: z.boolean().nullish(),
    }),
  )
  .transform((wire) => {
    const changedAt = Date.parse(wire.lastmodifiedtimestamp);
    return {
      url: wire.webhookurl,
      events: wire.webhookevents ?? [],
      changedAt: Number.isNaN(changedAt) ? undefined : new Date(changedAt).toISOString(),
    };
  });

/** The id under which a test event can be followed. */
export const testShape = inSmallLetters
  .pipe(z.object({ correlationid: z.string().min(1) }))
  .transform(({ correlationid: id }) => ({ id }));

const result = inSmallLetters
  .pipe(z.object({ responsecode: text, responsemessage: text, systemerror: z.boolean().nullish() }))
  .transform((wire) => ({ responseCode: wire.responsecode, isSystemError: wire.systemerror ?? false }));

/** What has become of a test event. Its statuses are not listed anywhere; `completed` is the one that is shown. */
export const testResultShape = inSmallLetters
  .pipe(z.object({ status: text, callbackurl: text, results: z.array(result).nullish() }))
  .transform((wire) => ({
    isCompleted: wire.status.toLowerCase() === 'completed',
    url: wire.callbackurl,
    results: wire.results ?? [],
  }));

/** An audit record, as far as it says whom something has happened to. */
export const auditRecordShape = inSmallLetters
  .pipe(z.object({ customerid: text, resourcetype: text, operationtype: text }))
  .transform((wire) => ({
    customerId: wire.customerid.toLowerCase(),
    resourceType: wire.resourcetype,
    operationType: wire.operationtype,
  }));

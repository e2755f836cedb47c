// What do Partner Center's answers about webhooks and audit records look like?
import { z } from 'zod';
import { lowerCaseKeys } from '../http/parse-items.js';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** The names of events that can be registered. */
export const offeredShape = z.array(z.string());

/** A registration. */
export const registrationShape = lowerCaseKeys
  .pipe(
    z.object({
      webhookurl: z.string().min(1),
      webhookevents: z.array(z.string()).nullish(),
      lastmodifiedtimestamp: text,
      signaturetokentomssignatureheader: z.boolean().nullish(),
    }),
  )
  .transform((json) => {
    const changedAt = Date.parse(json.lastmodifiedtimestamp);
    return {
      url: json.webhookurl,
      events: json.webhookevents ?? [],
      changedAt: Number.isNaN(changedAt) ? undefined : new Date(changedAt).toISOString(),
    };
  });

/** The id under which a test event can be followed. */
export const testShape = lowerCaseKeys
  .pipe(z.object({ correlationid: z.string().min(1) }))
  .transform(({ correlationid: id }) => ({ id }));

const result = lowerCaseKeys
  .pipe(z.object({ responsecode: text, responsemessage: text, systemerror: z.boolean().nullish() }))
  .transform((json) => ({ responseCode: json.responsecode, isSystemError: json.systemerror ?? false }));

/** What has become of a test event. Its statuses are not listed anywhere; `completed` is the one that is shown. */
export const testResultShape = lowerCaseKeys
  .pipe(z.object({ status: text, callbackurl: text, results: z.array(result).nullish() }))
  .transform((json) => ({
    isCompleted: json.status.toLowerCase() === 'completed',
    url: json.callbackurl,
    results: json.results ?? [],
  }));

/** An audit record, as far as it says whom something has happened to. */
export const auditRecordShape = lowerCaseKeys
  .pipe(z.object({ customerid: text, resourcetype: text, operationtype: text }))
  .transform((json) => ({
    customerId: json.customerid.toLowerCase(),
    resourceType: json.resourcetype,
    operationType: json.operationtype,
  }));

// Shapes of Partner Center's answers about webhooks and audit records.
import { z } from 'zod';
import { lowerCaseKeys } from '../http/parse-items.js';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** Names of events that can be registered. */
export const offeredShape = z.array(z.string());

/** The partner's registration. */
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

/** The id by which a test event can be followed. */
export const testShape = lowerCaseKeys
  .pipe(z.object({ correlationid: z.string().min(1) }))
  .transform(({ correlationid: id }) => ({ id }));

const result = lowerCaseKeys
  .pipe(z.object({ responsecode: text, responsemessage: text, systemerror: z.boolean().nullish() }))
  .transform((json) => ({ responseCode: json.responsecode, isSystemError: json.systemerror ?? false }));

/** The progress of a test event. Its statuses aren't listed anywhere; `completed` is the one in the examples. */
export const testResultShape = lowerCaseKeys
  .pipe(z.object({ status: text, callbackurl: text, results: z.array(result).nullish() }))
  .transform((json) => ({
    isCompleted: json.status.toLowerCase() === 'completed',
    url: json.callbackurl,
    results: json.results ?? [],
  }));

/** An audit record, as far as it tells which customer it concerns. */
export const auditRecordShape = lowerCaseKeys
  .pipe(z.object({ customerid: text, resourcetype: text, operationtype: text }))
  .transform((json) => ({
    customerId: json.customerid.toLowerCase(),
    resourceType: json.resourcetype,
    operationType: json.operationtype,
  }));

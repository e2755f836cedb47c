// Shapes of batches and of their tenants.
import { z } from 'zod';
import type {
  Batch,
  BatchAction,
  BatchRefusal,
  BatchResult,
  BatchTenant,
  NotApplying,
} from '../../../domain/batch/batch.js';
import type { TagChange } from '../../../domain/tag.js';
import { byTag, instant, number, oneOf, record, text, texts } from './kit.js';
import { person } from './microsoft.js';

const action = byTag<BatchAction, 'do'>('do', {
  enable: { template: text.optional() },
  revalidate: {},
  keepAccess: {},
  tag: { added: texts, removed: texts },
  import: { owner: person.optional() },
  disable: {},
  endEarlier: {},
  take: {},
  release: {},
  releaseOther: {},
});

/** A batch, without its tenants. */
export const batch = record<Batch>({
  id: text,
  action,
  by: person,
  conversationId: text,
  at: instant,
  ticket: text.optional(),
  count: number,
  stopped: record<NonNullable<Batch['stopped']>>({ by: person, at: instant }).optional(),
  isAsked: z.literal(true).optional(),
  second: record<NonNullable<Batch['second']>>({
    basis: text,
    approved: record<NonNullable<NonNullable<Batch['second']>['approved']>>({ by: person, at: instant }).optional(),
    dropped: z.enum(['lapsed', 'stale']).optional(),
  }).optional(),
  endedAt: instant.optional(),
});

const why = oneOf<BatchRefusal>({
  alreadyUnderWay: true,
  alreadyDone: true,
  notOnboarded: true,
  microsoftAtWork: true,
  doesNotApply: true,
  outdated: true,
  noCustomer: true,
  tooManyTags: true,
  ownedByOther: true,
  ofSomeoneElse: true,
  neverSnoozed: true,
  busy: true,
  ticketMissing: true,
  offboardingUnderWay: true,
  sameAdmin: true,
  awaitsSecondAdmin: true,
  noSuchRequest: true,
  notTheAsker: true,
  tooLate: true,
  noSuchOffboarding: true,
  notRead: true,
  noSteps: true,
  noSuchTenant: true,
  roleLost: true,
});

const because = oneOf<NotApplying>({
  newRequestWontHelp: true,
  awaitsCustomer: true,
  notApproved: true,
  onlyWithoutGlobalAdministrator: true,
  accessEnded: true,
  successorWaits: true,
  noKnownEnd: true,
});

/** A tenant of a batch. */
export const batchTenant = record<BatchTenant>({
  id: text,
  batchId: text,
  tenantId: text,
  relationshipId: text.optional(),
  templateHash: text.optional(),
  tags: record<TagChange>({ added: texts, removed: texts }).optional(),
  template: text.optional(),
  owner: person.optional(),
  result: byTag<BatchResult, 'is'>('is', {
    done: { at: instant, requests: z.literal(true).optional() },
    refused: { why, because: because.optional(), at: instant },
  }).optional(),
});

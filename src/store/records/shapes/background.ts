// Shapes of Partner Center's events that wait, and of how far background work has come.
import { z } from 'zod';
import type { ReceivedEvent } from '../../../domain/partner-event.js';
import type { FailingReconciles, PartnerCenterRefusal, Progress } from '../../../operations/ports/progress.js';
import { byTag, instant, record, text, texts } from './kit.js';
import { problem } from './microsoft.js';

/** An event that isn't followed yet. */
export const receivedEvent = record<ReceivedEvent>({
  id: text,
  name: text,
  at: instant,
  relationshipId: text.optional(),
  tenantId: text.optional(),
  auditRecordId: text.optional(),
});

/** How far background work has come. */
export const progress = byTag<Progress, 'id'>('id', {
  reconcile: {
    endedAt: instant.optional(),
    reconciledAt: instant.optional(),
    templatesHash: text.optional(),
    failing: record<FailingReconciles>({ since: instant, problem: problem.optional() }).optional(),
    partnerCenter: record<PartnerCenterRefusal>({
      since: instant,
      problem,
      isLasting: z.literal(true).optional(),
    }).optional(),
    wantedAt: instant.optional(),
    missing: texts,
    untied: texts,
  },
  heartbeat: { heardAt: instant.optional(), askedAt: instant.optional() },
});

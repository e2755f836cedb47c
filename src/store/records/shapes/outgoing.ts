// The shape of events for the partner's own systems.
import type { OutgoingEvent, OutgoingType } from '../../../domain/outgoing/outgoing-event.js';
import type { Status } from '../../../domain/tenant/status.js';
import { instant, number, oneOf, record, text, texts } from './kit.js';
import { person } from './microsoft.js';

/** An event that waits to be taken. */
export const outgoingEvent = record<OutgoingEvent>({
  id: text,
  targetId: text,
  type: oneOf<OutgoingType>({
    'tenant.approved': true,
    'tenant.issues_found': true,
    'tenant.access_lost': true,
    'tenant.access_ending': true,
    'tenant.auto_extend_off': true,
    'tenant.template_changed': true,
    'tenant.request_unanswered': true,
    'tenant.review_due': true,
    'tenant.assigned': true,
    'offboarding.approval_needed': true,
    'offboarding.lapsed': true,
    'offboarding.stale': true,
    'offboarding.stopped': true,
    'tenant.enabled': true,
    'tenant.approval_needed': true,
    'tenant.disabled': true,
    'offboarding.begun': true,
    'offboarding.completed': true,
    'second_admin.approval_needed': true,
    'second_admin.declined': true,
    'second_admin.lapsed': true,
    'second_admin.stale': true,
  }),
  at: instant,
  tenantId: text,
  status: oneOf<Status>({
    notConfigured: true,
    needsApproval: true,
    awaitingMicrosoft: true,
    approved: true,
    issuesFound: true,
  }),
  issues: texts,
  endsAt: instant.optional(),
  by: person.optional(),
  tries: number,
  dueAt: instant,
  givenUpAt: instant.optional(),
  answer: text.optional(),
});

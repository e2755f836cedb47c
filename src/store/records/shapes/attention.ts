// The shape of what people leave at a tenant.
import { z } from 'zod';
import type { Note, Ownership, Snooze } from '../../../domain/tenant/tenant.js';
import { instant, record, text } from './kit.js';
import { person } from './microsoft.js';

/** Who looks after it, notes, a ticket and a snooze. */
export const attention = {
  owner: record<Ownership>({ person, since: instant, actedAt: instant }).optional(),
  notes: z.array(record<Note>({ by: person, at: instant, text })).optional(),
  ticket: text.optional(),
  snooze: record<Snooze>({ by: person, at: instant, until: instant, reason: text }).optional(),
};

// The shape of delegated admin at a tenant, and of its removal.
import { z } from 'zod';
import type {
  DelegatedAdmin,
  DelegatedAdminRefusal,
  DelegatedAdminRemoval,
} from '../../../domain/access/delegated-admin.js';
import { byTag, instant, oneOf, record, text } from './kit.js';
import { person, problem, reservation } from './microsoft.js';

/** Whether it's granted, how far its removal is, and why one was refused. */
export const delegatedAdmin = record<DelegatedAdmin>({
  state: oneOf<DelegatedAdmin['state']>({ unknown: true, granted: true, none: true }),
  removal: record<DelegatedAdminRemoval>({
    by: person,
    at: instant,
    requestId: text,
    sentAt: instant.optional(),
    failing: record<NonNullable<DelegatedAdminRemoval['failing']>>({ problem, since: instant }).optional(),
  }).optional(),
  refused: byTag<DelegatedAdminRefusal, 'why'>('why', {
    reservations: { at: instant, reservations: z.array(reservation) },
    microsoft: { at: instant, problem },
    unconfirmed: { at: instant },
  }).optional(),
});

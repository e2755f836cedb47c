// Shapes of what people have put at a tenant, and of what they read of it.
import { z } from 'zod';
import { messageLanguages } from '../../../domain/message-languages.js';
import type { TagChange } from '../../../domain/tag.js';
import type { AwaitedSecond, SecondedAction } from '../../../domain/tenant/awaited-second.js';
import { customerNotices } from '../../../domain/tenant/customer-notice.js';
import type { HistoryEntry } from '../../../domain/tenant/history.js';
import type { Note, Ownership, Snooze } from '../../../domain/tenant/tenant.js';
import { byTag, instant, number, oneOf, record, text, texts } from './kit.js';
import { person } from './microsoft.js';

const tagChange = record<TagChange>({ added: texts, removed: texts });

/** Tags, the access template that was chosen before Enable, who looks after it, notes, a ticket, the customer's language, what waits for a second admin, and a snooze. */
export const byPeople = {
  tags: texts.optional(),
  template: text.optional(),
  owner: record<Ownership>({ person, since: instant, actedAt: instant }).optional(),
  notes: z.array(record<Note>({ by: person, at: instant, text })).optional(),
  ticket: text.optional(),
  customerLanguage: z.enum(messageLanguages).optional(),
  awaitedSecond: record<AwaitedSecond>({
    id: text,
    action: byTag<SecondedAction, 'do'>('do', {
      enable: {
        template: text.optional(),
        byRule: z.literal(true).optional(),
        tags: tagChange.optional(),
        shownTemplate: text.optional(),
      },
      tag: { added: texts, removed: texts },
      removeGlobalAdministrator: {},
      endEarlier: { relationshipId: text },
    }),
    by: person,
    at: instant,
    conversationId: text,
    basis: text,
  }).optional(),
  snooze: record<Snooze>({ by: person, at: instant, until: instant, reason: text }).optional(),
};

/** An acceptance without what it accepts. */
export const acceptance = {
  by: person,
  at: instant,
  accountable: person.optional(),
  reason: text.optional(),
  reviewOn: instant.optional(),
  remindedAt: instant.optional(),
};

/** What happened, for people to read. */
export const historyEntry = record<HistoryEntry>({
  at: instant,
  what: text,
  by: person.optional(),
  template: text.optional(),
  owner: person.optional(),
  action: oneOf<SecondedAction['do']>({
    enable: true,
    tag: true,
    removeGlobalAdministrator: true,
    endEarlier: true,
  }).optional(),
  customerNotice: z.enum(customerNotices).optional(),
  times: number.optional(),
});

// The shapes of conversations, of what is due to them, and of alarms that were told.
import { z } from 'zod';
import type { Alarm, AlarmCode, AlarmNews, RaisedAlarm } from '../../domain/health/alarm.js';
import type { Credential } from '../../domain/health/sign-in.js';
import type { News } from '../../domain/tenant/news.js';
import type {
  AlarmDelivery,
  CertificateDelivery,
  Conversation,
  Delivery,
  InvitationDelivery,
  MetPerson,
  TenantDelivery,
} from '../../operations/ports/store.js';
import { invitationNews } from './exit.js';
import { byTag, flag, instant, number, oneOf, record, text } from './kit.js';
import { problemReason } from './microsoft.js';

/** A conversation. Only the bot looks into its reference. */
export const conversation = record<Conversation>({
  id: text,
  kind: oneOf<Conversation['kind']>({ personal: true, groupChat: true, channel: true }),
  subscribed: flag,
  unreachable: record<NonNullable<Conversation['unreachable']>>({ why: text, since: instant }).optional(),
  installed: flag.optional(),
  teamId: text.optional(),
  deletedAt: instant.optional(),
  people: z.array(record<MetPerson>({ id: text, teamsId: text })).optional(),
  reference: z.looseObject({}),
});

const news = oneOf<News>({
  approved: true,
  issuesFound: true,
  accessLost: true,
  exitAwaitsApproval: true,
  exitLapsed: true,
  exitStale: true,
  exitStopped: true,
});

const ends = { endsAt: instant, withinDays: number };
const credentialKind = oneOf<Credential['kind']>({ secret: true, certificate: true, managedIdentity: true });
const alarmNews = byTag<AlarmNews, 'code'>('code', {
  signInLost: { reason: problemReason, answer: text.optional() },
  signInWithoutMfa: {},
  signInEnds: ends,
  credentialEnds: { kind: credentialKind, ...ends },
  botSecretEnds: ends,
  signInBack: {},
} satisfies Record<Alarm['code'] | 'signInBack', object>);

const due = { id: text, conversationId: text, at: instant };

/** A message that is due. */
export const delivery: z.ZodType<Delivery> = z.union([
  record<TenantDelivery>({ ...due, tenantId: text, news }),
  record<AlarmDelivery>({ ...due, alarm: alarmNews }),
  record<CertificateDelivery>({ ...due, certificateId: text }),
  record<InvitationDelivery>({ ...due, relationshipId: text, tenantId: text, invitation: invitationNews }),
]);

/** An alarm that was told. */
export const alarm = record<RaisedAlarm>({
  code: oneOf<AlarmCode>({
    signInLost: true,
    signInWithoutMfa: true,
    signInEnds: true,
    credentialEnds: true,
    botSecretEnds: true,
  }),
  mark: text,
  at: instant,
});

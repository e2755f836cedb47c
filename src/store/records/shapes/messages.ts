// Shapes of conversations, of deliveries to them, and of alarms that were told.
import { z } from 'zod';
import type { Alarm, AlarmCode, AlarmNews, RaisedAlarm } from '../../../domain/health/alarm.js';
import type { Credential } from '../../../domain/health/sign-in.js';
import type { SettingFault } from '../../../domain/setting-fault.js';
import type { News } from '../../../domain/tenant/news.js';
import type { Conversation, Delivery, MetPerson } from '../../../operations/ports/rows.js';
import { byTag, flag, instant, number, oneOf, record, text, texts } from './kit.js';
import { problemReason } from './microsoft.js';
import { watchedRequestNews } from './offboarding.js';
import { newsSubscription } from './subscription.js';

/** A conversation. Only the bot reads its `reference`. */
export const conversation = record<Conversation>({
  id: text,
  kind: oneOf<Conversation['kind']>({ personal: true, groupChat: true, channel: true }),
  subscribed: flag,
  subscription: newsSubscription.optional(),
  digestedAt: instant.optional(),
  unreachable: record<NonNullable<Conversation['unreachable']>>({ why: text, since: instant }).optional(),
  installed: flag.optional(),
  teamId: text.optional(),
  name: text.optional(),
  teamName: text.optional(),
  deletedAt: instant.optional(),
  locale: text.optional(),
  language: text.optional(),
  reportedFor: text.optional(),
  people: z.array(record<MetPerson>({ id: text, teamsId: text })).optional(),
  searchedAt: instant.optional(),
  reference: z.looseObject({}),
});

const news = oneOf<News>({
  approved: true,
  issuesFound: true,
  accessLost: true,
  accessEnding: true,
  autoExtendOff: true,
  templateChanged: true,
  requestUnanswered: true,
  acceptanceReviewDue: true,
  ownershipGiven: true,
  offboardingAwaitsApproval: true,
  offboardingLapsed: true,
  offboardingStale: true,
  offboardingStopped: true,
  secondAdminAsked: true,
  secondAdminDeclined: true,
  secondAdminLapsed: true,
  secondAdminStale: true,
});

const ends = { endsAt: instant, withinDays: number };
const credentialKind = oneOf<Credential['kind']>({ secret: true, certificate: true, managedIdentity: true });
// Its arguments are by code; a text that lacks one of them says the rest.
const settingFault = z.looseObject({ code: text }) as unknown as z.ZodType<SettingFault>;

const alarmNews = byTag<AlarmNews, 'code'>('code', {
  signInLost: { reason: problemReason, answer: text.optional() },
  signInWithoutMfa: {},
  signInEnds: ends,
  credentialEnds: { kind: credentialKind, ...ends },
  botSecretEnds: ends,
  templatesWrong: { file: text, fault: settingFault },
  templatesMissing: { names: texts, count: number },
  changesLost: {},
  outgoingGivenUp: { hosts: texts, count: number },
  clockOff: { host: text, seconds: number },
  signInBack: {},
} satisfies Record<Alarm['code'] | 'signInBack', object>);

const due = { id: text, conversationId: text, at: instant };

/** A delivery of any kind. */
export const delivery = byTag<Delivery, 'kind'>('kind', {
  tenant: { ...due, tenantId: text, news, batchId: text.optional(), inShort: flag.optional() },
  alarm: { ...due, alarm: alarmNews },
  certificate: { ...due, certificateId: text },
  batch: { ...due, batchId: text, asksSecond: z.literal(true).optional() },
  fleetReport: due,
  digest: due,
  watchedRequest: { ...due, relationshipId: text, tenantId: text, news: watchedRequestNews },
});

/** An alarm that was told. */
export const alarm = record<RaisedAlarm>({
  code: oneOf<AlarmCode>({
    signInLost: true,
    signInWithoutMfa: true,
    signInEnds: true,
    credentialEnds: true,
    botSecretEnds: true,
    changesLost: true,
    clockOff: true,
    outgoingGivenUp: true,
    templatesWrong: true,
    templatesMissing: true,
  }),
  key: text,
  at: instant,
});

// What a conversation hears by itself, and when.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Queries and names of tenants in them are foreign text. */
export const subscriptions = {
  title: 'Notifications in this conversation',
  saved: 'Saved.',
  notSaved: 'Nothing was saved.',
  off: 'Off. /subscribe turns notifications on.',
  kindsLabel: 'Notify this conversation when',
  /** Each completes “Notify this conversation when”. */
  kinds: {
    lost: 'access was lost',
    leftovers: 'a leftover request was approved (admins)',
    alarms: 'Gatehouse itself needs an admin (admins)',
    ends: 'access ends soon',
    issues: 'issues are found',
    offboarding: 'an offboarding needs you or is finished',
    approved: 'access was approved',
    drift: 'auto-extend or a template differs',
    report: 'the monthly report is ready',
  },
  aboutLabel: 'Only for these tenants',
  aboutHint: 'Everything, or for example tag:vip',
  meIs: ({ person }: { person: string }) => `“me” means ${person} here.`,
  quietLabel: 'Quiet hours',
  quietHint: '18:00-08:00 Mon-Fri, weekends',
  digestLabel: 'Summary of what’s open',
  digests: { none: 'Never', daily: 'Every day', weekly: ({ day }: { day: string }) => `Every week: ${day}` },
  digestAtLabel: 'Time of the summary',
  zoneLabel: 'Time zone',
  save: 'Save',
  unsubscribe: 'Stop notifying',
  show: 'Show what arrives here',
  change: 'Change',
  /** Words in quiet hours: the first is written, the beginning of any is understood. */
  days: {
    mon: ['Mon', 'Monday'],
    tue: ['Tue', 'Tuesday'],
    wed: ['Wed', 'Wednesday'],
    thu: ['Thu', 'Thursday'],
    fri: ['Fri', 'Friday'],
    sat: ['Sat', 'Saturday'],
    sun: ['Sun', 'Sunday'],
  } as Readonly<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly string[]>>,
  weekends: 'weekends',
  workdays: 'workdays',
  always: 'daily',
  unknownHours: ({ given }: { given: string }) =>
    `I don’t understand the hours “${given}”. Write them like 18:00-08:00 Mon-Fri, weekends.`,
  alwaysQuiet: 'These quiet hours never end, so nothing would ever arrive. Leave some time out.',
  unknownTime: ({ given }: { given: string }) => `I don’t understand the time “${given}”. Write it like 08:00.`,
  unknownZone: ({ given }: { given: string }) => `I don’t know the time zone “${given}”. Write it like Europe/Berlin.`,
  /** Why something arrives here, or doesn’t. */
  why: {
    subscription: ({ kind }: { kind: string }) => `✅ When ${kind}: from this subscription`,
    lastPlace: ({ kind }: { kind: string }) =>
      `🔒 When ${kind}: can’t be turned off here, because no other conversation that Gatehouse reaches is notified`,
    muted: ({ kind }: { kind: string }) => `– When ${kind}: turned off here`,
    elsewhere: ({ kind }: { kind: string }) =>
      `– When ${kind}: not here, because admins are notified in their own chats`,
  },
  asked: 'What comes of an Enable or an offboarding is always reported where someone asked for it.',
  about: ({ query }: { query: string }) => `Only tenants that match ${query}`,
  quietAt: ({ hours, zone }: { hours: string; zone: string }) => `Quiet hours: ${hours} (${zone})`,
  digestAt: ({ when, time, zone }: { when: string; time: string; zone: string }) =>
    `Summary of what’s open: ${when}, ${time} (${zone})`,
  lastPlace:
    'Everything that can be turned off is off. This is the last conversation that’s notified, so lost access, an approved leftover request, a second admin’s turn and access that ends within a week still arrive here.',
  /** What came in quiet hours. */
  meanwhile: count(
    '{count, plural, one {🌅 # thing happened while it was quiet} other {🌅 # things happened while it was quiet}}',
  ),
  /** The summary. Names follow the colon. */
  digest: {
    title: 'What’s open',
    unowned: count(
      '{count, plural, one {🙋 # of these tenants has no owner} other {🙋 # of these tenants have no owner}}',
    ),
    named: ({ what, names }: { what: string; names: string }) => `${what}: ${names}`,
  },
};

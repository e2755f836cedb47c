// Conversations that want to hear something at some hours, and when it's quiet there, as Node's own calendar says.
import fc from 'fast-check';
import { type Weekday, weekdays } from '../../src/domain/subscription/local-time.js';
import type { NewsKind } from '../../src/domain/subscription/news-kinds.js';
import type { NewsSubscription } from '../../src/domain/subscription/subscription.js';

/** A minute in milliseconds. */
export const minute = 60_000;

/** Before clocks are set forward or back somewhere below: some days, or an hour or two. */
export const starts = [
  '2027-03-12T09:30:00.000Z',
  '2027-03-26T20:00:00.000Z',
  '2027-04-02T03:00:00.000Z',
  '2027-09-03T12:00:00.000Z',
  '2027-10-01T12:00:00.000Z',
  '2027-10-29T15:00:00.000Z',
  '2027-11-05T22:00:00.000Z',
  '2027-03-27T23:30:00.000Z',
  '2027-04-03T13:30:00.000Z',
  '2027-10-30T23:30:00.000Z',
  '2027-11-07T04:30:00.000Z',
] as const;

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kolkata',
  'UTC',
] as const;

/** A conversation that chose what it hears. */
export interface Hearing {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly people: readonly { readonly id: string; readonly teamsId: string }[];
  readonly subscription: NewsSubscription;
}

const someDays = fc.subarray([...weekdays], { minLength: 1 });
const halfHours = fc.nat(47).map((half) => half * 30);
// Hours that leave no time out are refused, so there are none of them that may.
const nights = fc.record({
  days: someDays,
  from: fc.constantFrom(1080, 1200, 1320, 60, 90),
  to: fc.constantFrom(120, 150, 180, 420, 480),
});
const wholeDays = fc.record({
  days: fc.subarray<Weekday>(['sat', 'sun'], { minLength: 1 }),
  from: fc.constant(0),
  to: fc.constant(0),
});
const vips = { text: '', notTexts: [], terms: [{ isNot: false, condition: { key: 'tag', anyOf: ['vip'] } }] } as const;

/** Any conversation. */
export const aConversation = fc.record({
  kind: fc.constantFrom('personal' as const, 'groupChat' as const, 'channel' as const),
  subscription: fc.record(
    {
      muted: fc.subarray<NewsKind>(['lost', 'ends', 'issues', 'approved']),
      query: fc.constant(vips),
      quiet: fc.array(fc.oneof(nights, wholeDays), { minLength: 1, maxLength: 2 }),
      digest: fc.record({ at: halfHours, on: fc.constantFrom(...weekdays) }, { requiredKeys: ['at'] }),
      zone: fc.constantFrom(...zones),
    },
    { requiredKeys: ['muted', 'zone'] },
  ),
});

const offsets = new Map<string, number>();
const quarter = 15 * minute;
const names = new Map(
  zones.map((zone) => [
    zone as string,
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset', hour: '2-digit' }),
  ]),
);

/** How far clocks in a zone are ahead of UTC, in milliseconds; they are set at quarters of an hour only. */
function offsetAt(at: number, zone: string): number {
  const slot = Math.floor(at / quarter);
  const key = `${zone} ${slot}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const said =
    names
      .get(zone)
      ?.formatToParts(slot * quarter)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(said) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
  offsets.set(key, offset);
  return offset;
}

/** Whether a moment, in milliseconds since 1970, lies in a conversation's quiet hours. */
export function isQuiet({ subscription: { quiet = [], zone = 'UTC' } }: Hearing, at: number): boolean {
  const local = new Date(at + offsetAt(at, zone));
  const now = local.getUTCHours() * 60 + local.getUTCMinutes();
  const today = (local.getUTCDay() + 6) % 7;
  const isOn = (days: readonly Weekday[], day: number) => days.includes(weekdays[(day + 7) % 7] ?? 'mon');
  return quiet.some(({ days, from, to }) => {
    if (from === to) return isOn(days, today);
    if (from < to) return isOn(days, today) && now >= from && now < to;
    return (now >= from && isOn(days, today)) || (now < to && (isOn(days, today) || isOn(days, today - 1)));
  });
}

/** When the quiet hours end in which a moment lies; itself: it lies in none. */
export function quietUntil(hearing: Hearing, at: number): number {
  let end = at;
  while (isQuiet(hearing, end)) end = Math.floor(end / minute + 1) * minute;
  return end;
}

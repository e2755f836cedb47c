// What may happen to the access to a tenant in a year, and to the bot, Microsoft and Teams meanwhile: drawn at random.
import fc from 'fast-check';

/** What a customer, or an admin of ours elsewhere, does to a tenant's relationships. */
export const changesElsewhere = ['switchesOff', 'switchesOn', 'terminates', 'dropsRole', 'makesAnother'] as const;

/** The story of one tenant. Times are minutes since the beginning of the year. */
export interface Story {
  /** Which access template it has, by the beginning of its name. */
  readonly template: 'Standard' | 'Short' | 'Root';
  /** The relationship that is there before the tenant is enabled. Absent: there's none, so one is asked for. */
  readonly found?: {
    readonly endsInMinutes: number;
    readonly autoExtends: boolean;
    readonly hasGlobalAdministrator: boolean;
    readonly lacksRole: boolean;
  };
  readonly isTouched: boolean;
  readonly enabledAt: number;
  /** After how many minutes a person presses Keep access once they're warned. Absent: they never do. */
  readonly pressesAfter?: number;
  /** After how many minutes the customer answers a request, and how. Absent: never. */
  readonly answer?: { readonly after: number; readonly isYes: boolean };
  readonly events: readonly { readonly at: number; readonly does: (typeof changesElsewhere)[number] }[];
  readonly failingRemovals: number;
}

/** What may be away. */
export type Part = 'bot' | 'microsoft' | 'teams';

/** A time in which something was away, in minutes since the beginning of the year. */
export interface Downtime {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

// Small numbers are no likelier than others.
const evenly = (min: number, max: number) => fc.noBias(fc.integer({ min, max }));

const day = 24 * 60;
const year = 365 * day;

const found = fc.record({
  endsInMinutes: evenly(day, 500 * day),
  autoExtends: fc.boolean(),
  hasGlobalAdministrator: evenly(0, 3).map((n) => n === 0),
  lacksRole: evenly(0, 7).map((n) => n === 0),
});

/** Stories of tenants. */
export const aStory: fc.Arbitrary<Story> = fc
  .record({
    template: fc.constantFrom('Standard', 'Standard', 'Standard', 'Short', 'Root'),
    found: fc.option(found, { freq: 5, nil: undefined }),
    isTouched: fc.boolean(),
    enabledAt: evenly(0, 60 * day),
    pressesAfter: fc.option(evenly(0, 3 * day), { freq: 3, nil: undefined }),
    answer: fc.option(fc.record({ after: evenly(1, 40 * day), isYes: fc.boolean() }), {
      freq: 4,
      nil: undefined,
    }),
    events: fc.array(fc.record({ at: evenly(day, year - day), does: fc.constantFrom(...changesElsewhere) }), {
      maxLength: 3,
    }),
    failingRemovals: evenly(0, 4).map((n) => Math.max(0, n - 3)),
  })
  .map(({ found, pressesAfter, answer, ...rest }) => ({
    ...rest,
    ...(found && { found }),
    ...(pressesAfter !== undefined && { pressesAfter }),
    ...(answer && { answer }),
  }));

const longest = { bot: 14 * day, microsoft: 3 * day, teams: 9 * day } as const;

/** Downtimes of one part, none within another of the same. */
export const downtimesOf = (part: Part): fc.Arbitrary<readonly Downtime[]> =>
  fc
    .array(fc.record({ from: evenly(day, year - 20 * day), minutes: evenly(5, longest[part]) }), {
      minLength: 4,
      maxLength: 8,
    })
    .map((all) =>
      all
        .toSorted((a, b) => a.from - b.from)
        .map(({ from, minutes }) => ({ part, from, to: from + minutes }))
        .filter(({ from }, index, sorted) => sorted.slice(0, index).every(({ to }) => to < from)),
    );

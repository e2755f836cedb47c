// What keys and values of a query are called, in English and in other languages.
import { foldText } from '../folding.js';
import { type Status, statuses } from '../tenant/status.js';
import { type CauseCode, type QueryKey, queryKeys } from './query.js';

/** The words of a query in one language. Of several for one thing the first is written, and all are understood. */
export interface QueryNames {
  /** A word of letters each. */
  readonly keys: Readonly<Record<QueryKey, readonly string[]>>;
  /** In words; written with hyphens. */
  readonly statuses: Readonly<Record<Status, string>>;
  /** In words; written with hyphens. */
  readonly causes: Readonly<Record<CauseCode, string>>;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Access that rolls over by itself. */
  readonly never: readonly string[];
  /** After a number: so many days. */
  readonly days: readonly string[];
  /** The person who asks. */
  readonly me: readonly string[];
  /** Every tenant, where a command takes several. */
  readonly all: readonly string[];
  /** An owner that a tenant doesn't have. */
  readonly noOwner: readonly string[];
  readonly weeks: readonly string[];
}

/** English, by which a query is understood in every language. */
export const englishNames: QueryNames = {
  keys: {
    status: ['status'],
    cause: ['cause', 'causes'],
    tag: ['tag', 'tags'],
    template: ['template', 'templates'],
    owner: ['owner', 'owners'],
    ends: ['ends', 'end'],
    pending: ['pending'],
    ga: ['ga'],
    dap: ['dap'],
    leftover: ['leftover', 'leftovers'],
    drift: ['drift'],
    earlier: ['earlier'],
    snoozed: ['snoozed'],
    accepted: ['accepted'],
  },
  statuses: {
    issuesFound: 'issues-found',
    needsApproval: 'needs-approval',
    awaitingMicrosoft: 'awaiting-microsoft',
    approved: 'approved',
    notConfigured: 'not-configured',
  },
  causes: {
    requestElsewhere: 'request elsewhere',
    requestRefused: 'request refused',
    roleMissing: 'role missing',
    templateChanged: 'template changed',
    groupNotAssigned: 'group not assigned',
    assignmentFailed: 'assignment failed',
    noAzurePlan: 'no-azure-plan',
    azurePlanNotActive: 'azure-plan-not-active',
    notReseller: 'not reseller',
    relationshipLost: 'relationship lost',
    couldNotCheck: 'could not check',
    keepsFailing: 'keeps failing',
    assignmentStuck: 'assignment stuck',
    takesTooLong: 'takes too long',
    unknownStatus: 'unknown status',
    assignmentGone: 'assignment gone',
    rolesTakenAway: 'roles taken away',
  },
  yes: ['yes', 'true'],
  no: ['no', 'false'],
  never: ['never'],
  days: ['d', 'day', 'days'],
  me: ['me', 'mine'],
  all: ['all', 'everything', 'every tenant', 'all tenants'],
  noOwner: ['none', 'nobody'],
  weeks: ['w', 'week', 'weeks'],
};

/** A word as it stands in a query. */
export function written(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '-');
}

/** A word as words of a query are compared: it makes no difference how its parts are joined. */
export function compared(word: string): string {
  return foldText(word).replaceAll(' ', '');
}

/** What a word means, and how it is written. */
export interface Meaning<Of> {
  readonly of: Of;
  readonly written: string;
}

/** Meanings by the word, as words are compared. */
export type Meanings<Of> = ReadonlyMap<string, Meaning<Of>>;

/** Every word of several languages. */
export interface QueryWords {
  readonly keys: Meanings<QueryKey>;
  readonly statuses: Meanings<Status>;
  readonly causes: Meanings<CauseCode>;
  readonly flags: Meanings<boolean>;
  readonly never: Meanings<true>;
  readonly owners: Meanings<'me' | 'none'>;
  /** How many days one is. */
  readonly units: Meanings<number>;
  /** The language whose word for a key this is; English for any other. */
  readonly namesOf: (key: string) => QueryNames;
}

/** The words of English and of other languages. Where a word means two things, the earlier language counts. */
export function queryWordsOf(others: readonly QueryNames[]): QueryWords {
  const all = [englishNames, ...others];
  const of = <Of>(list: (names: QueryNames) => readonly (readonly [Of, readonly string[]])[]) =>
    meanings(all.map(list));
  return {
    keys: of(({ keys }) => queryKeys.map((key) => [key, keys[key]])),
    statuses: of((names) => statuses.map((status) => [status, withFirstWord(names.statuses[status])])),
    causes: of(({ causes }) =>
      causeCodes.map((code) => [code, [causes[code], ...(causes === englishNames.causes ? [code] : [])]]),
    ),
    flags: of(({ yes, no }) => [
      [true, yes],
      [false, no],
    ]),
    never: of(({ never }) => [[true, never]]),
    owners: of(({ me, noOwner }) => [
      ['me', me],
      ['none', noOwner],
    ]),
    units: of(({ days, weeks }) => [
      [1, days],
      [7, weeks],
    ]),
    namesOf: (key) =>
      all.find(({ keys }) => queryKeys.some((each) => keys[each].some((word) => compared(word) === compared(key)))) ??
      englishNames,
  };
}

/** Every cause. */
export const causeCodes = Object.keys(englishNames.causes) as readonly CauseCode[];

// "needs" is enough for Needs approval, but "en" is not for Awaiting Microsoft.
function withFirstWord(name: string): readonly string[] {
  const [first = ''] = name.split(/[ -]/);
  return first.length > 2 && first !== name ? [name, first] : [name];
}

function meanings<Of>(languages: readonly (readonly (readonly [Of, readonly string[]])[])[]): Meanings<Of> {
  const map = new Map<string, Meaning<Of>>();
  for (const [of, names] of languages.flat()) {
    for (const name of names) {
      const word = compared(name);
      if (!map.has(word)) map.set(word, { of, written: written(names[0] ?? name) });
    }
  }
  return map;
}

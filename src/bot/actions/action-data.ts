// What a click claims. Everything in a card's data may have been made up, so only what has its shape is taken.
import { z } from 'zod';
import { batchActionNames } from '../../domain/batch/batch.js';
import { exportKinds } from '../../domain/export-kind.js';
import { messageLanguages } from '../../domain/message-languages.js';
import { certificateKinds } from '../../domain/offboarding/certificate.js';
import { offboardingChoices } from '../../domain/offboarding/plan.js';
import { tableFormats } from '../../domain/table.js';
import { customerNotices } from '../../domain/tenant/customer-notice.js';
import { statuses } from '../../domain/tenant/status.js';
import { languages } from '../../views/catalogue.js';
import type { EarlierNews } from '../../views/explain/notices.js';
import { otherLists, type PlacedQuery } from '../../views/render/navigation.js';
import { type ActionData, type Verb, verbs } from '../../views/render/verbs.js';
import { digestChoices, hearingChoices } from '../../views/subscription/subscription-card.js';
import { placesFrom, positionFrom } from '../../views/tenant/places.js';
import { onlyTooLong, type TooLongText } from './too-long-text.js';

const guid = z.guid().transform((id) => id.toLowerCase());

// A field for everything that a button carries, and for what a card's inputs add. One that is ill-formed makes the click
// so, whether or not its action reads the field: the inputs of a card go along with each of its buttons.
const fields = {
  tenantId: guid.optional(),
  // Two ids and a word between them; nothing else becomes part of an address.
  relationshipId: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional(),
  version: z.number().int().optional(),
  way: z.enum(['extend', 'request']).optional(),
  customerNotice: z.enum(customerNotices).optional(),
  filter: z.enum([...statuses, 'any']).optional(),
  list: z.enum(otherLists).optional(),
  search: z.string().max(200).optional(),
  query: z.string().max(200).optional(),
  viewName: z.string().max(100).optional(),
  isJump: z.boolean().optional(),
  // As it was typed; what is no number leads nowhere else.
  goTo: z.string().max(20).transform(pageTyped).optional(),
  // What no list has offered is as good as nothing chosen.
  pick: z
    .string()
    .max(100)
    .transform((id) => guid.safeParse(id).data)
    .optional(),
  page: z.number().int().min(1).max(1_000_000).optional(),
  inList: z.boolean().optional(),
  isInserted: z.boolean().optional(),
  // As many tenants as a page has; a text that is none is as good as no text.
  places: z.string().max(300).transform(placesFrom).optional(),
  at: z.string().max(60).transform(positionFrom).optional(),
  chatLanguage: z.enum([...languages, 'automatic']).optional(),
  askedId: guid.optional(),
  batchId: guid.optional(),
  isChosen: z.boolean().optional(),
  batchAction: z.enum(batchActionNames).optional(),
  certificateId: guid.optional(),
  file: z.enum(certificateKinds).optional(),
  exported: z.enum(exportKinds).optional(),
  format: z.enum(tableFormats).optional(),
  isWanted: z.boolean().optional(),
  offboardingId: guid.optional(),
  planHash: z.string().max(100).optional(),
  templateHash: z.string().max(100).optional(),
  shownTemplate: z.string().max(100).optional(),
  // Chosen and typed by the person. A choice of several comes as one text; of none, as an empty one.
  steps: z
    .string()
    .max(200)
    .transform((text) => [...new Set(text.split(',').filter((step) => step !== ''))])
    .pipe(z.array(z.enum(offboardingChoices)))
    .optional(),
  kinds: z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter((kind) => kind !== ''))
    .pipe(z.array(z.enum(hearingChoices)))
    .optional(),
  reason: z.string().max(2000).optional(),
  ticket: z.string().max(200).optional(),
  shownTicket: z.string().max(100).optional(),
  note: z.string().max(4000).optional(),
  deletedNote: z.string().max(100).optional(),
  snoozeDays: z.string().max(20).optional(),
  reviewOn: z.string().max(20).optional(),
  accountableId: z.string().max(100).optional(),
  about: z.string().max(200).optional(),
  quiet: z.string().max(200).optional(),
  digest: z.enum(digestChoices).optional(),
  digestAt: z.string().max(20).optional(),
  zone: z.string().max(60).optional(),
  name: z.string().max(300).optional(),
  language: z.enum(messageLanguages).optional(),
  template: z.string().max(100).optional(),
  tags: z.string().max(1000).optional(),
  opensList: z
    .enum(['true', 'false'])
    .transform((chosen) => chosen === 'true')
    .optional(),
};
type Chosen =
  | ('steps' | 'name' | 'language' | 'template' | 'tags' | 'opensList' | 'pick')
  | ('reason' | 'reviewOn' | 'accountableId' | 'ticket' | 'note' | 'deletedNote' | 'snoozeDays')
  | ('kinds' | 'about' | 'quiet' | 'digest' | 'digestAt' | 'zone');
const shape = z.object(fields satisfies Readonly<Record<keyof ActionData | Chosen | 'goTo', z.ZodType>>);

/** The typed text for whose length alone a click of ours can't be understood; `undefined`: there's none, or more is wrong. */
export function tooLongTextIn(verb: unknown, data: unknown): TooLongText | undefined {
  const given = withCurrentNames(data ?? {});
  const isOurs = verbs.some((each) => each === currentVerb(verb));
  return isOurs ? onlyTooLong(shape.safeParse(given).error?.issues ?? [], given) : undefined;
}

function pageTyped(text: string): number | undefined {
  const typed = text.normalize('NFKC').trim();
  return /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : undefined;
}

/** Where the person pressed, which every click says: an answer leads back there. */
export interface ClickPlace {
  readonly verb: Verb;
  /** Absent: the click is about the list. */
  readonly tenantId?: string | undefined;
  /** The offboarding that the card was drawn for. */
  readonly offboardingId?: string | undefined;
  /** The page of which list. */
  readonly query: PlacedQuery;
  /** Whether the button stands in the list. */
  readonly inList: boolean;
  /** The news that its card was posted with, which is known of the message and no claim. Absent: none, as far as is known. */
  readonly told?: EarlierNews | undefined;
}

/** What else a click may say. Absent: it doesn't say. */
export type ClickData = Pick<
  z.output<typeof shape>,
  | 'version'
  | 'way'
  | 'customerNotice'
  | 'relationshipId'
  | 'viewName'
  | 'chatLanguage'
  | 'askedId'
  | 'batchId'
  | 'isChosen'
  | 'batchAction'
  | 'certificateId'
  | 'file'
  | 'exported'
  | 'format'
  | 'isWanted'
  | 'planHash'
  | 'templateHash'
  | 'shownTemplate'
  | 'shownTicket'
  | Chosen
>;

/** A click, as far as it can be understood. An action gets those fields of `data` that its entry names. */
export interface Click extends ClickPlace {
  readonly data: ClickData;
}

/** The click that an action claims to be; `undefined` when it is none of ours. */
export function readClick(verb: unknown, data: unknown): Click | undefined {
  const current = currentVerb(verb);
  const known = verbs.find((each) => each === current);
  const parsed = shape.safeParse(withCurrentNames(data ?? {}));
  if (known === undefined || !parsed.success) return undefined;
  const {
    tenantId,
    offboardingId,
    list,
    filter,
    search = '',
    query = search,
    inList = false,
    places,
    at,
    ...more
  } = parsed.data;
  const { page: asked, isJump, goTo, ...rest } = more;
  const isList = known?.endsWith('.list') === true;
  const staysInList = inList || isList;
  // A button that leads to the list says itself to which part of it; a row's leads back to the part that it stands in.
  const from = isList ? undefined : at;
  const page = isJump ? (goTo ?? at?.page) : asked;
  return {
    verb: known,
    tenantId,
    offboardingId,
    // The input with the places goes along with whatever is pressed on the list's card, and concerns only what stays there.
    query: {
      ...(list && !isList && { list }),
      status: filter === 'any' ? undefined : (filter ?? from?.status),
      ...(filter === 'any' && { isAnyStatus: true }),
      search: query,
      page: page ?? from?.page ?? 1,
      ...(places && staysInList && { places }),
    },
    inList,
    data: rest,
  };
}

// Cards that older versions posted stay in their chats; what they called a verb or a field still counts.
const formerFields: ReadonlyMap<string, string> = new Map([
  ['exitId', 'offboardingId'],
  ['mark', 'planHash'],
  ['ownerId', 'accountableId'],
]);

function currentVerb(verb: unknown): unknown {
  if (typeof verb !== 'string') return verb;
  return verb
    .replace(/^exit\./, 'offboarding.')
    .replace(/^residue\./, 'leftovers.')
    .replace(/^invitation\./, 'watchedRequest.');
}

function withCurrentNames(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [formerFields.get(key) ?? key, value]));
}

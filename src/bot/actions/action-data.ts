// What does a click claim? Everything in a card's data may have been made up, so only what has its shape is taken.
import { z } from 'zod';
import { type CertificateKind, certificateKinds } from '../../domain/offboarding/certificate.js';
import { type OffboardingStep, offboardingSteps } from '../../domain/offboarding/plan.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import { statuses } from '../../domain/tenant/status.js';
import { type Verb, verbs } from '../../views/render/verbs.js';
import { placesFrom } from '../../views/tenant/places.js';

// Cards that older versions posted stay in their chats; what they called a verb or a field still counts.
const formerFields: ReadonlyMap<string, string> = new Map([
  ['exitId', 'offboardingId'],
  ['mark', 'planHash'],
]);

const shape = z.object({
  tenantId: z
    .guid()
    .transform((id) => id.toLowerCase())
    .optional(),
  // Two ids and a word between them; nothing else becomes part of an address.
  relationshipId: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional(),
  version: z.number().int().optional(),
  filter: z.enum(statuses).optional(),
  search: z.string().max(200).optional(),
  page: z.number().int().min(1).max(1_000_000).optional(),
  inList: z.boolean().optional(),
  // As many tenants as a page has; a text that is none is as good as no text.
  places: z.string().max(300).transform(placesFrom).optional(),
  certificateId: z
    .guid()
    .transform((id) => id.toLowerCase())
    .optional(),
  file: z.enum(certificateKinds).optional(),
  offboardingId: z
    .guid()
    .transform((id) => id.toLowerCase())
    .optional(),
  planHash: z.string().max(100).optional(),
  // What somebody has chosen and typed. A choice of several comes as one text; of none, as an empty one.
  steps: z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter((step) => step !== ''))
    .pipe(z.array(z.enum(offboardingSteps)))
    .optional(),
  name: z.string().max(300).optional(),
});

/** A click, as far as it can be understood. */
export interface Click {
  readonly verb: Verb;
  /** Absent: the click is about the list. */
  readonly tenantId?: string | undefined;
  readonly relationshipId?: string | undefined;
  readonly version?: number | undefined;
  /** Where in the list the person was. */
  readonly query: ListQuery;
  readonly inList: boolean;
  /** A certificate, and which of its files. */
  readonly certificateId?: string | undefined;
  readonly file?: CertificateKind | undefined;
  /** The exit that the card was drawn for. */
  readonly offboardingId?: string | undefined;
  /** What somebody agrees to: of the plan that they saw, with these steps, by this name. Absent: the click says nothing of it. */
  readonly agreed?:
    | { readonly planHash: string; readonly steps: readonly OffboardingStep[]; readonly name: string }
    | undefined;
}

/** The click that an action claims to be; `undefined` when it is none of ours. */
export function readClick(verb: unknown, data: unknown): Click | undefined {
  const known = verbs.find((each) => each === todaysVerb(verb));
  const parsed = shape.safeParse(underTodaysNames(data ?? {}));
  if (known === undefined || !parsed.success) return undefined;
  const { tenantId, version, filter, search = '', page = 1, inList = false, places } = parsed.data;
  const { relationshipId, certificateId, file } = parsed.data;
  const { offboardingId, planHash, steps = [], name = '' } = parsed.data;
  const staysInList = inList || known === 'tenants.list' || known === 'leftovers.list';
  return {
    verb: known,
    tenantId,
    version,
    // The input with the places goes along with whatever is pressed on the list's card, and concerns only what stays there.
    query: { status: filter, search, page, ...(places && staysInList && { places }) },
    inList,
    ...(relationshipId !== undefined && { relationshipId }),
    ...(certificateId !== undefined && { certificateId }),
    ...(file !== undefined && { file }),
    ...(offboardingId !== undefined && { offboardingId }),
    ...(planHash !== undefined && { agreed: { planHash, steps: [...new Set(steps)], name } }),
  };
}

function todaysVerb(verb: unknown): unknown {
  if (typeof verb !== 'string') return verb;
  return verb
    .replace(/^exit\./, 'offboarding.')
    .replace(/^residue\./, 'leftovers.')
    .replace(/^invitation\./, 'watchedRequest.');
}

function underTodaysNames(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [formerFields.get(key) ?? key, value]));
}

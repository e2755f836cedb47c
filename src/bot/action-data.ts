// What does a click claim? Everything in a card's data may have been made up, so only what has its shape is taken.
import { z } from 'zod';
import { statuses } from '../domain/status.js';
import type { ListQuery } from '../domain/tenant-list.js';
import { type Verb, verbs } from '../views/verbs.js';

const shape = z.object({
  tenantId: z
    .guid()
    .transform((id) => id.toLowerCase())
    .optional(),
  relationshipId: z.string().max(100).optional(),
  version: z.number().int().optional(),
  filter: z.enum(statuses).optional(),
  search: z.string().max(200).optional(),
  page: z.number().int().min(1).max(1_000_000).optional(),
  inList: z.boolean().optional(),
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
}

/** The click that an action claims to be; `undefined` when it is none of ours. */
export function readClick(verb: unknown, data: unknown): Click | undefined {
  const known = verbs.find((each) => each === verb);
  const parsed = shape.safeParse(data ?? {});
  if (known === undefined || !parsed.success) return undefined;
  const { tenantId, relationshipId, version, filter, search = '', page = 1, inList = false } = parsed.data;
  return {
    verb: known,
    tenantId,
    version,
    ...(relationshipId !== undefined && { relationshipId }),
    query: { status: filter, search, page },
    inList,
  };
}

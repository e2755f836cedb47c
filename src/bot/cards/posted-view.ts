// Whether what was kept of a card's view is one.
import { z } from 'zod';
import { statuses } from '../../domain/tenant/status.js';
import type { LivingView } from '../conversation/turn.js';

const status = z.enum(statuses).optional();
const search = z.string();
const page = z.int().min(1);
const places = z.array(z.string()).exactOptional();

// What a newer version adds is kept.
const shape: z.ZodType<LivingView> = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('list'), query: z.looseObject({ status, search, page, places }) }),
  z.looseObject({ kind: z.literal('residue'), page, places }),
  z.looseObject({
    kind: z.literal('tenant'),
    tenantId: z.string(),
    position: z.looseObject({ status, search: search.exactOptional(), page: page.exactOptional() }),
  }),
  z.looseObject({ kind: z.literal('exit'), tenantId: z.string(), exitId: z.string() }),
]);

/**
 * The view that was kept.
 * @throws when it is none.
 */
export function livingViewFrom(json: unknown): LivingView {
  return shape.parse(json);
}

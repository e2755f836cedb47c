// Parses what Microsoft answers: items in lists, of which some may not have their documented shape, and names in any case.

import { z } from 'zod';
import type { Log } from '../../runtime/log.js';
import { unexpected } from './errors.js';
import type { HttpRequest } from './http-request.js';

/**
 * The items that have their shape. Others are left out and logged, so that one of them doesn't hide the rest; the check of
 * a tenant that needs one reads it by its id, and fails there.
 */
export function parseItems<T extends z.ZodType>(
  items: readonly unknown[],
  shape: T,
  { template }: HttpRequest,
  log: Log,
): z.infer<T>[] {
  const found: z.infer<T>[] = [];
  for (const item of items) {
    const parsed = shape.safeParse(item);
    if (parsed.success) found.push(parsed.data);
    else
      log.warn('itemNotUnderstood', { path: template, where: parsed.error.issues.map(({ path }) => path.join('.')) });
  }
  return found;
}

/**
 * All the items, for a question that every one of them counts for: an unreadable one may be the very one that stands in the
 * way. One that says it's over can't be in the way: it's left out and logged.
 * @throws UnexpectedAnswer
 */
export function parseAll<T extends z.ZodType>(
  items: readonly unknown[],
  shape: T,
  { request: { method, template }, isOver = () => false, log }: AllParsed,
): z.infer<T>[] {
  return items.flatMap((item) => {
    const parsed = shape.safeParse(item);
    if (parsed.success) return [parsed.data];
    const where = parsed.error.issues.map(({ path }) => path.join('.'));
    if (!isOver(item))
      throw unexpected(`${method} ${template}: an item that is not understood (${where.join(', ')})`, undefined);
    log.warn('itemNotUnderstood', { path: template, where });
    return [];
  });
}

/** What `parseAll` takes. */
export interface AllParsed {
  readonly request: HttpRequest;
  readonly log: Log;
  /** Whether an item says that it's over. Absent: no item ever is. */
  readonly isOver?: (item: unknown) => boolean;
}

/** An object with its names in lower case, which Partner Center writes in capitals here and in small letters there. */
export const lowerCaseKeys = z
  .record(z.string(), z.unknown())
  .transform((body) => Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value])));

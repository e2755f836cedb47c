// What becomes of an item in a list that does not have its documented shape?
import type { z } from 'zod';
import type { Log } from '../operations/ports.js';
import type { WireRequest } from './wire.js';

/**
 * The items that have their shape. The others are left out and logged, so that one of them does not hide all the rest;
 * whoever follows one of those asks for it by its id, and learns there that it is not understood.
 */
export function understood<T extends z.ZodType>(
  items: readonly unknown[],
  shape: T,
  { template }: WireRequest,
  log: Log,
): z.infer<T>[] {
  return items.flatMap((item) => {
    const parsed = shape.safeParse(item);
    if (parsed.success) return [parsed.data];
    log.warn('itemNotUnderstood', { path: template, where: parsed.error.issues.map(({ path }) => path.join('.')) });
    return [];
  });
}

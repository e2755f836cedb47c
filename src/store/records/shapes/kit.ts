// Building blocks for the shapes of stored rows, with which a field without a shape doesn't compile.
import { z } from 'zod';

/** A shape for every field of a type. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? z.ZodType<T[K] | undefined> : z.ZodType<T[K]>;
};

/**
 * An object with at least these fields; a newer version that writes the same schema may add more, which stay, since a row is
 * kept as it was read: see `checkedRow`. Asking zod to keep them would cost as much as the whole check.
 */
export function record<T extends object>(fields: Fields<T>): z.ZodType<T> {
  return z.object(fields as z.ZodRawShape) as unknown as z.ZodType<T>;
}

/** One of several kinds of object, told apart by one text field. */
export function byTag<T extends object, K extends keyof T & string>(
  tag: K,
  kinds: { readonly [V in T[K] & string]: Fields<Omit<Extract<T, Readonly<Record<K, V>>>, K>> },
): z.ZodType<T> {
  const options = Object.entries<z.ZodRawShape>(kinds as Readonly<Record<string, z.ZodRawShape>>).map(
    ([value, fields]) => z.object({ [tag]: z.literal(value), ...fields }),
  );
  return z.discriminatedUnion(tag, options as unknown as [z.ZodObject]) as unknown as z.ZodType<T>;
}

/** One of these words, which are all that their type has. */
export function oneOf<T extends string>(all: Readonly<Record<T, true>>): z.ZodType<T> {
  return z.enum(Object.keys(all) as [T, ...T[]]) as unknown as z.ZodType<T>;
}

/** Any text. */
export const text = z.string();
/** A list of texts. */
export const texts = z.array(text);
/** A number. */
export const number = z.number();
/** A boolean. */
export const flag = z.boolean();
/** A text that can be read as an instant. */
export const instant = text.refine((value) => !Number.isNaN(Date.parse(value)), 'isn’t a date and time');

// The means by which a stored record's shape is written down, so that the compiler misses a field that has none.
import { z } from 'zod';

/** A shape for every field of a type. A field that is added to the type does not compile before it has one. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? z.ZodType<T[K] | undefined> : z.ZodType<T[K]>;
};

/** An object with at least these fields. More may come from a newer version that writes the same schema. */
export function record<T extends object>(fields: Fields<T>): z.ZodType<T> {
  return z.looseObject(fields as z.ZodRawShape) as unknown as z.ZodType<T>;
}

/** One of several kinds of object, told apart by the text in one field. */
export function byTag<T extends object, K extends keyof T & string>(
  tag: K,
  kinds: { readonly [V in T[K] & string]: Fields<Omit<Extract<T, Readonly<Record<K, V>>>, K>> },
): z.ZodType<T> {
  const options = Object.entries<z.ZodRawShape>(kinds as Readonly<Record<string, z.ZodRawShape>>).map(
    ([value, fields]) => z.looseObject({ [tag]: z.literal(value), ...fields }),
  );
  return z.discriminatedUnion(tag, options as unknown as [z.ZodObject]) as unknown as z.ZodType<T>;
}

/** One of these words, which are all of their type. */
export function oneOf<T extends string>(all: Readonly<Record<T, true>>): z.ZodType<T> {
  return z.enum(Object.keys(all) as [T, ...T[]]) as unknown as z.ZodType<T>;
}

/** Any text. */
export const text = z.string();
/** A list of texts. */
export const texts = z.array(text);
/** A number. */
export const number = z.number();
/** Yes or no. */
export const flag = z.boolean();
/** An instant that can be read as one. */
export const instant = text.refine((value) => !Number.isNaN(Date.parse(value)), 'is no instant');

// A figure, and whether its aim is met.
import { type Pair, settled } from './statistics.js';

/** One measurement, beside its limit measured in the same run. */
export interface Figure {
  readonly what: string;
  readonly tenants: number;
  readonly unit: 'per second' | 'ms' | 'MB' | 'calls';
  readonly product: number;
  /** The measurement of what the product is compared with: the bare bot, the plain loop, the plain write. */
  readonly limit: number;
  /** Product by limit. */
  readonly ratio: number;
  /** Absent: there's no aim. */
  readonly aim?: { readonly words: string; readonly isMet: boolean } | undefined;
}

type Name = Pick<Figure, 'what' | 'tenants' | 'unit'>;
/** Gives the aim in words, and whether it's met. */
export type Judge = (figure: Pair & { readonly ratio: number }) => NonNullable<Figure['aim']>;

/** A figure from rounds of measuring. */
export function figureOf(name: Name, pairs: readonly Pair[], judge?: Judge): Figure {
  const figure = settled(pairs);
  return { ...name, ...figure, aim: judge?.(figure) };
}

/** At least this share of the limit. */
export function atLeast(share: number): Judge {
  return ({ ratio }) => ({ words: `≥ ${share} of the limit`, isMet: ratio >= share });
}

/** At most this many times the limit, by this name. */
export function atMost(times: number, limit = 'the limit'): Judge {
  return ({ ratio }) => ({ words: `≤ ${times} × ${limit}`, isMet: ratio <= times });
}

/** At most this much, whatever the limit. */
export function atMostInAll(amount: number, unit: Figure['unit']): Judge {
  return ({ product }) => ({ words: `≤ ${amount} ${unit}`, isMet: product <= amount });
}

/** At most this much above the limit. */
export function atMostAbove(amount: number, unit: Figure['unit']): Judge {
  return ({ product, limit }) => ({ words: `≤ limit + ${amount} ${unit}`, isMet: product - limit <= amount });
}

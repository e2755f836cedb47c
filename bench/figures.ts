// What does one figure say, and when is its aim met?
import { type Pair, settled } from './statistics.js';

/** One measured thing, beside its limit measured in the same run. */
export interface Figure {
  readonly what: string;
  readonly tenants: number;
  readonly unit: 'per second' | 'ms' | 'MB' | 'calls';
  readonly product: number;
  /** What the product is measured against: the bare bot, the plain loop, the plain write. */
  readonly limit: number;
  /** Product by limit. */
  readonly ratio: number;
  /** Absent: nothing is aimed at. */
  readonly aim?: { readonly words: string; readonly isMet: boolean } | undefined;
}

type Name = Pick<Figure, 'what' | 'tenants' | 'unit'>;
/** Says what is aimed at, and whether that is met. */
export type Judge = (figure: Pair & { readonly ratio: number }) => NonNullable<Figure['aim']>;

/** A figure from rounds of measuring. */
export function figureOf(name: Name, pairs: readonly Pair[], judge?: Judge): Figure {
  const figure = settled(pairs);
  return { ...name, ...figure, aim: judge?.(figure) };
}

/** At least so much of the limit. */
export function atLeast(share: number): Judge {
  return ({ ratio }) => ({ words: `≥ ${share} of the limit`, isMet: ratio >= share });
}

/** At most so many times the limit. */
export function atMost(times: number): Judge {
  return ({ ratio }) => ({ words: `≤ ${times} × the limit`, isMet: ratio <= times });
}

/** At most so much above the limit. */
export function atMostAbove(amount: number, unit: string): Judge {
  return ({ product, limit }) => ({ words: `≤ limit + ${amount} ${unit}`, isMet: product - limit <= amount });
}

// Makes one figure of many measurements, such that a busy moment of the machine doesn't spoil it.

/** The middle value; of an even number the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that this many percent of all don't exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

/** One round, measured on the product and on its limit, one right after the other. */
export interface Pair {
  readonly product: number;
  readonly limit: number;
}

/** The highest value of each side. */
export function longest(pairs: readonly Pair[]): Pair {
  return {
    product: Math.max(...pairs.map(({ product }) => product)),
    limit: Math.max(...pairs.map(({ limit }) => limit)),
  };
}

/** The median of each side, and that of the ratios, which a slowdown of both sides of a round leaves alone. */
export function settled(pairs: readonly Pair[]): Pair & { readonly ratio: number } {
  return {
    product: median(pairs.map(({ product }) => product)),
    limit: median(pairs.map(({ limit }) => limit)),
    ratio: median(pairs.map(({ product, limit }) => product / limit)),
  };
}

/** Measures both sides round by round; each goes first every other round. */
export async function alternating<T>(
  rounds: number,
  sides: { readonly product: () => Promise<T>; readonly limit: () => Promise<T> },
): Promise<readonly { readonly product: T; readonly limit: T }[]> {
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const product = await sides.product();
      results.push({ product, limit: await sides.limit() });
    } else {
      const limit = await sides.limit();
      results.push({ product: await sides.product(), limit });
    }
  }
  return results;
}

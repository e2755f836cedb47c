// What `--quick` holds a change to: ratios only, each at most half again as high as it is expected to be.
import type { Figure } from './figures.js';

/** The most that a ratio may be. */
export interface QuickLimit {
  /** The part that measures the figure. */
  readonly part: string;
  readonly figure: string;
  readonly tenants: number;
  readonly atMost: number;
  /** Where it stands, and why it's measured by this figure. */
  readonly why: string;
}

/** Processor time and counts rather than time: they say the same while others use the machine. */
export const quickLimits: readonly QuickLimit[] = [];

/** What is broken, in a sentence each. `isComplete`: a limit without its figure is broken too. */
export function brokenLimits(
  figures: readonly Figure[],
  limits: readonly QuickLimit[],
  { isComplete = false } = {},
): readonly string[] {
  return limits.flatMap((limit) => {
    const figure = figureFor(limit, figures);
    if (!figure) return isComplete ? [`${nameOf(limit)} was not measured`] : [];
    if (figure.ratio <= limit.atMost) return [];
    return [`${nameOf(limit)} is ${figure.ratio.toFixed(2)}, more than ${limit.atMost}: ${limit.why}`];
  });
}

/** Each limit with its ratio, a line each. */
export function ratioLines(figures: readonly Figure[], limits: readonly QuickLimit[]): readonly string[] {
  return limits.map((limit) => {
    const ratio = figureFor(limit, figures)?.ratio.toFixed(2) ?? '-';
    return `${ratio.padStart(6)} of ${String(limit.atMost).padEnd(4)}  ${nameOf(limit)}`;
  });
}

function figureFor({ figure, tenants }: QuickLimit, figures: readonly Figure[]): Figure | undefined {
  return figures.find((each) => each.what === figure && each.tenants === tenants);
}

function nameOf({ figure, tenants }: QuickLimit): string {
  return `${figure}, ${tenants.toLocaleString('en')} tenants`;
}

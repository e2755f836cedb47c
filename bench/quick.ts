// What `--quick` holds a change to: ratios only, each at most half again as high as it is expected to be.
import type { Figure } from './figures.js';

/** A ratio, and how high it may be. */
export interface QuickLimit {
  /** The part that measures it. */
  readonly part: string;
  readonly figure: string;
  readonly tenants: number;
  /** As it stands on a machine that does nothing else. */
  readonly expected: number;
  /** How many times that it may be. Absent: half again. */
  readonly slip?: number;
  /** What holds it where it's expected, and so what to look at when it slips. */
  readonly why: string;
}

const halfAgain = 1.5;

/** What is broken, in a sentence each. `isComplete`: a limit without its figure is broken too. */
export function brokenLimits(
  figures: readonly Figure[],
  limits: readonly QuickLimit[],
  { isComplete = false } = {},
): readonly string[] {
  return limits.flatMap((limit) => {
    const figure = figureFor(limit, figures);
    if (!figure) return isComplete ? [`${nameOf(limit)} was not measured`] : [];
    if (figure.ratio <= mostOf(limit)) return [];
    return [`${nameOf(limit)} is ${figure.ratio.toFixed(2)}, more than ${mostOf(limit).toFixed(2)}: ${limit.why}`];
  });
}

/** Each figure as it was lower, of two measurements of one part: what else the machine does makes none lower. */
export function lower(figures: readonly Figure[], again: readonly Figure[]): readonly Figure[] {
  return figures.map((figure) => {
    const other = again.find(({ what, tenants }) => what === figure.what && tenants === figure.tenants);
    return other && !(other.ratio >= figure.ratio) ? other : figure;
  });
}

/** Each limit with its ratio, a line each. */
export function ratioLines(figures: readonly Figure[], limits: readonly QuickLimit[]): readonly string[] {
  return limits.map((limit) => {
    const ratio = figureFor(limit, figures)?.ratio.toFixed(2) ?? '-';
    return `${ratio.padStart(6)} of ${mostOf(limit).toFixed(2).padStart(5)}  ${nameOf(limit)}`;
  });
}

function figureFor({ figure, tenants }: QuickLimit, figures: readonly Figure[]): Figure | undefined {
  return figures.find((each) => each.what === figure && each.tenants === tenants);
}

function nameOf({ figure, tenants }: QuickLimit): string {
  return `${figure}, ${tenants.toLocaleString('en')} tenants`;
}

function mostOf({ expected, slip = halfAgain }: QuickLimit): number {
  return expected * slip;
}

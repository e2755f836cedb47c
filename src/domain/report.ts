// A report, in words and numbers, before it's drawn.
import type { Instant } from './time.js';

/** A bar of a chart. */
export interface ReportBar {
  readonly label: string;
  readonly value: number;
}

/** A line of a chart, from left to right. */
export interface ReportLine {
  readonly label: string;
  readonly values: readonly number[];
}

/** A part of a report. `says`: what a chart shows, for who can't see it. */
export type ReportPart =
  | { readonly is: 'partner' | 'title' | 'lead' | 'heading' | 'text' | 'small'; readonly text: string }
  /** Bars below each other, each beside its label. */
  | { readonly is: 'bars'; readonly says: string; readonly bars: readonly ReportBar[] }
  /** Bars beside each other, each above its label. */
  | { readonly is: 'columns'; readonly says: string; readonly bars: readonly ReportBar[] }
  /** `from` and `to`: what stands below the left and the right end. */
  | {
      readonly is: 'lines';
      readonly says: string;
      readonly from: string;
      readonly to: string;
      readonly lines: readonly ReportLine[];
    };

/** A report. All its texts are of one language. */
export interface Report {
  readonly title: string;
  /** Foreign text. */
  readonly author: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly at: Instant;
  readonly footer: string;
  readonly pageNumber: (at: { readonly page: number; readonly pages: number }) => string;
  readonly parts: readonly ReportPart[];
}

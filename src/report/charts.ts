// Charts of the PDF's own lines and rectangles, sharp at every size.
import type { ReportBar, ReportLine } from '../domain/report.js';
import type { Pen } from '../paper/sheet.js';

// Apart from each other in grey too, and by the label at their end.
const colours = ['#3b3a8f', '#b3541e', '#6f8f3b'] as const;
const faintRule = '#c9c9d4';
const labelWidth = 150;
const valueWidth = 34;
const barHeight = 9;
const barStep = 15;
const columnsHeight = 76;
const linesHeight = 76;

/** How high bars below each other are, in points. */
export function barsHeight(bars: readonly ReportBar[]): number {
  return bars.length * barStep;
}

/** How high the other charts are, with their labels. */
export const chartHeights = { columns: columnsHeight + 16, lines: linesHeight + 16 } as const;

/** Bars below each other, to one scale from zero. */
export function drawBars(pen: Pen, bars: readonly ReportBar[]): void {
  const most = mostOf(bars.map(({ value }) => value));
  const room = pen.width - labelWidth - valueWidth;
  for (const [index, { label, value }] of bars.entries()) {
    const y = index * barStep;
    const width = (room * value) / most;
    pen.text(label, { x: 0, y: y + barHeight - 1 });
    pen.rectangle({ x: labelWidth, y, width, height: barHeight }, colours[0]);
    pen.text(String(value), { x: labelWidth + width + 5, y: y + barHeight - 1 });
  }
}

/** Bars beside each other, to one scale from zero. */
export function drawColumns(pen: Pen, bars: readonly ReportBar[]): void {
  const most = mostOf(bars.map(({ value }) => value));
  const step = pen.width / Math.max(1, bars.length);
  const room = columnsHeight - 12;
  for (const [index, { label, value }] of bars.entries()) {
    const height = (room * value) / most;
    const x = index * step + step * 0.2;
    const middle = index * step + step / 2;
    pen.rectangle({ x, y: columnsHeight - height, width: step * 0.6, height }, colours[0]);
    pen.text(String(value), { x: middle, y: columnsHeight - height - 3, at: 'middle' });
    pen.text(label, { x: middle, y: columnsHeight + 11, at: 'middle' });
  }
  pen.rectangle({ x: 0, y: columnsHeight, width: pen.width, height: 0.6 }, faintRule);
}

/** Lines to one scale from zero, each named at its end. */
export function drawLines(
  pen: Pen,
  { lines, from, to }: { readonly lines: readonly ReportLine[]; readonly from: string; readonly to: string },
): void {
  const most = mostOf(lines.flatMap(({ values }) => values));
  const width = pen.width - labelWidth;
  const yOf = (value: number) => linesHeight - ((linesHeight - 10) * value) / most;
  pen.rectangle({ x: 0, y: linesHeight, width, height: 0.6 }, faintRule);
  const ends = lines.map(({ values }, index) => ({ index, y: yOf(values.at(-1) ?? 0) + 3 }));
  for (const end of apart(ends)) {
    const line = lines[end.index];
    if (!line) continue;
    const { label, values } = line;
    const colour = colours[end.index % colours.length] ?? colours[0];
    const xOf = (index: number) => (width * index) / Math.max(1, values.length - 1);
    pen.path(
      values.map((value, index) => [xOf(index), yOf(value)] as const),
      colour,
    );
    pen.rectangle({ x: width + 6, y: end.y - 5, width: 6, height: 6 }, colour);
    pen.text(`${label}: ${values.at(-1) ?? 0}`, { x: width + 16, y: end.y });
  }
  pen.text(from, { x: 0, y: linesHeight + 11 });
  pen.text(to, { x: width, y: linesHeight + 11, at: 'right' });
}

// Labels of lines that end close to each other stand below one another.
function apart<T extends { readonly y: number }>(ends: readonly T[]): readonly T[] {
  const placed: T[] = [];
  for (const end of [...ends].sort((a, b) => a.y - b.y)) {
    const last = placed.at(-1);
    placed.push(last ? { ...end, y: Math.max(end.y, last.y + 11) } : end);
  }
  return placed;
}

function mostOf(values: readonly number[]): number {
  return Math.max(1, ...values);
}

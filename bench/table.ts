// The figures as a table.
import type { Figure } from './figures.js';

const headings = ['figure', 'tenants', 'unit', 'Gatehouse', 'limit', 'ratio', 'aim', 'met'];
const isNumber = [false, true, false, true, true, true, false, false];

/** The figures as a Markdown table with aligned columns. */
export function table(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(rowOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (isNumber[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

function rowOf({ what, tenants, unit, product, limit, ratio, aim }: Figure): readonly string[] {
  return [
    what,
    tenants.toLocaleString('en'),
    unit,
    rounded(product),
    rounded(limit),
    ratio.toFixed(2),
    aim?.words ?? '',
    aim === undefined ? '' : aim.isMet ? 'yes' : 'NO',
  ];
}

function rounded(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

// The layout of a printed report.
import type { Report, ReportPart } from '../domain/report.js';
import { Sheet, type TextStyle } from '../paper/sheet.js';
import { barsHeight, chartHeights, drawBars, drawColumns, drawLines } from './charts.js';

const layouts = {
  partner: { size: 12, bold: true, accent: true },
  title: { size: 20, bold: true, above: 8, tag: 'H1' },
  lead: { size: 10.5, above: 6 },
  heading: { size: 12, bold: true, accent: true, above: 14, tag: 'H2' },
  text: { size: 9.5, above: 2 },
  small: { size: 8, faint: true, above: 4 },
} as const satisfies Readonly<Record<string, TextStyle>>;

// A heading stays with its sentence and its chart.
const withHeading = 142;

/** Prints a report. */
export async function printReport(report: Report): Promise<Buffer> {
  const { title, author, language, at, footer, pageNumber, parts } = report;
  const sheet = new Sheet({ title, subject: title, author, language, date: new Date(at), footer, pageNumber });
  for (const part of parts) draw(sheet, part);
  return sheet.finish();
}

function draw(sheet: Sheet, part: ReportPart): void {
  if (part.is === 'bars') sheet.figure(part.says, barsHeight(part.bars), (pen) => drawBars(pen, part.bars));
  else if (part.is === 'columns') sheet.figure(part.says, chartHeights.columns, (pen) => drawColumns(pen, part.bars));
  else if (part.is === 'lines') sheet.figure(part.says, chartHeights.lines, (pen) => drawLines(pen, part));
  else {
    if (part.is === 'heading') sheet.need(withHeading);
    sheet.say(part.text, layouts[part.is]);
  }
}

// What prints reports.
import type { Report } from '../../domain/report.js';

/** Prints a report as a PDF: the same report makes the same bytes. */
export interface ReportPrinter {
  print(report: Report): Promise<Uint8Array>;
}

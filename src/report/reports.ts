// Reports by a library that is loaded at the first of them.
import type { Report } from '../domain/report.js';
import type { ReportPrinter } from '../operations/ports/reports.js';

/** Prints PDFs. */
export const reportPrinter: ReportPrinter = {
  async print(report: Report): Promise<Uint8Array> {
    return (await import('./print.js')).printReport(report);
  },
};

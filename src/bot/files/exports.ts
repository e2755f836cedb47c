// The answer to a person who takes out rows: a file of them, made in slices and handed over like any other.
import pLimit from 'p-limit';
import type { ExportKind } from '../../domain/export-kind.js';
import { newestCertificate } from '../../domain/offboarding/find-certificates.js';
import type { Table } from '../../domain/table.js';
import { leastRoleFor, type RoleName } from '../../domain/tenant/commands.js';
import { type HandedFile, handedTypes } from '../../operations/ports/handed-files.js';
import type { Spreadsheets } from '../../operations/ports/spreadsheets.js';
import type { Store } from '../../operations/ports/store.js';
import type { ExportedRows } from '../../operations/reads/exported-rows.js';
import type { Clock } from '../../runtime/clock.js';
import type { ExportContext } from '../../views/exports/column.js';
import {
  type ExportChoice,
  exportSummary,
  exportView,
  type MadeExport,
  mostExportedRows,
} from '../../views/exports/export-card.js';
import { historyTable, tenantTable } from '../../views/exports/tables.js';
import type { Reply } from '../turn/turn.js';
import { type FileAsked, type HandoverDeps, handOver } from './file-handover.js';

/** What taking out takes. */
export interface ExportDeps extends HandoverDeps {
  readonly store: Store;
  readonly rows: ExportedRows;
  readonly spreadsheets: Spreadsheets;
  /** By role template id. */
  readonly roleNames: ReadonlyMap<string, string>;
  readonly clock: Clock;
}

/** The least role that takes it out: what a card shows to everyone, each may, and a notice to a customer those who may copy one. */
export function leastRoleForExport(kind: ExportKind): RoleName {
  return kind === 'notices' ? leastRoleFor('takeCustomerNotice') : 'viewer';
}

interface MadeFile {
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly isCut: boolean;
}

/** Makes files of rows for people, one at a time, so that several big ones don't stand in memory at once. */
export class Exports {
  readonly #deps: ExportDeps;
  readonly #oneAtATime = pLimit(1);

  constructor(deps: ExportDeps) {
    this.#deps = deps;
  }

  /**
   * The file that a person has chosen, in the language of the chat.
   * @throws StoreError when the audit log can't be read, or the file can't be kept for them.
   */
  async make(choice: ExportChoice, asked: FileAsked): Promise<Reply> {
    const { clock } = this.#deps;
    const { kind, format } = choice;
    const context = asked.context();
    const notUnderstood = this.#deps.rows.notUnderstood(choice.search);
    if (notUnderstood)
      return { card: exportView(choice, context, { notUnderstood }), summary: exportSummary(choice, context) };
    const { bytes, rows, isCut } = await this.#oneAtATime(() => this.#write(choice, asked));
    // "2026-11-29T20:15:00.000Z" as "20261129-2015".
    const stamp = clock.now().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
    const file: HandedFile = {
      name: `gatehouse-${kind}-${stamp}.${format}`,
      contentType: handedTypes[format],
      bytes,
      leastRole: leastRoleForExport(kind),
      what: 'exportOpened',
      subject: `${kind} ${format} ${rows}`,
    };
    const label = context.words.exporting.label({ format: context.words.exporting.formats[format] });
    const ways = rows === 0 ? undefined : await handOver(file, label, asked, this.#deps);
    const made: MadeExport = { rows, isCut, ways };
    // It has a link that is one person's own, so it's drawn for no other person and stays as it is.
    return { card: exportView(choice, context, { made }), summary: exportSummary(choice, context, made) };
  }

  async #write(choice: ExportChoice, { context, turn }: FileAsked): Promise<MadeFile> {
    const { spreadsheets, roleNames } = this.#deps;
    const { table, isCut } = await this.#tableOf(choice, {
      ...{ context: context(), roleNames, sender: turn.actor },
    });
    const counted = new CountedRows(table);
    const bytes = await spreadsheets.write({ ...table, slices: counted.slices() }, choice.format);
    return { bytes, rows: counted.rows, isCut: isCut || counted.isCut };
  }

  async #tableOf({ kind, search }: ExportChoice, made: ExportContext): Promise<{ table: Table; isCut: boolean }> {
    const { rows, store } = this.#deps;
    if (kind !== 'history') return { table: tenantTable(kind, rows.tenants(search, kind), made), isCut: false };
    const { slices, isCut } = await rows.history(search, mostExportedRows);
    return { table: historyTable(withNames(slices, store), made), isCut };
  }
}

/** Counts the rows of a table, and lets through no more than a file may have. */
class CountedRows {
  rows = 0;
  isCut = false;
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async *slices(): Table['slices'] {
    for await (const slice of this.#table.slices) {
      const taken = slice.slice(0, mostExportedRows - this.rows);
      this.rows += taken.length;
      yield taken;
      if (taken.length === slice.length) continue;
      this.isCut = true;
      return;
    }
  }
}

// A tenant that isn't known any longer is known by its certificate.
async function* withNames(slices: Awaited<ReturnType<ExportedRows['history']>>['slices'], store: Store) {
  const formerNames = new Map<string, string | undefined>();
  const formerName = (tenantId: string) => {
    if (!formerNames.has(tenantId))
      formerNames.set(tenantId, newestCertificate(store.certificates(), tenantId)?.tenantName);
    return formerNames.get(tenantId);
  };
  for await (const slice of slices) {
    yield slice.map((entry) => {
      const tenant = store.tenant(entry.tenantId);
      return { entry, tenant, formerName: tenant ? undefined : formerName(entry.tenantId) };
    });
  }
}

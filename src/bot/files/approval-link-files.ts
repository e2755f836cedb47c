// The approval links of a batch's requests in one file, for a person who may take each of them by itself.
import { messageLanguageFor } from '../../domain/message-languages.js';
import type { TableFormat } from '../../domain/table.js';
import { approvalRequestOf } from '../../domain/tenant/approval-request.js';
import { leastRoleFor } from '../../domain/tenant/commands.js';
import type { TenantBatches } from '../../operations/batches/batches.js';
import { type HandedFile, handedTypes } from '../../operations/ports/handed-files.js';
import type { Relationships } from '../../operations/ports/microsoft.js';
import type { Spreadsheets } from '../../operations/ports/spreadsheets.js';
import type { Store } from '../../operations/ports/store.js';
import type { Clock } from '../../runtime/clock.js';
import { type LinkRow, linkTable } from '../../views/exports/link-columns.js';
import type { FileWays } from '../../views/offboarding/files.js';
import { type FileAsked, type HandoverDeps, handOver } from './file-handover.js';

/** What making such a file takes. */
export interface ApprovalLinkDeps extends HandoverDeps {
  readonly store: Store;
  readonly batches: Pick<TenantBatches, 'progress'>;
  readonly relationships: Pick<Relationships, 'approvalLink'>;
  readonly spreadsheets: Spreadsheets;
  /** By role template id. */
  readonly roleNames: ReadonlyMap<string, string>;
  readonly clock: Clock;
}

const rowsOfSlice = 200;

/** Makes files of approval links. */
export class ApprovalLinkFiles {
  readonly #deps: ApprovalLinkDeps;

  constructor(deps: ApprovalLinkDeps) {
    this.#deps = deps;
  }

  /**
   * The ways to the file with the links that can be approved now, in the language of the chat; `undefined`: there are none. It's
   * written down when it's opened, as the role is asked again then.
   * @throws StoreError when it can't be kept for them.
   */
  async make(batchId: string, format: TableFormat, asked: FileAsked): Promise<FileWays | undefined> {
    const { spreadsheets, roleNames, clock } = this.#deps;
    const context = asked.context();
    const { words } = context;
    const rows = this.#rowsOf(batchId);
    if (rows.length === 0) return undefined;
    const language = messageLanguageFor(words.language.tag) ?? 'en';
    const table = linkTable(inSlicesOf(rows), { sender: asked.turn.actor, language }, { context, roleNames });
    const bytes = await spreadsheets.write(table, format);
    // "2026-11-29T20:15:00.000Z" as "20261129-2015".
    const stamp = clock.now().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
    const file: HandedFile = {
      name: `gatehouse-approval-links-${stamp}.${format}`,
      contentType: handedTypes[format],
      bytes,
      leastRole: leastRoleFor('takeApprovalLink'),
      what: 'approvalLinksOpened',
      subject: `${batchId} ${format} ${rows.length}`,
    };
    return handOver(file, words.exporting.label({ format: words.exporting.formats[format] }), asked, this.#deps);
  }

  #rowsOf(batchId: string): readonly LinkRow[] {
    const { store, batches, relationships } = this.#deps;
    const batch = store.batch(batchId);
    return (batch ? batches.progress(batch).doneTo : []).flatMap((tenant) => {
      const request = approvalRequestOf(tenant);
      return request ? [{ tenant, link: relationships.approvalLink(request.relationship.id) }] : [];
    });
  }
}

async function* inSlicesOf(rows: readonly LinkRow[]) {
  for (let first = 0; first < rows.length; first += rowsOfSlice) yield rows.slice(first, first + rowsOfSlice);
}

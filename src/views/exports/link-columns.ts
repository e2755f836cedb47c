// The table of a file with the approval links of a batch: each opens what a customer can approve, so it's for operators and admins.
import type { MessageLanguage } from '../../domain/message-languages.js';
import type { Person } from '../../domain/person.js';
import type { Table } from '../../domain/table.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { requestExpiry } from '../../domain/tenant/waiting-request.js';
import { customerMessageText } from '../tenant/customer-message.js';
import { type ExportColumn, type ExportContext, momentColumn, textColumn } from './column.js';
import { type Slices, tableOf } from './tables.js';
import { namingColumns } from './tenant-columns.js';

/** A tenant whose customer can approve, and where. */
export interface LinkRow {
  readonly tenant: Tenant;
  readonly link: string;
}

/** Who sends the messages, and in which language. */
export interface LinkSender {
  readonly sender: Person;
  readonly language: MessageLanguage;
}

/** The table, with the message to each customer, which has several lines. */
export function linkTable(rows: Slices<LinkRow>, { sender, language }: LinkSender, made: ExportContext): Table {
  const { context } = made;
  const named = sender.name || context.partnerName || context.words.card.nameless;
  const columns: readonly ExportColumn<LinkRow>[] = [
    ...namingColumns<LinkRow>(({ tenant }) => tenant),
    textColumn('approvalLink', 60, ({ link }) => link),
    momentColumn('expiresAt', ({ tenant }) => requestExpiry(tenant)),
    {
      key: 'message',
      holds: 'text',
      width: 80,
      of: ({ tenant, link }) => customerMessageText(tenant, { link, sender: named, language }, context),
    },
  ];
  return tableOf(context.words.exporting.approvalLinks, columns, rows, made);
}

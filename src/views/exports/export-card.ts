// The card of `/export`: what can be taken out, and the way to a file that was made.
import { type ExportKind, exportKinds } from '../../domain/export-kind.js';
import type { NotUnderstood } from '../../domain/query/query-page.js';
import { type TableFormat, tableFormats } from '../../domain/table.js';
import { notUnderstoodWords, searchHelpButton } from '../explain/query-problems.js';
import { type FileWays, linksOf, waysNotice } from '../offboarding/files.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

/** What a person takes out. */
export interface ExportChoice {
  readonly kind: ExportKind;
  readonly format: TableFormat;
  /** Which tenants, as in `/tenants`; empty: all. */
  readonly search: string;
}

/** The file that was made. */
export interface MadeExport {
  readonly rows: number;
  /** Whether there are more rows than a file may have. */
  readonly isCut: boolean;
  /** Absent: there are no rows, so no file was made. */
  readonly ways?: FileWays | undefined;
}

/** What the card says beside the choices. */
export interface ExportSays {
  readonly made?: MadeExport | undefined;
  /** Of the search, so that no file was made. */
  readonly notUnderstood?: NotUnderstood | undefined;
  /** The choices are made, and a button makes the file. */
  readonly isAsking?: boolean | undefined;
}

/** The most rows of a file. */
export const mostExportedRows = 100_000;

/** The card with the choices, and what became of them. */
export function exportView(choice: ExportChoice, context: ViewContext, says: ExportSays = {}): Card {
  const { made, notUnderstood } = says;
  const { exporting } = context.words;
  const title = titleOf(choice, context, made);
  const ways = made?.ways;
  const data = {
    title,
    lines: linesOf(choice, context, says),
    ways: ways ? waysNotice(ways, context.words) : '',
    links: ways ? linksOf(ways, title, context.words) : [],
    kindLabel: exporting.kind,
    kind: choice.kind,
    kinds: exportKinds.map((value) => ({ title: exporting.kinds[value], value })),
    searchLabel: exporting.search,
    searchHint: exporting.searchHint,
    search: literal(choice.search, 200),
    formatLabel: exporting.format,
    format: choice.format,
    formats: tableFormats.map((value) => ({ title: exporting.formats[value], value })),
    actions: [
      makeButton(context, made),
      ...(notUnderstood ? [searchHelpButton(context.words)] : []),
      listButton({}, context.words),
    ],
  };
  return render('export', data, frameOf(context, title));
}

/** One line for a phone's lock screen. */
export function exportSummary(choice: ExportChoice, context: ViewContext, made?: MadeExport): Literal {
  return titleOf(choice, context, made);
}

function titleOf({ kind }: ExportChoice, { words: { exporting } }: ViewContext, made: MadeExport | undefined): Literal {
  return made ? exporting.made({ kind: exporting.kinds[kind], rows: made.rows }) : exporting.title;
}

function linesOf(
  { kind, search }: ExportChoice,
  { words }: ViewContext,
  { made, notUnderstood, isAsking }: ExportSays,
): readonly Literal[] {
  const { exporting } = words;
  // The search stays in its field, where it can be corrected.
  if (notUnderstood) return [notUnderstoodWords(notUnderstood, words)];
  const cut = kind === 'history' ? exporting.cutHistory : exporting.cut;
  if (!made) return isAsking ? [exporting.intro, exporting.asking] : [exporting.intro];
  return [
    ...(search === '' ? [] : [exporting.searched({ search: literal(search, 200) })]),
    ...(made.rows === 0 ? [exporting.nothing] : []),
    ...(made.isCut ? [cut({ most: mostExportedRows })] : []),
  ];
}

function makeButton({ words: { exporting } }: ViewContext, made: MadeExport | undefined): Button {
  return {
    title: made ? exporting.makeAgain : exporting.make,
    tooltip: exporting.makeTooltip,
    verb: 'export.make',
    data: {},
    style: made?.ways ? 'default' : 'positive',
  };
}

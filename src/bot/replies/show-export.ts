// The answer to /export: which rows in which format is read from what was typed, and a file is made of them.
import { type ExportKind, exportKinds } from '../../domain/export-kind.js';
import { foldText } from '../../domain/folding.js';
import { type TableFormat, tableFormats } from '../../domain/table.js';
import { languages, wordsIn } from '../../views/catalogue.js';
import { type ExportChoice, exportSummary, exportView } from '../../views/exports/export-card.js';
import { leastRoleForExport } from '../files/exports.js';
import { denial } from '../people/permissions.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { refusal } from './failure.js';

const mostSearch = 200;

/** The file; where others read the chat, or no rows are named, the card on which a person chooses and gets it alone. */
export async function showExport(services: BotServices, argument: string, turn: Turn): Promise<Reply> {
  const choice = exportChoiceIn(argument);
  // A link in a post would open for everyone who reads it.
  if (choice.isNamed && turn.isPersonal) return makeExport(services, choice, turn);
  const context = services.context();
  const isAsking = choice.isNamed;
  return { card: exportView(choice, context, { isAsking }), summary: exportSummary(choice, context) };
}

/** The file of a choice, for the person who asks; a refusal, where it takes another role. @throws StoreError */
export async function makeExport(
  services: BotServices,
  { kind, format, search }: ExportChoice,
  turn: Turn,
): Promise<Reply> {
  const { roles, denials } = services;
  const least = leastRoleForExport(kind);
  const role = await roles.roleOf(turn.actor);
  const isNotChecked = roles.isNotChecked(turn.actor);
  const denied = denial(role, least, turn.actor, services.context().words, isNotChecked);
  if (denied !== undefined) {
    if (!isNotChecked) await denials.record({ by: turn.actor.id, asked: 'export.make' });
    return refusal(services, denied);
  }
  return services.exports.make({ kind, format, search }, { turn, context: services.context });
}

/**
 * What a typed text such as `tenants tag:vip csv` chooses. Rows are named in any language, or not at all: then they're tenants.
 * `isNamed`: rows or a search are.
 */
export function exportChoiceIn(argument: string): ExportChoice & { readonly isNamed: boolean } {
  const { rest, format = 'xlsx' } = formatIn(argument.trim());
  const { kind, search } = kindIn(rest);
  return { kind: kind ?? 'tenants', format, search: search.slice(0, mostSearch), isNamed: rest !== '' };
}

function formatIn(text: string): { readonly rest: string; readonly format?: TableFormat } {
  const [, rest = '', last = ''] = /^(.*?)(\S*)$/su.exec(text) ?? [];
  const typed = last.toLowerCase().replace(/^\./, '');
  const format = tableFormats.find((each) => typed === each) ?? (typed === 'excel' ? 'xlsx' : undefined);
  return format ? { rest: rest.trim(), format } : { rest: text };
}

function kindIn(text: string): { readonly kind?: ExportKind; readonly search: string } {
  const words = text.split(/\s+/u);
  const most = Math.min(3, words.length);
  for (let count = most; count > 0; count -= 1) {
    const kind = kindNames().get(foldText(words.slice(0, count).join(' ')));
    if (kind) return { kind, search: words.slice(count).join(' ') };
  }
  return { search: text };
}

let names: ReadonlyMap<string, ExportKind> | undefined;

// In every language; where a word means two things, English counts.
function kindNames(): ReadonlyMap<string, ExportKind> {
  names ??= new Map([
    ...[...languages]
      .reverse()
      .flatMap((language) =>
        exportKinds.map((kind) => [foldText(wordsIn(language).exporting.kinds[kind]), kind] as const),
      ),
    ...exportKinds.map((kind) => [kind, kind] as const),
  ]);
  return names;
}

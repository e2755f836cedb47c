// The answer to /import, and its yes: what the rows that a person hands in would change, kept until they say yes.
import { randomUUID } from 'node:crypto';
import { templateFor } from '../../domain/access/access-templates.js';
import type { CandidateOwner } from '../../domain/batch/import-columns.js';
import {
  hasHeadings,
  type ImportDeps,
  ImportReader,
  importColumns,
  type TenantImport,
} from '../../domain/batch/tenant-import.js';
import { foldText } from '../../domain/folding.js';
import type { Person } from '../../domain/person.js';
import type { GivenRow } from '../../domain/table.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { inSlices } from '../../runtime/in-slices.js';
import {
  type AskedImport,
  columnTitles,
  importHelpView,
  importTitle,
  importView,
} from '../../views/batch/import-question.js';
import { languages, wordsIn } from '../../views/catalogue.js';
import { notGivenWords } from '../../views/explain/not-given.js';
import type { Literal } from '../../views/words/text-types.js';
import { mayAsk } from '../people/permissions.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { knownPeople } from './known-people.js';
import { showBatch, showSame } from './show-batch.js';

/** Answers `/import`. `lines`: those below it. @throws StoreError */
export async function showImport(services: BotServices, lines: string, turn: Turn): Promise<Reply> {
  const { words } = services.context();
  const { importing } = words;
  if (!turn.isPersonal) return help(services, importing.ownChat);
  const given = await services.given.rows(lines, turn);
  if (!given) return help(services);
  if ('notGiven' in given) return help(services, notGivenWords(given.notGiven, words));
  const headings = headingsInEveryLanguage();
  const [first, ...rows] = given.rows;
  if (!first || !hasHeadings(given.rows, { headings }))
    return help(services, importing.noHeadings(columnTitles(words)));
  return askChanges(services, await foundIn(first, rows, await depsFor(services, rows, turn, headings)), turn);
}

/** Asks about changes, and keeps them until the yes. @throws StoreError */
export async function askChanges(
  services: BotServices,
  found: TenantImport,
  turn: Turn,
  { owner, beside = [] }: Partial<Pick<AskedImport, 'owner' | 'beside'>> = {},
): Promise<Reply> {
  const same = found.changes.length > 0 ? services.batches.waitingImport(found.changes) : undefined;
  if (same) return showSame(services, same, turn);
  const batchId = randomUUID();
  const { actor: by, conversationId } = turn;
  if (found.changes.length > 0) await services.batches.prepare({ batchId, by, conversationId }, found.changes, owner);
  const context = services.context();
  const tenantOf = (tenantId: string) => services.store.tenant(tenantId);
  const meantBy = (name: string) =>
    services.tenantList.page({ search: name, page: 1 }).elsewhere?.near[0]?.customer.displayName;
  const changed = found.changes.map(({ tenantId, change }) => ({ tenantId, ...change }));
  const takesSecond = services.batches.takesSecond({ do: 'import' }, changed);
  return {
    card: importView({ batchId, found, owner, beside, takesSecond, tenantOf, meantBy }, context),
    summary: importTitle({ found, owner }, context),
  };
}

/** Begins what a person has seen the preview of; a second time it shows what was begun. @throws StoreError */
export async function beginImport(services: BotServices, batchId: string, turn: Turn): Promise<Reply> {
  const batch = services.store.batch(batchId);
  if (!batch || (batch.isAsked && batch.by.id !== turn.actor.id))
    return help(services, services.context().words.importing.lost);
  if (batch.isAsked) {
    // Its question may be older than another that was answered.
    const rows = [...services.store.batchTenants(batchId)];
    const same = services.batches.waitingImport(rows.map((row) => ({ tenantId: row.tenantId, change: row })));
    if (same) return showSame(services, same, turn);
    await services.batches.beginPrepared(batchId);
  }
  return { ...showBatch(services, batchId, turn), othersMustSee: true };
}

function help(services: BotServices, ...lines: readonly Literal[]): Reply {
  const context = services.context();
  return { card: importHelpView(lines, context), summary: context.words.importing.title };
}

async function foundIn(first: GivenRow, rows: readonly GivenRow[], deps: ImportDeps): Promise<TenantImport> {
  const reader = new ImportReader(first, deps);
  for await (const slice of inSlices(rows)) for (const row of slice) reader.take(row);
  return reader.result;
}

async function depsFor(
  services: BotServices,
  rows: readonly GivenRow[],
  { actor: by }: Turn,
  headings: ImportDeps['headings'],
): Promise<ImportDeps> {
  const { store, context } = services;
  const { templates } = context();
  const named = new Map<string, Tenant[]>();
  const people = new Map([...(await knownPeople(services)), [by.id, by]]);
  for await (const slice of inSlices(store.tenants())) {
    for (const tenant of slice) {
      // Former customers aren't in the list, and no one names them.
      if (tenant.formerCustomer) continue;
      const { displayName, domain } = tenant.customer;
      for (const name of new Set([foldText(displayName), foldText(domain)])) addTo(named, name, tenant);
    }
  }
  return {
    headings,
    names: { byId: (tenantId) => store.tenant(tenantId), named },
    templates: new Set(templates.templates.keys()),
    templateOf: (tenant) => templateFor(templates, tenant).name,
    people: await namedIn(services, rows, people.values()),
    by,
    mayTakeOver: await mayAsk(services, by, 'importOver'),
  };
}

/** Those of the people who stand in some cell, by what they stand there as; others needn't be asked about. */
async function namedIn(
  services: BotServices,
  rows: readonly GivenRow[],
  people: Iterable<Person>,
): Promise<ImportDeps['people']> {
  const cells = new Set<string>();
  for await (const slice of inSlices(rows))
    for (const { cells: ofRow } of slice) for (const cell of ofRow) cells.add(foldText(cell));
  const found = new Map<string, CandidateOwner[]>();
  for (const person of people) {
    const names = [foldText(person.name), foldText(person.id)].filter((name) => cells.has(name));
    if (names.length === 0) continue;
    const mayOwn = await mayAsk(services, person, 'take');
    for (const name of new Set(names)) addTo(found, name, { ...person, mayOwn });
  }
  return found;
}

function addTo<Of>(lists: Map<string, Of[]>, name: string, each: Of): void {
  const known = lists.get(name);
  if (known) known.push(each);
  else lists.set(name, [each]);
}

let known: ImportDeps['headings'] | undefined;

// As `/export` writes them in any language, and the keys by which its docs call them. Where one means two things, English counts.
function headingsInEveryLanguage(): ImportDeps['headings'] {
  const isTaken = (key: string) => importColumns.find((each) => each === key) ?? 'other';
  known ??= new Map(
    [...languages]
      .reverse()
      .flatMap((language) =>
        Object.entries(wordsIn(language).exporting.columns).flatMap(([key, title]) =>
          [title, key].map((name) => [foldText(name), isTaken(key)] as const),
        ),
      ),
  );
  return known;
}

// The typed commands that take a query: one tenant is answered for itself, several with the dry run of a batch.
import type { UniformAction } from '../../domain/batch/batch.js';
import { foldText, namedBy } from '../../domain/folding.js';
import type { GivenRows } from '../../domain/table.js';
import { tagRequestIn, tagsIn } from '../../domain/tag.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { languages, wordsIn } from '../../views/catalogue.js';
import { notGivenWords } from '../../views/explain/not-given.js';
import { messageView } from '../../views/render/message.js';
import { bare, literal } from '../../views/render/text.js';
import type { BotServices } from '../replies/bot-services.js';
import { tenantsInRows } from '../replies/named-rows.js';
import { namedTenant } from '../replies/named-tenant.js';
import { askBatch, askBatchOf, tenantsFor } from '../replies/show-batch.js';
import { showList } from '../replies/show-list.js';
import { tagTenant } from '../replies/tag-tenant.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { Below } from './typed-commands.js';

// What a yes can carry back; a part of a query would find others.
const mostSearch = 200;

/** A command without more than a query. */
export interface BatchCommand {
  readonly action: Exclude<UniformAction, { readonly do: 'tag' }>;
  /** As it's called in the conversation. */
  readonly word: string;
  /** The answer where one tenant is named, or none. */
  readonly forOne: (search: string) => Reply | Promise<Reply>;
}

/** Answers such a command: of several tenants nothing is done. */
export async function answerBatchCommand(
  services: BotServices,
  { action, word, forOne }: BatchCommand,
  query: ListQuery,
  turn: Turn,
  below?: Below,
): Promise<Reply> {
  const given = await services.given.rows(rowLinesOf(below), turn);
  if (given) return answerRows(services, action, given, turn, below);
  const { search, status } = query;
  if (status === undefined && search === '') {
    const { replies, query: texts } = services.context().words;
    const notice = replies.whichTenants({ command: literal(`/${word}`), all: bare(texts.names.all[0] ?? '') });
    return showList(services, query, notice);
  }
  if (status === undefined && isEveryone(services, search)) return askBatch(services, action, { search: '' }, turn);
  const fits = search.length <= mostSearch;
  const isOne = status === undefined && namedTenant(services, search).tenant !== undefined;
  const isNone = status === undefined && (!fits || tenantsFor(services, query).length === 0);
  if (isOne || isNone) return forOne(search);
  return askBatch(services, action, query, turn);
}

/** Whether every tenant is meant, as in "/enable all", and none that is called so. */
export function isEveryone(services: BotServices, search: string): boolean {
  const typed = foldText(search);
  const isWord = languages.some((each) => wordsIn(each).query.names.all.some((word) => foldText(word) === typed));
  return isWord && namedBy(search, services.tenantList.find(search).listed, nameOf).length === 0;
}

function nameOf({ customer }: Tenant): string {
  return customer.displayName;
}

/** What stands on the command's own line is the first row, if anything does; empty: there's none. */
export function rowLinesOf(below: Below | undefined): string {
  return below ? [below.argument, below.lines].filter((lines) => lines !== '').join('\n') : '';
}

async function answerRows(
  services: BotServices,
  action: UniformAction,
  given: GivenRows,
  turn: Turn,
  below: Below | undefined,
): Promise<Reply> {
  if ('rows' in given) {
    const { tenants, wrong } = await tenantsInRows(services, given.rows);
    const isOneLine = below?.isOneLine && !turn.attached;
    const shown = isOneLine ? wrong.map(({ line: _, ...row }) => row) : wrong;
    return askBatchOf(services, action, { tenants, wrong: shown }, turn);
  }
  const { words } = services.context();
  const title = notGivenWords(given.notGiven, words);
  return { card: messageView({ title, lines: [] }, services.context()), summary: title };
}

/** Answers `/tag`: one tenant at once, several, or those that rows name, with the dry run. */
export async function answerTag(services: BotServices, argument: string, turn: Turn, below?: Below): Promise<Reply> {
  const asked = tagsIn(below?.argument ?? argument);
  const areTags = asked.notTags.length === 0 && asked.added.length + asked.removed.length > 0;
  const given = areTags ? await services.given.rows(below?.lines ?? '', turn) : undefined;
  if (given) return answerRows(services, { do: 'tag', added: asked.added, removed: asked.removed }, given, turn, below);
  const isName = (name: string) => isEveryone(services, name) || services.tenantList.find(name).listed.length > 0;
  const { search, added, removed, notTags } = tagRequestIn(argument, isName);
  const areAll = isEveryone(services, search);
  const isOne = !areAll && (search === '' || namedTenant(services, search).tenant !== undefined);
  const isBatch =
    !isOne &&
    search.length <= mostSearch &&
    isName(search) &&
    notTags.length === 0 &&
    added.length + removed.length > 0;
  if (!isBatch) return tagTenant(services, argument, turn);
  return askBatch(services, { do: 'tag', added, removed }, { search: areAll ? '' : search }, turn);
}

// The answers to /view and /views: a person's views, one of them opened, and one saved, changed or deleted.
import { foldText } from '../../domain/folding.js';
import type { Person } from '../../domain/person.js';
import { printTerm } from '../../domain/query/print-query.js';
import {
  type SavedView,
  type SavedViews,
  type ViewWish,
  viewNamed,
  withoutView,
  withView,
} from '../../domain/query/saved-views.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import { commitLatest } from '../../operations/commit.js';
import { inSlices } from '../../runtime/in-slices.js';
import { nearest } from '../../runtime/nearest.js';
import { type Words, wordsIn } from '../../views/catalogue.js';
import { queryNames } from '../../views/explain/query-words.js';
import { messageView } from '../../views/render/message.js';
import { literal } from '../../views/render/text.js';
import {
  type CountedView,
  editViewView,
  savedViewsView,
  type ViewDraft,
  viewRefusal,
  viewsButton,
  viewsOfEachView,
  viewsPerPage,
} from '../../views/tenant/saved-views.js';
import type { Literal } from '../../views/words/text-types.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { showList } from './show-list.js';

/** The views of a person; none, where nothing is kept of them. */
export function viewsOf({ store }: Pick<BotServices, 'store'>, { id }: Pick<Person, 'id'>): SavedViews {
  return store.savedViews(id) ?? { personId: id, views: [] };
}

/** A page of a person's views, each with what it finds now. To be shown to that person alone. */
export async function showViews(
  services: BotServices,
  { actor }: Turn,
  { notice, page: wanted = 1 }: { readonly notice?: Literal | undefined; readonly page?: number } = {},
): Promise<Reply> {
  const context = services.context();
  const all = viewsOf(services, actor);
  const pages = Math.max(1, Math.ceil(all.views.length / viewsPerPage));
  const page = Math.min(wanted, pages);
  const views: CountedView[] = [];
  // Each may go through all tenants.
  for await (const [view] of inSlices(all.views.slice((page - 1) * viewsPerPage, page * viewsPerPage), 1)) {
    if (!view) continue;
    const { total: count, notUnderstood } = services.tenantList.page({ search: view.query, page: 1 });
    views.push({ ...view, count, notUnderstood });
  }
  const { title } = context.words.savedViews;
  return { card: savedViewsView({ views, page, pages }, all, context, notice), summary: title };
}

/** Answers `/views`. */
export function answerViews(services: BotServices, turn: Turn, ...lines: readonly Literal[]): Promise<Reply> | Reply {
  const [notice] = lines;
  if (turn.isPersonal) return showViews(services, turn, { notice });
  const context = services.context();
  return { card: viewsOfEachView(lines, context), summary: context.words.savedViews.title };
}

/** Answers `/view`, with a name, or with what becomes of one. @throws StoreError */
export async function answerView(services: BotServices, argument: string, turn: Turn): Promise<Reply> {
  const { savedViews } = services.context().words;
  if (argument === '') return answerViews(services, turn);
  const all = viewsOf(services, turn.actor);
  const view = viewNamed(all, argument);
  if (view) return showList(services, { search: view.query, page: 1 }, openedNotice(view, services));
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(argument) ?? [];
  if (isAsked('save', word, services)) return saveTyped(services, rest, turn);
  const gone = isAsked('delete', word, services) ? viewNamed(all, rest) : undefined;
  if (gone) return deleteView(services, gone.name, turn);
  const unknown = savedViews.unknown({ name: literal(argument, 40) });
  const meant = meantBy(argument, all);
  const didYouMean = meant && savedViews.didYouMean({ name: literal(meant.name, 40) });
  return answerViews(services, turn, ...(didYouMean ? [literal(`${unknown} ${didYouMean}`, 200)] : [unknown]));
}

/** The list that `/tenants` opens with; `undefined`: every tenant. What others read opens with every tenant. */
export function firstList(services: BotServices, { actor, isPersonal }: Turn): Reply | undefined {
  const all = viewsOf(services, actor);
  const view = isPersonal && all.opensWith !== undefined ? viewNamed(all, all.opensWith) : undefined;
  return view && showList(services, { search: view.query, page: 1 }, openedNotice(view, services));
}

function openedNotice({ name }: SavedView, services: BotServices): Literal {
  return services.context().words.savedViews.opened({ name: literal(name, 40) });
}

function isAsked(what: 'save' | 'delete', word: string, services: BotServices): boolean {
  const said = foldText(word);
  const { words } = services.context();
  return [words, wordsIn('en')].some(({ savedViews }) =>
    savedViews.asked[what].some((each) => foldText(each) === said),
  );
}

// A typo, or the beginning of a name.
function meantBy(typed: string, { views }: SavedViews): SavedView | undefined {
  const wanted = foldText(typed);
  const names = views.map(({ name }) => foldText(name));
  const close = nearest(wanted, names, Math.min(3, Math.max(1, Math.floor(wanted.length / 3))));
  const meant = close ?? names.find((name) => name.startsWith(wanted));
  return meant === undefined ? undefined : views[names.indexOf(meant)];
}

// "important = tag:vip", or a name alone for what the list showed last.
async function saveTyped(services: BotServices, typed: string, turn: Turn): Promise<Reply> {
  const [, name, query] = /^(.*?)\s+=\s+(.*)$/su.exec(typed) ?? [];
  if (name !== undefined && query !== undefined)
    return saveView(services, { name, query: services.tenantList.typedBy(query, turn.actor) }, turn);
  const last = turn.isPersonal ? services.lastListIn(turn.conversationId) : undefined;
  const search = last ? queryShown(last, services.context().words) : '';
  // A query without a name is no name.
  const isQuery = typed !== '' && services.tenantList.tenantsOf(typed).query.terms.length > 0;
  if (typed !== '' && search !== '' && !isQuery)
    return editView(services, { name: typed, query: search, opensList: false });
  const context = services.context();
  const { title, howToSave } = context.words.savedViews;
  return {
    card: messageView({ title, lines: [howToSave], actions: [viewsButton(context.words)] }, context),
    summary: title,
  };
}

/** A query as it's typed for what a list shows; empty: every tenant. */
export function queryShown({ search, status }: Pick<ListQuery, 'search' | 'status'>, words: Words): string {
  const condition = { key: 'status', anyOf: status ? [status] : [] } as const;
  const term = status ? printTerm({ isNot: false, condition }, queryNames(words)) : '';
  return [search, term].filter((part) => part !== '').join(' ');
}

/** The card on which a view is saved or changed. */
export function editView(services: BotServices, draft: ViewDraft, notice?: Literal): Reply {
  const context = services.context();
  return { card: editViewView(draft, context, notice), summary: context.words.savedViews.title };
}

/**
 * Saves a view of the person's: the list shows it then, or, where one was changed, all their views do.
 * @throws StoreError
 */
export async function saveView(services: BotServices, wish: ViewWish, turn: Turn): Promise<Reply> {
  const { words } = services.context();
  const before = viewNamed(viewsOf(services, turn.actor), wish.instead ?? wish.name);
  const refused = await changeViews(services, turn, (all) => withView(all, wish));
  if (refused) {
    const { name, query, instead, opensList = false } = wish;
    return editView(services, { name, query, instead, opensList }, viewRefusal(refused, name, words));
  }
  const name = literal(wish.name, 40);
  const isOther = before !== undefined && before.query !== wish.query.trim();
  const notice = isOther
    ? words.savedViews.replaced({ name, query: literal(before.query, 200) })
    : words.savedViews.saved({ name });
  if (wish.instead !== undefined) return showViews(services, turn, { notice });
  return showList(services, { search: wish.query, page: 1 }, notice);
}

/** Deletes a view of the person's. @throws StoreError */
export async function deleteView(services: BotServices, name: string, turn: Turn): Promise<Reply> {
  const { savedViews } = services.context().words;
  const view = viewNamed(viewsOf(services, turn.actor), name);
  if (!view) return answerViews(services, turn);
  await changeViews(services, turn, (all) => {
    const gone = viewNamed(all, name);
    return gone ? withoutView(all, gone) : all;
  });
  const said = { name: literal(view.name, 40), query: literal(view.query, 200) };
  return answerViews(services, turn, savedViews.deleted(said));
}

/** Changes a person's views as they are by then. Resolves to why that wasn't done. */
async function changeViews<Refusal extends string = never>(
  { store }: BotServices,
  { actor }: Turn,
  next: (all: SavedViews) => SavedViews | { readonly refused: Refusal },
): Promise<Refusal | undefined> {
  let refused: Refusal | undefined;
  await commitLatest(store, () => {
    const changed = next(viewsOf({ store }, actor));
    refused = 'refused' in changed ? changed.refused : undefined;
    if ('refused' in changed) return undefined;
    const basedOn = [store.rowVersion('savedViews', actor.id)];
    if (changed.views.length === 0) return { basedOn, forgottenViewsOf: [actor.id] };
    return { basedOn, savedViews: [changed] };
  });
  return refused;
}

// Views: queries that a person keeps by names of their own.
import { foldText } from '../folding.js';

/** A query by a name. */
export interface SavedView {
  /** As its person wrote it, 40 characters at most. */
  readonly name: string;
  /** As it's typed, in the words of any language. */
  readonly query: string;
}

/** The views of one person, in the order of their saving. */
export interface SavedViews {
  /** Entra object id. */
  readonly personId: string;
  readonly views: readonly SavedView[];
  /** The name of the view that the list opens with in the person's own chat. Absent: it opens with every tenant. */
  readonly opensWith?: string | undefined;
}

/** How many views a person can have, and how many characters their parts. */
export const mostViews = 20;
/** Characters of a name. */
export const mostViewName = 40;
/** Characters of a query: as many as a button can carry. */
export const mostViewQuery = 200;

/** Why a view isn't saved. */
export type ViewRefusal = 'noName' | 'longName' | 'noQuery' | 'longQuery' | 'nameTaken' | 'tooManyViews';

/** What is to be saved. */
export interface ViewWish extends SavedView {
  /** The name of the view that it takes the place of. Absent: one of the same name, or none. */
  readonly instead?: string | undefined;
  /** Whether the list is to open with it. Absent: that stays as it is. */
  readonly opensList?: boolean | undefined;
}

/** The view of that name, in whatever case and spelling. */
export function viewNamed({ views }: SavedViews, name: string): SavedView | undefined {
  const wanted = foldText(name);
  return views.find((each) => each.name === name) ?? views.find((each) => foldText(each.name) === wanted);
}

/** The person's views with a view that is new or changed. One of the same name is replaced, unless another is to be renamed to it. */
export function withView(all: SavedViews, wish: ViewWish): SavedViews | { readonly refused: ViewRefusal } {
  const name = tidy(wish.name);
  const query = tidy(wish.query);
  const refused = whyNot(name, query);
  if (refused) return { refused };
  const same = viewNamed(all, name);
  const before = wish.instead === undefined ? same : viewNamed(all, wish.instead);
  if (same && before && same !== before) return { refused: 'nameTaken' };
  if (!before && all.views.length >= mostViews) return { refused: 'tooManyViews' };
  const views = before
    ? all.views.map((each) => (each === before ? { name, query } : each))
    : [...all.views, { name, query }];
  const opened = all.opensWith !== undefined && all.opensWith === before?.name;
  const opens = wish.opensList ?? opened;
  const opensWith = opens ? name : opened ? undefined : all.opensWith;
  return { personId: all.personId, views, ...(opensWith !== undefined && { opensWith }) };
}

/** The person's views without one. */
export function withoutView({ personId, views, opensWith }: SavedViews, gone: SavedView): SavedViews {
  const opens = opensWith !== undefined && opensWith !== gone.name;
  return { personId, views: views.filter((each) => each !== gone), ...(opens && { opensWith }) };
}

function whyNot(name: string, query: string): ViewRefusal | undefined {
  if (foldText(name) === '') return 'noName';
  if ([...name].length > mostViewName) return 'longName';
  if (query === '') return 'noQuery';
  return query.length > mostViewQuery ? 'longQuery' : undefined;
}

// As on one line.
function tidy(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

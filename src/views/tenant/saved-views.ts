// A person's views: the list of them, and the card on which one is saved or changed.
import type { NotUnderstood } from '../../domain/query/query-page.js';
import {
  mostViewName,
  mostViewQuery,
  mostViews,
  type SavedView,
  type SavedViews,
  type ViewRefusal,
} from '../../domain/query/saved-views.js';
import type { Words } from '../catalogue.js';
import { queryButton, queryProblemWords } from '../explain/query-problems.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { joined, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

// As much of a search as a row takes.
const mostQueryShown = 60;

/** A view, and what it finds now. */
export interface CountedView extends SavedView {
  /** How many tenants. */
  readonly count: number;
  /** What of its query isn't understood any more, such as a tag that no tenant has. Absent: all is. */
  readonly notUnderstood?: NotUnderstood | undefined;
}

/** How many views fit on a card with the longest names and searches. */
export const viewsPerPage = 10;

/** A page of a person's views. */
export interface ViewsPage {
  readonly views: readonly CountedView[];
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
}

/** The card with a page of a person's views. `notice`: what was just done. */
export function savedViewsView(
  { views, page, pages }: ViewsPage,
  { opensWith }: Pick<SavedViews, 'opensWith'>,
  context: ViewContext,
  notice: Literal = '',
): Card {
  const { words } = context;
  const { savedViews } = words;
  const data = {
    title: savedViews.title,
    notice,
    what: views.length === 0 ? savedViews.none : savedViews.what,
    rows: views.map((view) => ({
      name: literal(view.name, mostViewName),
      query: literal(view.query, mostQueryShown),
      found: joined([foundBy(view, words), view.name === opensWith ? savedViews.opensList : ''], ' · '),
      open: openViewButton(view, words),
      edit: editButton(view, words),
    })),
    hint: savedViews.hint,
    actions: [...pageButtons(page, pages, words), listButton({}, words)],
  };
  return render('saved-views', data, frameOf(context, savedViews.title));
}

function pageButtons(page: number, pages: number, { buttons }: Words): readonly Button[] {
  const to = (title: Literal, wanted: number): Button => {
    const tooltip = buttons.ofPages({ title, page: wanted, pages });
    return { title, tooltip, verb: 'views.list', data: { page: wanted }, style: 'default' };
  };
  return [...(page > 1 ? [to(buttons.previous, page - 1)] : []), ...(page < pages ? [to(buttons.next, page + 1)] : [])];
}

function foundBy({ count, notUnderstood }: CountedView, words: Words): Literal {
  if (notUnderstood) return queryProblemWords(notUnderstood.problem, words);
  return words.savedViews.count({ count });
}

/** To the list of what a view finds. */
export function openViewButton({ name, query }: SavedView, words: Words): Button {
  const title = literal(name, mostViewName);
  const tooltip = words.buttons.about({ title: words.buttons.open, subject: title });
  return { ...queryButton(query, words), title, tooltip };
}

function editButton({ name }: SavedView, { buttons, savedViews: { edit } }: Words): Button {
  const tooltip = buttons.about({ title: edit, subject: literal(name, mostViewName) });
  return { title: edit, tooltip, verb: 'view.edit', data: { viewName: name }, style: 'default' };
}

// The card's search box, which goes along, has no more.
const mostInBox = 100;

/** To the card on which what the list shows is saved. `query`: as it's typed. */
export function saveViewButton(query: string, { savedViews: { save } }: Words): Button {
  return {
    title: save,
    tooltip: save,
    verb: 'view.edit',
    data: query.length > mostInBox ? { query } : {},
    style: 'default',
  };
}

/** To a person's own views. */
export function viewsButton({ savedViews: { show } }: Words): Button {
  return { title: show, tooltip: show, verb: 'views.list', data: {}, style: 'default' };
}

/** In a conversation that others read: each has views of their own. `lines`: what is said first. */
export function viewsOfEachView(lines: readonly Literal[], context: ViewContext): Card {
  const { title, inCompany } = context.words.savedViews;
  return messageView({ title, lines: [...lines, inCompany], actions: [viewsButton(context.words)] }, context);
}

/** A view as it stands on its card. */
export interface ViewDraft extends SavedView {
  /** The name of the view that's changed. Absent: it's a new one. */
  readonly instead?: string | undefined;
  readonly opensList: boolean;
}

/** The card on which a view is saved or changed. `notice`: why that wasn't done. */
export function editViewView(draft: ViewDraft, context: ViewContext, notice: Literal = ''): Card {
  const { words } = context;
  const { form } = words.savedViews;
  const { instead } = draft;
  const title = instead === undefined ? form.titleNew : form.title;
  const about = instead === undefined ? {} : { viewName: instead };
  const button = (label: Literal, verb: 'view.save' | 'view.delete', style: Button['style']): Button => {
    const subject = instead === undefined ? title : literal(instead, mostViewName);
    return { title: label, tooltip: words.buttons.about({ title: label, subject }), verb, data: about, style };
  };
  const back =
    instead === undefined
      ? { ...queryButton(draft.query, words), tooltip: words.tenantList.toList }
      : viewsButton(words);
  const data = {
    title,
    notice,
    nameLabel: form.name,
    nameHint: form.nameHint,
    name: literal(draft.name, 2 * mostViewName),
    mostName: mostViewName,
    queryLabel: form.query,
    query: literal(draft.query, mostViewQuery),
    mostQuery: mostViewQuery,
    opensLabel: form.opensList,
    opens: `${draft.opensList}`,
    actions: [
      button(form.save, 'view.save', 'positive'),
      ...(instead === undefined ? [] : [button(form.delete, 'view.delete', 'destructive')]),
      { ...back, title: words.buttons.back },
    ],
  };
  return render('saved-view', data, frameOf(context, title));
}

/** Why a view isn't saved. */
export function viewRefusal(refused: ViewRefusal, name: string, { savedViews }: Words): Literal {
  const words = savedViews.refused;
  switch (refused) {
    case 'noName':
    case 'noQuery':
      return words[refused];
    case 'longName':
      return words.longName({ most: mostViewName });
    case 'longQuery':
      return words.longQuery({ most: mostViewQuery });
    case 'nameTaken':
      return words.nameTaken({ name: literal(name, mostViewName) });
    case 'tooManyViews':
      return words.tooManyViews({ most: mostViews });
    default:
      return refused satisfies never;
  }
}

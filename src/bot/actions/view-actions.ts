// The buttons of a person's views.

import { viewNamed } from '../../domain/query/saved-views.js';
import type { Verb } from '../../views/render/verbs.js';
import { deleteView, editView, queryShown, saveView, showViews, viewsOf } from '../replies/show-views.js';
import type { Reply } from '../turn/turn.js';
import type { Action, AnyClick } from './action.js';

/** What each verb of views does. */
export const viewActions = {
  'views.list': {
    target: 'none',
    run: ({ services, turn, click }) => showViews(services, turn, { page: click.query.page }),
  },
  'view.edit': { target: 'none', run: edit },
  'view.save': { target: 'none', run: save },
  'view.delete': { target: 'none', run: ({ services, turn, data }) => deleteView(services, data.viewName ?? '', turn) },
} satisfies Partial<Record<Verb, Action>>;

// One that the person has, or what the list shows.
async function edit({ services, turn, click, data }: AnyClick<'viewName'>): Promise<Reply> {
  const all = viewsOf(services, turn.actor);
  if (data.viewName === undefined) {
    const query = queryShown(click.query, services.context().words);
    return editView(services, { name: '', query, opensList: false });
  }
  const view = viewNamed(all, data.viewName);
  if (!view) return showViews(services, turn);
  return editView(services, { ...view, instead: view.name, opensList: view.name === all.opensWith });
}

function save({ services, turn, click, data }: AnyClick<'viewName' | 'name' | 'opensList'>): Promise<Reply> {
  const { viewName: instead, name = '', opensList = false } = data;
  // Of a new one nothing is said where the box isn't ticked.
  const opens = opensList || instead !== undefined ? opensList : undefined;
  return saveView(services, { name, query: click.query.search, opensList: opens, instead }, turn);
}

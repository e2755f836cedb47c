// Views: searches that a person keeps by a name.
import { icu } from './icu.js';

/** Names and searches are foreign text. */
export const savedViews = {
  title: 'Your views',
  what: 'A view is a search with a name. Your views are yours alone.',
  none: 'You have no views yet. Search in the list of tenants, then select “Save this view…” below it.',
  hint: 'Say /view and a name to open one, or “/view save important = tag:vip” to save one.',
  inCompany: 'Everyone in this conversation has views of their own. Select the button to see yours.',
  show: 'Your views',
  count: icu<{ count: number }>('{count, plural, one {# tenant} other {# tenants}}'),
  opensList: 'opens with /tenants',
  edit: 'Edit…',
  save: 'Save this view…',
  /** What people type after /view; English works in every language. */
  asked: { save: ['save', 'add'], delete: ['delete', 'remove'] },
  form: {
    titleNew: 'Save a view',
    title: 'Edit a view',
    name: 'Name',
    nameHint: 'Important customers',
    query: 'Search',
    opensList: '/tenants opens with this view in your own chat',
    save: 'Save',
    delete: 'Delete',
  },
  saved: ({ name }: { name: string }) => `Saved. Say /view ${name} to open it.`,
  replaced: ({ name, query }: { name: string; query: string }) =>
    `Saved. Before that, “${name}” searched for “${query}”.`,
  deleted: ({ name, query }: { name: string; query: string }) => `Deleted “${name}”, which searched for “${query}”.`,
  opened: ({ name }: { name: string }) =>
    `Your view “${name}”. To see all tenants, clear the search box and select Search.`,
  unknown: ({ name }: { name: string }) => `You have no view called “${name}”.`,
  didYouMean: ({ name }: { name: string }) => `Did you mean “${name}”?`,
  howToSave: 'Say /view save, a name, an equals sign and a search, such as “/view save important = tag:vip”.',
  refused: {
    noName: 'Give the view a name.',
    longName: ({ most }: { most: number }) => `The name is too long: ${most} characters at most.`,
    noQuery: 'Type what the view searches for.',
    longQuery: ({ most }: { most: number }) => `The search is too long: ${most} characters at most.`,
    nameTaken: ({ name }: { name: string }) => `You have another view called “${name}”.`,
    tooManyViews: ({ most }: { most: number }) => `You have ${most} views, which is the most. Delete one first.`,
  },
};

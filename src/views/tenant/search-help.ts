// How tenants are searched for: examples that are buttons, each with what it finds.
import { printQuery } from '../../domain/query/print-query.js';
import { everyTenant, type Query, type Term } from '../../domain/query/query.js';
import { queryButton } from '../explain/query-problems.js';
import { queryNames } from '../explain/query-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { literal } from '../render/text.js';

const term = (condition: Term['condition'], isNot = false): Term => ({ isNot, condition });
const ofTerms = (...terms: readonly Term[]): Query => ({ ...everyTenant, terms });

/** The examples, by what explains them. */
const examples = {
  name: { ...everyTenant, text: 'contoso' },
  status: ofTerms(term({ key: 'status', anyOf: ['needsApproval', 'issuesFound'] })),
  cause: ofTerms(term({ key: 'cause', anyOf: ['roleMissing'] })),
  tag: ofTerms(term({ key: 'tag', anyOf: ['vip'] })),
  template: ofTerms(term({ key: 'template', anyOf: ['default'] })),
  owner: ofTerms(term({ key: 'owner', anyOf: [{ is: 'me' }] })),
  endsWithin: ofTerms(term({ key: 'ends', end: { is: 'before', days: 30 } })),
  endsBefore: ofTerms(term({ key: 'ends', end: { is: 'before', day: '2027-01-31' } })),
  endsNever: ofTerms(term({ key: 'ends', end: { is: 'never' } })),
  pending: ofTerms(term({ key: 'pending', age: { is: 'over', days: 30 } })),
  ga: ofTerms(term({ key: 'ga', is: true })),
  dap: ofTerms(term({ key: 'dap', is: true })),
  leftover: ofTerms(term({ key: 'leftover', is: true })),
  drift: ofTerms(term({ key: 'drift', is: true })),
  earlier: ofTerms(term({ key: 'earlier', is: true })),
  snoozed: ofTerms(term({ key: 'snoozed', is: true })),
  accepted: ofTerms(term({ key: 'accepted', is: true })),
  not: ofTerms(term({ key: 'dap', is: true }), term({ key: 'status', anyOf: ['approved'] }, true)),
} satisfies Readonly<Record<string, Query>>;

/** The card of the query language. The example of a template is of one that there is. */
export function searchHelpView(context: ViewContext): Card {
  const { words, templates } = context;
  const { help } = words.query;
  const names = queryNames(words);
  const template = ofTerms(term({ key: 'template', anyOf: [templates.default] }));
  const rows = Object.entries({ ...examples, template }).map(([name, query]) => {
    const text = printQuery(query, names);
    return { say: literal(text), does: help.examples[name as keyof typeof examples], open: queryButton(text, words) };
  });
  const data = { title: help.title, what: help.what, rows, hint: help.hint, actions: [listButton({}, words)] };
  return render('search-help', data, frameOf(context, help.title));
}

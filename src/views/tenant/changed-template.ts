// What can be done about tenants whose access template has changed.
import { printQuery } from '../../domain/query/print-query.js';
import { type Condition, everyTenant } from '../../domain/query/query.js';
import type { Words } from '../catalogue.js';
import { queryNames } from '../explain/query-words.js';
import { listButton } from '../render/navigation.js';
import type { Button } from '../render/verbs.js';

/** Review, which plans their new requests and asks, and their list. With a name: of those of that template alone. */
export function changedButtons(template: string | undefined, words: Words): readonly Button[] {
  const { review, list: show } = words.templates.changed;
  const list = listButton({ search: changedQuery(template, words) }, words, show);
  const tooltip = words.buttons.about({ title: review, subject: words.templates.title });
  return [
    { title: review, tooltip, verb: 'batch.ask', data: { ...list.data, batchAction: 'enable' }, style: 'positive' },
    list,
  ];
}

function changedQuery(template: string | undefined, words: Words): string {
  const conditions: readonly Condition[] = [
    { key: 'cause', anyOf: ['templateChanged'] },
    ...(template === undefined ? [] : [{ key: 'template', anyOf: [template] } as const]),
  ];
  const terms = conditions.map((condition) => ({ isNot: false, condition }));
  return printQuery({ ...everyTenant, terms }, queryNames(words));
}

// The way to the dry run that ends what other relationships have taken the place of, at all tenants that have such a one.
import { printQuery } from '../../domain/query/print-query.js';
import { everyTenant } from '../../domain/query/query.js';
import type { Words } from '../catalogue.js';
import { queryNames } from '../explain/query-words.js';
import { listButton } from '../render/navigation.js';
import type { Button } from '../render/verbs.js';

/** To the dry run; nothing is done yet. */
export function endEarlierOfAllButton(words: Words): Button {
  const terms = [{ isNot: false, condition: { key: 'earlier', is: true } }] as const;
  const { data } = listButton({ search: printQuery({ ...everyTenant, terms }, queryNames(words)) }, words);
  const { endEarlier: title, about } = words.buttons;
  const tooltip = about({ title, subject: words.batches.many });
  return { title, tooltip, verb: 'batch.ask', data: { ...data, batchAction: 'endEarlier' }, style: 'default' };
}

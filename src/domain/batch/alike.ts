// Whether two batches are about the same, no matter who asks and in which order.
import type { TagChange } from '../tag.js';
import type { TenantChange } from '../tenant/tenant-change.js';
import type { Batch } from './batch.js';

/** What a batch does, as a text that is the same for what comes to the same. What's taken or released by who asks is another for each. */
export function likenessOf({ action, by }: Pick<Batch, 'action' | 'by'>): string {
  switch (action.do) {
    case 'enable':
      return [action.do, action.template ?? ''].join(' ');
    case 'tag':
      return [action.do, ...tagsOf(action)].join(' ');
    case 'take':
    case 'release':
      return [action.do, by.id].join(' ');
    case 'revalidate':
    case 'keepAccess':
    case 'import':
    case 'disable':
    case 'endEarlier':
    case 'releaseOther':
      return action.do;
    default:
      return action satisfies never;
  }
}

/** What an import has for a tenant, as such a text. */
export function changeLikeness({ tags, template, owner }: TenantChange): string {
  return JSON.stringify([tags && tagsOf(tags), template, owner?.id]);
}

function tagsOf({ added, removed }: TagChange): readonly string[] {
  return [...[...added].sort().map((tag) => `+${tag}`), ...[...removed].sort().map((tag) => `-${tag}`)];
}

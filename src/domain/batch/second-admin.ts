// A batch that a second admin must approve first.
import type { AccessTemplate } from '../access/access-template.js';
import type { AccessTemplates, TemplateWish } from '../access/access-templates.js';
import type { SecondAdminRules } from '../second-admin.js';
import { hasPrivilegedRoles } from '../tenant/second-admin.js';
import type { TenantChange } from '../tenant/tenant-change.js';
import { type Batch, type BatchAction, type BatchActionName, type BatchTenant, isBatchOver } from './batch.js';

/**
 * Whether the partner has a second admin approve this for so many tenants. `templates`: those that it asks for or leads to,
 * see `templateWishOf`.
 */
export function batchTakesSecond(
  action: BatchAction,
  count: number,
  templates: Iterable<AccessTemplate>,
  { subjects, batchesOver }: SecondAdminRules,
): boolean {
  switch (action.do) {
    case 'revalidate':
    case 'take':
    case 'release':
    case 'releaseOther':
      return false;
    case 'tag':
    case 'import':
      return subjects.includes('enable') && [...templates].some(hasPrivilegedRoles);
    case 'disable':
      return isOver(count, batchesOver) || (subjects.includes('disable') && count > 1);
    case 'enable':
      return isOver(count, batchesOver) || (subjects.includes('enable') && [...templates].some(hasPrivilegedRoles));
    case 'endEarlier':
      return isOver(count, batchesOver) || subjects.includes('end-earlier');
    case 'keepAccess':
      return isOver(count, batchesOver);
    default:
      return action satisfies never;
  }
}

function isOver(count: number, batchesOver: number | undefined): boolean {
  return batchesOver !== undefined && count > batchesOver;
}

/** What of an action decides on a tenant's template; `undefined`: nothing does. `change`: what an import has for it. */
export function templateWishOf(action: BatchAction, { tags, template }: TenantChange): TemplateWish | undefined {
  switch (action.do) {
    case 'enable':
      return action;
    case 'tag':
      return { tags: action };
    case 'import':
      return { tags, template };
    default:
      return undefined;
  }
}

/** Whether an action changes which template a tenant gets, and nothing else at Microsoft. */
export function choosesTemplate(name: BatchActionName): boolean {
  return name === 'tag' || name === 'import';
}

/** What a yes to a batch is about besides its tenants, which stay the same: a text that is another once that has changed. */
export function batchBasis(action: BatchAction, templates: Iterable<AccessTemplate>): string {
  if (!isAboutTemplates(action)) return '';
  return [...new Set([...templates].map(({ templateHash }) => templateHash))].sort().join(' ');
}

/** The access templates that such a text names, as far as they're still the same. */
export function templatesInBasis(basis: string, { templates }: AccessTemplates): readonly AccessTemplate[] {
  const hashes = new Set(basis.split(' '));
  return [...templates.values()].filter(({ templateHash }) => hashes.has(templateHash));
}

function isAboutTemplates({ do: name }: BatchAction): boolean {
  return name === 'enable' || choosesTemplate(name);
}

/**
 * Whether a tenant of a batch, `row`, is left alone for want of a second admin. `takesSecond`: the command there takes one, by
 * the template that it leads to now. What was agreed to by templates holds for each tenant's own, why ever it took a second admin.
 */
export function lacksSecond(
  { action, second }: Pick<Batch, 'action' | 'second'>,
  { templateHash }: Pick<BatchTenant, 'templateHash'>,
  { takesSecond, template }: { readonly takesSecond: boolean; readonly template: AccessTemplate },
): boolean {
  if (!second?.approved) return takesSecond;
  const isBound = isAboutTemplates(action) && (takesSecond || action.do === 'enable');
  return isBound && templateHash !== template.templateHash;
}

/** Whether a batch waits for a second admin, so that nothing is asked of any tenant. */
export function awaitsSecond(batch: Batch): boolean {
  return batch.second !== undefined && !batch.second.approved && !isBatchOver(batch);
}

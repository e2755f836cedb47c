// A batch that a second admin must approve first.
import type { AccessTemplate } from '../access/access-template.js';
import type { SecondAdminRules } from '../second-admin.js';
import { hasPrivilegedRoles } from '../tenant/second-admin.js';
import type { WaitingPage } from '../tenant/waiting-list.js';
import { type Batch, type BatchAction, isBatchOver } from './batch.js';

/** Whether the partner has a second admin approve this for so many tenants. `templates`: those that its tenants have. */
export function batchTakesSecond(
  action: BatchAction,
  count: number,
  templates: Iterable<AccessTemplate>,
  { subjects, batchesOver }: SecondAdminRules,
): boolean {
  switch (action.do) {
    case 'tag':
    case 'revalidate':
      return false;
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

/** What a yes to a batch is about besides its tenants, which stay the same: a text that is another once that has changed. */
export function batchBasis({ do: name }: BatchAction, templates: Iterable<AccessTemplate>): string {
  if (name !== 'enable') return '';
  return [...new Set([...templates].map(({ templateHash }) => templateHash))].sort().join(' ');
}

/** Whether a second admin has approved that a batch does something that takes one, by this template. */
export function isSeconded({ action, second }: Batch, { templateHash }: AccessTemplate): boolean {
  if (!second?.approved) return false;
  return action.do !== 'enable' || second.basis.split(' ').includes(templateHash);
}

/** Whether a batch waits for a second admin, so that nothing is asked of any tenant. */
export function awaitsSecond(batch: Batch): boolean {
  return batch.second !== undefined && !batch.second.approved && !isBatchOver(batch);
}

/** What waits for a person: at tenants, and of batches. */
export interface AllWaiting extends WaitingPage {
  /** Those that wait for a second admin, whatever the query, the one that lapses first on top. */
  readonly awaitedBatches: readonly Batch[];
}

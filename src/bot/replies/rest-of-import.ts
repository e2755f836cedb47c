// What an import or /assign has left undone, asked about anew: what it had for each tenant may not be possible any more.
import type { Batch, BatchTenant } from '../../domain/batch/batch.js';
import type { ColumnFault } from '../../domain/batch/import-columns.js';
import { groupsOf, type LeftReason } from '../../domain/batch/refused.js';
import type { ImportedTenant } from '../../domain/batch/tenant-import.js';
import type { MayAsk } from '../../domain/tenant/commands.js';
import { decide } from '../../domain/tenant/decide.js';
import { changeCommand } from '../../domain/tenant/decide-change.js';
import { refusedLines } from '../../views/batch/batch-lines.js';
import { rowFaultWords } from '../../views/batch/import-question.js';
import { mayAsk } from '../people/permissions.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { askChanges } from './show-import.js';

/** The preview of what these rows still change. `action`: of the batch that they're of. @throws StoreError */
export async function askRestOfImport(
  services: BotServices,
  { owner: onlyOwner }: Extract<Batch['action'], { readonly do: 'import' }>,
  rows: readonly BatchTenant[],
  turn: Turn,
): Promise<Reply> {
  const { store, context } = services;
  const { words, templates } = context();
  const { actor: by } = turn;
  const mayTakeOver = await mayAsk(services, by, 'importOver');
  const mayOwn = await mayOwnOf(services, rows);
  const changes: ImportedTenant[] = [];
  const faults = new Map<string, ColumnFault>();
  const left = new Map<LeftReason, number>();
  let unchanged = 0;
  for (const { tenantId, tags, template, owner } of rows) {
    const tenant = store.tenant(tenantId);
    if (!tenant) continue;
    const change = { ...(tags && { tags }), ...(template !== undefined && { template }), ...(owner && { owner }) };
    const fault =
      template !== undefined && !templates.templates.has(template)
        ? ({ is: 'unknownTemplate', given: template } as const)
        : owner && faultOfOwner(owner.name, mayOwn.get(owner.id));
    const command = changeCommand(by, change, tenant);
    const decision = decide(command, tenant);
    const isOthers = command.do === 'importOver' && mayTakeOver !== 'yes';
    const why = isOthers ? 'ownedByOther' : 'refused' in decision ? decision.refused : undefined;
    if (fault) faults.set(JSON.stringify(fault), fault);
    else if (why === undefined) changes.push({ tenantId, change });
    else if (why === 'alreadyDone') unchanged += 1;
    else left.set(why, (left.get(why) ?? 0) + 1);
  }
  const beside = [
    ...[...faults.values()].map((fault) => rowFaultWords(fault, () => undefined, words)),
    ...refusedLines(groupsOf(left), words),
  ];
  return askChanges(services, { changes, unchanged, bad: [] }, turn, { owner: onlyOwner, beside });
}

async function mayOwnOf(services: BotServices, rows: readonly BatchTenant[]): Promise<ReadonlyMap<string, MayAsk>> {
  const found = new Map<string, MayAsk>();
  for (const { owner } of rows)
    if (owner && !found.has(owner.id)) found.set(owner.id, await mayAsk(services, owner, 'take'));
  return found;
}

function faultOfOwner(given: string, may: MayAsk | undefined): ColumnFault | undefined {
  if (may === 'yes') return undefined;
  return { is: may === 'unknown' ? 'ownerNotChecked' : 'mayNotOwn', given };
}

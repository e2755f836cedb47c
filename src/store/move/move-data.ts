// Moves everything from one place to another, between which no bot runs.
import { StoreError } from '../../domain/errors.js';
import { checkAudit } from '../records/audit-check.js';
import type { MoveSource, MoveTarget } from '../records/moving.js';

/** How much was moved. */
export interface Moved {
  readonly from: string;
  readonly to: string;
  readonly tenants: number;
  readonly auditLines: number;
  readonly certificates: number;
}

/**
 * Moves everything, after the audit log's chain was verified.
 * @throws StoreError; then the source is as it was.
 */
export async function moveData(source: MoveSource, target: MoveTarget): Promise<Moved> {
  const { contents, place } = source;
  const { audit } = contents;
  const check = await checkAudit(source.auditLines(), audit ? [audit] : []);
  if ('brokenAt' in check)
    throw new StoreError(
      `the audit log in ${place} isn’t as Gatehouse wrote it: line ${check.brokenAt}: ${check.why}`,
      'Nothing was moved. For what to do about the log, see docs/4-running.md.',
    );
  contents.audit = check;
  await target.fill(source, () => source.markMoved(target.place));
  return {
    from: place,
    to: target.place,
    tenants: contents.tenants.size,
    auditLines: check.lines,
    certificates: contents.certificates.size,
  };
}

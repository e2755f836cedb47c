// The audit log of a data folder as a command checks it. No lock is taken, so that a running bot isn't disturbed.
import { stat } from 'node:fs/promises';
import type { AuditToCheck } from '../records/audit-check.js';
import { knownAuditEnds } from './known-audit-ends.js';
import { wholeLines } from './lines.js';

/** The log at a path, with what the data folder around it remembers of it. */
export function auditInFolder(path: string): AuditToCheck {
  return {
    place: path,
    isThere: () =>
      stat(path).then(
        () => true,
        () => false,
      ),
    knownEnds: () => knownAuditEnds(path),
    lines: () => wholeLines(path),
  };
}

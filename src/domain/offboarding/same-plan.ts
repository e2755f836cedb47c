// Whether two plans are the same, so that a yes to one is a yes to the other.
import type { Plan, PlanLine } from './plan.js';

/**
 * The outline of a plan, as short text: another outline, another plan. It leaves out the time of the reading and all that
 * changes nothing of what was agreed to, such as the etag of an assignment.
 */
export function outlineOf({ lines }: Plan): string {
  return lines.map(outlineOfLine).sort().join('\n');
}

function outlineOfLine(line: PlanLine): string {
  const { fate } = line;
  const becomes = 'step' in fate ? `${fate.is} ${fate.step}` : 'why' in fate ? `${fate.is} ${fate.why}` : fate.is;
  return `${line.kind} ${subjectOf(line)}: ${becomes}`;
}

function subjectOf(line: PlanLine): string {
  switch (line.kind) {
    case 'assignment':
      return `${line.relationshipId} ${line.assignment.id} ${[...line.assignment.roleIds].sort().join(' ')}`;
    case 'relationship':
    case 'invitation':
      return line.relationship.id;
    case 'consent':
      return line.consent;
    case 'delegatedAdmin':
      return String(line.granted);
    case 'reseller':
      return String(line.isReseller);
    case 'subscription': {
      const { id, status, quantity } = line.subscription;
      return `${id} ${status} ${quantity}`;
    }
    case 'reservation': {
      const { productId, quantity, expiresAt } = line.reservation;
      return `${productId} ${quantity} ${expiresAt ?? ''}`;
    }
    case 'unread':
      return `${line.part} ${line.relationshipId ?? ''}`;
    default:
      return line satisfies never;
  }
}

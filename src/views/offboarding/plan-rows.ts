// One item of a plan in a line or two.

import type {
  AccessAssignment,
  AssignmentStatus,
  Relationship,
  RelationshipStatus,
} from '../../domain/access/relationship.js';
import { numberInName, relationshipName } from '../../domain/access/relationship-name.js';
import type { Names } from '../../domain/offboarding/inventory.js';
import type { InventoryPart, Plan, PlanLine } from '../../domain/offboarding/plan.js';
import type { ViewContext } from '../render/context.js';
import { counted, day, literal } from '../render/text.js';
import { problemWords } from '../words/problem-words.js';
import { moneyWords } from './subscription-words.js';

/** One item: foreign text for a text run, and a note with dates for a text block. */
export interface PlanRow {
  readonly text: string;
  readonly note: string;
  /** Whether it's among the rows that are shown first. */
  readonly isUrgent: boolean;
}

/** What a row's words depend on. */
export interface RowContext {
  readonly plan: Plan;
  readonly tenantId: string;
  readonly context: ViewContext;
}

// Long enough to tell two of a kind apart; the exported plan has the full names.
const mostName = 60;

/** The words for a line; `undefined`: its kind and fate say it all. */
export function planRow(line: PlanLine, around: RowContext): PlanRow | undefined {
  const { tenantId, context } = around;
  switch (line.kind) {
    case 'assignment':
      return row(assignmentText(line, around), assignmentNotes[line.assignment.status]);
    case 'relationship':
      return row(literal(line.relationship.displayName, mostName), relationshipNote(line.relationship, tenantId));
    case 'invitation': {
      const until = line.lapsesAt === undefined ? 'it lapses, 90 days after it was made' : day(line.lapsesAt);
      return row(literal(line.relationship.displayName, mostName), `Can be approved until ${until}.`);
    }
    case 'subscription': {
      const { offerName, id, quantity } = line.subscription;
      const { note, isUrgent } = moneyWords(line.subscription, context.now);
      return row(`${literal(offerName, mostName) || literal(id)} · ${quantity} ×`, note, isUrgent);
    }
    case 'reservation': {
      const { quantity, kind, productId, expiresAt } = line.reservation;
      const text = `${quantity} × ${literal(kind, 40) || 'reserved instance'} (${literal(productId, 40) || 'no product id'})`;
      return row(text, expiresAt === undefined ? '' : `Until ${day(expiresAt)}.`);
    }
    case 'unread':
      return unreadRow(line, around);
    case 'consent':
    case 'delegatedAdmin':
    case 'reseller':
      return undefined;
    default:
      return line satisfies never;
  }
}

/** The name of a group: from the access template, else from the names read with the plan, else its id. */
export function groupName(groupId: string, { template }: ViewContext, names?: Names): string {
  const known = template.assignments.find((each) => each.groupId === groupId);
  const name = known?.groupName ?? names?.groups[groupId];
  return name === undefined ? `Group ${literal(groupId, 40)}` : literal(name, mostName);
}

/** A relationship's name in passing: of our own names without the tenant's id, which says nothing new. */
export function shortName(displayName: string, tenantId: string): string {
  const number = numberInName(tenantId, displayName);
  return number === undefined ? literal(displayName, mostName) : relationshipName('…', number);
}

function row(text: string, note: string, isUrgent = false): PlanRow {
  return { text, note, isUrgent };
}

interface AssignmentLine {
  readonly relationshipId: string;
  readonly assignment: AccessAssignment;
}

function assignmentText({ relationshipId, assignment }: AssignmentLine, around: RowContext): string {
  const name = groupName(assignment.groupId, around.context, around.plan.names);
  return `${name} · ${counted(assignment.roleIds.length, 'role')}${ofRelationship(relationshipId, around)}`;
}

// Worth saying only when there are several.
function ofRelationship(relationshipId: string, { plan, tenantId }: RowContext): string {
  const all = plan.lines.flatMap((line) => ('relationship' in line ? [line.relationship] : []));
  const relationship = all.length > 1 ? all.find(({ id }) => id === relationshipId) : undefined;
  return relationship ? ` · ${shortName(relationship.displayName, tenantId)}` : '';
}

const assignmentNotes: Readonly<Record<AssignmentStatus, string>> = {
  pending: 'Being assigned.',
  active: '',
  deleting: 'Being removed already.',
  deleted: 'Removed.',
  error: 'Microsoft ended the assignment with an error.',
  unknown: 'In a state that is new to Gatehouse.',
};

function relationshipNote({ status, endsAt, displayName }: Relationship, tenantId: string): string {
  const state = relationshipWords[status];
  const until = status === 'active' && endsAt !== undefined ? ` until ${day(endsAt)}` : '';
  const isOurs = numberInName(tenantId, displayName) !== undefined;
  return `${state}${until}${isOurs ? '' : ' · not made by Gatehouse'}`;
}

const relationshipWords: Readonly<Record<RelationshipStatus, string>> = {
  created: 'Draft, not put before the customer',
  approvalPending: 'Waits for the customer',
  approved: 'Approved, being set up',
  activating: 'Approved, being set up',
  active: 'Active',
  expiring: 'Past its end, being taken away by Microsoft',
  expired: 'Expired',
  terminationRequested: 'Being terminated already',
  terminating: 'Being terminated already',
  terminated: 'Terminated',
  unknown: 'In a state that is new to Gatehouse',
  gone: 'No longer known to Microsoft',
};

const partWords: Readonly<Record<InventoryPart, string>> = {
  relationships: 'GDAP relationships',
  assignments: 'Access assignments',
  consent: 'Consent of your application',
  standing: 'Delegated admin (DAP) and the reseller relationship',
  subscriptions: 'Subscriptions',
  reservations: 'Azure reserved instances',
};

function unreadRow(line: Extract<PlanLine, { kind: 'unread' }>, around: RowContext): PlanRow {
  const { part, relationshipId, problem } = line;
  const { cause, cure } = problemWords(problem, 'check');
  const id = problem.requestId === undefined ? '' : ` · request id ${literal(problem.requestId, 40)}`;
  const where = relationshipId === undefined ? '' : ofRelationship(relationshipId, around);
  return row(`${partWords[part]}${where}${id}`, `${cause} ${cure}`);
}

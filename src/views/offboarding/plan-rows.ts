// One item of a plan in a line or two.

import { groupNamesIn } from '../../domain/access/access-templates.js';
import type { AccessAssignment, Relationship } from '../../domain/access/relationship.js';
import { numberInName, relationshipName } from '../../domain/access/relationship-name.js';
import { type Names, nameOf } from '../../domain/offboarding/inventory.js';
import type { Plan, PlanLine } from '../../domain/offboarding/plan.js';
import type { Words } from '../catalogue.js';
import { problemWords } from '../explain/problem-words.js';
import type { ViewContext } from '../render/context.js';
import { dateInWords, joined, literal, phrase } from '../render/text.js';
import type { Literal, Markdown } from '../words/text-types.js';
import { moneyWords } from './subscription-words.js';

/** One item: foreign text for a text run, and a note with dates for a text block. */
export interface PlanRow {
  readonly text: Literal;
  readonly note: Markdown;
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
  const { words } = context;
  const { rows } = words.offboardingPlan;
  switch (line.kind) {
    case 'assignment':
      return row(assignmentText(line, around), rows.assignments[line.assignment.status]);
    case 'relationship':
      return row(
        literal(line.relationship.displayName, mostName),
        relationshipNote(line.relationship, tenantId, words),
      );
    case 'invitation': {
      const { lapsesAt, relationship } = line;
      const until =
        lapsesAt === undefined
          ? rows.approvableUntilUnknown
          : rows.approvableUntil({ day: dateInWords(lapsesAt, words) });
      return row(literal(relationship.displayName, mostName), until);
    }
    case 'subscription': {
      const { offerName, id, quantity } = line.subscription;
      const { note, isUrgent } = moneyWords(line.subscription, context.now, words);
      return row(phrase`${literal(offerName, mostName) || literal(id)} · ${quantity} ×`, note, isUrgent);
    }
    case 'reservation': {
      const { quantity, kind, productId, expiresAt } = line.reservation;
      const text = rows.reservation({
        quantity,
        kind: literal(kind, 40) || rows.unnamedReservation,
        product: literal(productId, 40) || rows.noProduct,
      });
      return row(text, expiresAt === undefined ? '' : rows.until({ day: dateInWords(expiresAt, words) }));
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

/** The name of a group: from an access template, else from the names read with the plan, else its id. */
export function groupName(groupId: string, { templates, words }: ViewContext, names?: Names): Literal {
  const name = groupNamesIn(templates).get(groupId) ?? (names && nameOf(names.groups, groupId));
  return name === undefined ? words.offboardingPlan.rows.group({ id: literal(groupId, 40) }) : literal(name, mostName);
}

/** A relationship's name in passing: of our own names without the tenant's id, which says nothing new. */
export function shortName(displayName: string, tenantId: string): Literal {
  const number = numberInName(tenantId, displayName);
  return number === undefined ? literal(displayName, mostName) : literal(relationshipName('…', number));
}

function row(text: Literal, note: Markdown, isUrgent = false): PlanRow {
  return { text, note, isUrgent };
}

interface AssignmentLine {
  readonly relationshipId: string;
  readonly assignment: AccessAssignment;
}

function assignmentText({ relationshipId, assignment }: AssignmentLine, around: RowContext): Literal {
  const name = groupName(assignment.groupId, around.context, around.plan.names);
  const roles = around.context.words.offboardingPlan.rows.roles({ count: assignment.roleIds.length });
  return phrase`${name} · ${roles}${ofRelationship(relationshipId, around)}`;
}

// Worth saying only when there are several.
function ofRelationship(relationshipId: string, { plan, tenantId }: RowContext): Literal {
  const all = plan.lines.flatMap((line) => ('relationship' in line ? [line.relationship] : []));
  const relationship = all.length > 1 ? all.find(({ id }) => id === relationshipId) : undefined;
  return relationship ? phrase` · ${shortName(relationship.displayName, tenantId)}` : '';
}

function relationshipNote({ status, endsAt, displayName }: Relationship, tenantId: string, words: Words): Markdown {
  const { rows } = words.offboardingPlan;
  const state =
    status === 'active' && endsAt !== undefined
      ? rows.activeUntil({ day: dateInWords(endsAt, words) })
      : rows.relationships[status];
  const isOurs = numberInName(tenantId, displayName) !== undefined;
  return (isOurs ? rows.ours : rows.notOurs)({ state });
}

function unreadRow(line: Extract<PlanLine, { kind: 'unread' }>, around: RowContext): PlanRow {
  const { part, relationshipId, problem } = line;
  const { words } = around.context;
  const { rows } = words.offboardingPlan;
  const { cause, cure } = problemWords(problem, 'check', words);
  const id =
    problem.requestId === undefined ? '' : phrase` · ${rows.requestId({ id: literal(problem.requestId, 40) })}`;
  const where = relationshipId === undefined ? '' : ofRelationship(relationshipId, around);
  return row(phrase`${rows.parts[part]}${where}${id}`, joined([cause, cure]));
}

// Whether a tenant matches a query, and what an index is asked for because of it.
import { isToEnd } from '../access/coverage.js';
import { searchFor } from '../search.js';
import { coverageIn } from '../tenant/expiring-list.js';
import type { Facet } from '../tenant/facets.js';
import { dayOf, isByGlobalAdministrator } from '../tenant/fleet.js';
import { leftoverLevelOf } from '../tenant/leftover-list.js';
import type { Ownership, Tenant } from '../tenant/tenant.js';
import { type IndexedTenant, indexed, type Selection } from '../tenant/tenant-index.js';
import { requestWaitingSince } from '../tenant/waiting-request.js';
import { addDays, daysBetween, type Instant, startOfHour } from '../time.js';
import type { Condition, Query, Term, WantedAge, WantedEnd, WantedOwner } from './query.js';

/** What a query is compared with besides the tenants. */
export interface QueryMoment {
  /** Days are counted from the beginning of its hour, so that an answer holds for an hour. */
  readonly now: Instant;
  /** The name of a tenant's access template. */
  readonly templateOf: (tenant: Tenant) => string;
  /** Whether auto-extend is off against it. */
  readonly hasDrift: (tenant: Tenant) => boolean;
}

/** The tenants that match; `undefined`: all of them do. */
export function selectionOf({ text, notTexts, terms }: Query, moment: QueryMoment): Selection | undefined {
  const search = searchFor(text);
  const excluded = notTexts.flatMap((each) => searchFor(each) ?? []);
  if (!search && excluded.length + terms.length === 0) return undefined;
  const conditions = terms.map(({ isNot, condition }) => {
    const matches = matching(condition, moment);
    return isNot ? (tenant: Tenant) => !matches(tenant) : matches;
  });
  return {
    parts: search?.parts ?? [],
    facets: terms.flatMap((term) => facetsIn(term)),
    isByEnd: terms.some(({ isNot, condition }) => !isNot && condition.key === 'ends' && condition.end.is !== 'never'),
    isMatch: (row: IndexedTenant) =>
      conditions.every((matches) => matches(row.tenant)) &&
      (search?.isMatch(row) ?? true) &&
      !excluded.some(({ isMatch }) => isMatch(row)),
  };
}

/** Whether one tenant matches. */
export function isMatch(query: Query, tenant: Tenant, moment: QueryMoment): boolean {
  return selectionOf(query, moment)?.isMatch(indexed(tenant)) ?? true;
}

function matching(condition: Condition, { now, templateOf, hasDrift }: QueryMoment): (tenant: Tenant) => boolean {
  switch (condition.key) {
    case 'status':
      return ({ status }) => condition.anyOf.includes(status);
    case 'cause':
      return ({ onboarding }) => onboarding?.limitations.some(({ code }) => condition.anyOf.includes(code)) === true;
    case 'tag':
      return ({ tags }) => tags?.some((tag) => condition.anyOf.includes(tag)) === true;
    case 'template':
      return (tenant) => condition.anyOf.includes(templateOf(tenant));
    case 'owner':
      return ({ owner }) => condition.anyOf.some((wanted) => isOwnedAsWanted(owner, wanted));
    case 'ends':
      return endsAsWanted(condition.end, startOfHour(now));
    case 'pending':
      return isPendingAsWanted(condition.age, dayOf(now));
    case 'ga':
      return (tenant) => isByGlobalAdministrator(tenant) === condition.is;
    // One that was never read is neither.
    case 'dap':
      return ({ delegatedAdmin }) => delegatedAdmin.state === (condition.is ? 'granted' : 'none');
    case 'leftover':
      return (tenant) => (leftoverLevelOf(tenant) !== undefined) === condition.is;
    case 'drift':
      return (tenant) => hasDrift(tenant) === condition.is;
    case 'earlier':
      return ({ onboarding }) => (onboarding?.earlier !== undefined) === condition.is;
    case 'snoozed':
      return ({ snooze }) => (snooze !== undefined) === condition.is;
    case 'accepted':
      return ({ onboarding }) => (onboarding?.accepted !== undefined) === condition.is;
    default:
      return condition satisfies never;
  }
}

function isPendingAsWanted({ is, days }: WantedAge, today: string): (tenant: Tenant) => boolean {
  return (tenant) =>
    tenant.status === 'needsApproval' &&
    daysBetween(dayOf(requestWaitingSince(tenant)), today) >= days === (is === 'over');
}

function endsAsWanted(end: WantedEnd, from: Instant): (tenant: Tenant) => boolean {
  if (end.is === 'never') return (tenant) => coverageIn(tenant)?.is === 'rollsOver';
  const isWanted = isDayWanted(end, from);
  return (tenant) => {
    const coverage = coverageIn(tenant);
    return coverage !== undefined && isToEnd(coverage) && isWanted(coverage.on);
  };
}

function isDayWanted(end: Exclude<WantedEnd, { readonly is: 'never' }>, from: Instant): (on: Instant) => boolean {
  if ('days' in end) {
    const day = addDays(from, end.days);
    return end.is === 'before' ? (on) => on < day : (on) => on >= day;
  }
  const { is, day } = end;
  return (on) => {
    const onDay = on.slice(0, day.length);
    if (is === 'on') return onDay === day;
    return is === 'before' ? onDay < day : onDay > day;
  };
}

// Who asks isn't known here: what they typed names them by then.
function isOwnedAsWanted(owner: Ownership | undefined, wanted: WantedOwner): boolean {
  switch (wanted.is) {
    case 'none':
      return owner === undefined;
    case 'named':
      return owner?.person.name === wanted.name;
    case 'person':
      return owner?.person.id === wanted.id;
    case 'me':
      return false;
    default:
      return wanted satisfies never;
  }
}

function facetOfOwner(wanted: WantedOwner): readonly Facet[] {
  if (wanted.is === 'named') return [`owner:${wanted.name}`];
  return wanted.is === 'person' ? [`ownerId:${wanted.id}`] : [];
}

/** The facets of which a tenant that matches has one; none: nothing can be said. */
function facetsIn({ isNot, condition }: Term): readonly (readonly Facet[])[] {
  if (isNot) return [];
  switch (condition.key) {
    case 'cause':
      return [condition.anyOf.map((code) => `cause:${code}` as const)];
    case 'tag':
      return [condition.anyOf.map((tag) => `tag:${tag}` as const)];
    case 'owner':
      return condition.anyOf.some(({ is }) => is === 'none') ? [] : [condition.anyOf.flatMap(facetOfOwner)];
    case 'ends':
      return condition.end.is === 'never' ? [] : [['ends']];
    case 'pending':
      return [['pending']];
    case 'ga':
      return condition.is ? [['ga']] : [];
    case 'dap':
      return condition.is ? [['dap']] : [];
    case 'leftover':
      return condition.is ? [['leftover']] : [];
    // What ends by itself isn't extended.
    case 'drift':
      return condition.is ? [['ends']] : [];
    case 'earlier':
      return condition.is ? [['earlier']] : [];
    case 'snoozed':
      return condition.is ? [['snoozed']] : [];
    case 'accepted':
      return condition.is ? [['accepted']] : [];
    case 'status':
    case 'template':
      return [];
    default:
      return condition satisfies never;
  }
}

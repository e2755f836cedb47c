// One-line answers to clicks, and one-line news of a tenant.

import { knownCoverage } from '../../domain/access/coverage.js';
import type { Task } from '../../domain/offboarding/task.js';
import type { RefusalReason } from '../../domain/tenant/decide.js';
import type { FactType } from '../../domain/tenant/facts.js';
import type { News } from '../../domain/tenant/news.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { requestExpiry } from '../../domain/tenant/waiting-request.js';
import type { Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { dateInWords, literal, onDayInWords, personName } from '../render/text.js';
import { fill } from '../words/messages.js';
import type { Literal } from '../words/text-types.js';
import { causeWords } from './limitation-words.js';

/** Why a click did nothing, as a notice on the current card. */
export function refusalNotice(reason: RefusalReason, tenant: Tenant, words: Words): Literal {
  const { notices, statuses, secondAdmin } = words;
  const { review } = secondAdmin;
  const name = literal(tenant.customer.displayName, 60);
  const owner = tenant.owner ? personName(tenant.owner.person, words) : '';
  return fill(notices.refused[reason], { tenant: name, status: statuses[tenant.status], owner, review });
}

/** News in one line for a phone's lock screen: what happened to which tenant, and why. */
export function headline(news: News, tenant: Tenant, words: Words): Literal {
  const name = literal(tenant.customer.displayName, 60);
  return fill(words.notices.headlines[news], { tenant: name, cause: causeOf(news, tenant, words) });
}

/** News that a card was posted with. */
export interface EarlierNews {
  readonly news: News;
  /** When they were told. */
  readonly at: Instant;
}

/** What a card was posted with, once it shows how things are since then: on which day what was told, without what may differ by now. */
export function earlierNewsLine({ news, at }: EarlierNews, words: Words): Literal {
  const { line, news: told } = words.notices.earlier;
  return line({ day: dateInWords(at, words), what: told[news] });
}

function causeOf(news: News, tenant: Tenant, words: Words): Literal {
  switch (news) {
    case 'secondAdminAsked':
      return tenant.awaitedSecond ? words.secondAdmin.subjects[tenant.awaitedSecond.action.do] : '';
    case 'secondAdminDeclined':
    case 'secondAdminLapsed':
    case 'secondAdminStale':
      return askedLast(tenant, words);
    case 'offboardingStopped':
      return failedRemovals(tenant.offboarding?.tasks ?? [], words);
    case 'accessEnding':
      return endWords(tenant, words);
    case 'ownershipGiven':
      return giverOf(tenant, words);
    case 'autoExtendOff':
      return driftWords(tenant, words);
    case 'requestUnanswered':
      return dateInWords(requestExpiry(tenant), words);
    case 'accessLost':
      // What was found since then isn't how the access was lost.
      return isLost(tenant) ? (causeWords(tenant, words) ?? '') : words.history.facts.accessLost;
    default:
      return causeWords(tenant, words) ?? words.statuses.issuesFound;
  }
}

function giverOf({ history }: Tenant, words: Words): Literal {
  const given = [...history].reverse().find(({ what }) => what === ('ownershipGiven' satisfies FactType));
  return given?.by ? personName(given.by, words) : words.card.nameless;
}

function endWords({ onboarding }: Tenant, words: Words): Literal {
  const coverage = onboarding && knownCoverage(onboarding);
  if (!coverage || coverage.is === 'rollsOver' || coverage.is === 'ended') return '';
  return words.tenant.coverage[coverage.is]({ when: onDayInWords(coverage.on, words) });
}

function driftWords({ onboarding }: Tenant, words: Words): Literal {
  const { coverage } = onboarding ?? {};
  return coverage ? words.keeping.drift.cause({ when: onDayInWords(coverage.on, words) }) : '';
}

function isLost({ onboarding }: Tenant): boolean {
  return onboarding?.limitations[0]?.code === 'relationshipLost';
}

/** What couldn't be removed: the first kind with its number, and how many of other kinds. */
function failedRemovals(tasks: readonly Task[], words: Words): Literal {
  const kinds = tasks.filter(({ state }) => state.is === 'refused').map(({ target }) => target.kind);
  const [first] = kinds;
  if (first === undefined) return '';
  const count = kinds.filter((kind) => kind === first).length;
  const cause = fill(words.offboardingPlan.kinds[first], { count });
  return words.tenantList.row.cause({ cause, more: kinds.length - count });
}

/** What a second admin was last asked for; the tenant itself has forgotten it by then. */
function askedLast({ history }: Tenant, { secondAdmin }: Words): Literal {
  const { action } = history.findLast((entry) => entry.action !== undefined) ?? {};
  return action === undefined ? secondAdmin.somethingAsked : secondAdmin.subjects[action];
}

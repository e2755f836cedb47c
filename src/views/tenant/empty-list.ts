// What the list says in place of rows, and the buttons from there to what may be meant.

import type { NotUnderstood, QueryPage } from '../../domain/query/query-page.js';
import { includesRole } from '../../domain/tenant/commands.js';
import type { ListPage } from '../../domain/tenant/list.js';
import { type Status, statuses } from '../../domain/tenant/status.js';
import { unreadWords } from '../explain/freshness-words.js';
import { queryButton, queryProblemWords } from '../explain/query-problems.js';
import { certificateButton } from '../offboarding/certificates.js';
import type { ViewContext } from '../render/context.js';
import { openButton } from '../render/navigation.js';
import { joined, literal, phrase } from '../render/text.js';
import { type Button, verbTraits } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

/** The sentence for a text run, and the buttons below it. */
export interface EmptyList {
  readonly empty: Literal;
  readonly emptyButtons: readonly Button[];
}

// As much of a search as a sentence takes, and of a name as a button does.
const mostSearch = 60;
const mostTitle = 28;

/** What a list without rows says: where else the search has matches, or why there's nothing to see. */
export function emptyList(page: QueryPage, context: ViewContext): EmptyList {
  if (page.notUnderstood) return notUnderstood(page.notUnderstood, context);
  const { query, unlisted, counts } = page;
  const { asOf, failing, words } = context;
  const { empty } = words.tenantList;
  const says = (sentence: Literal): EmptyList => ({ empty: sentence, emptyButtons: [] });
  const isSearch = query.search !== '';
  if (isSearch && query.status !== undefined && Object.values(counts).some((count) => count > 0))
    return says(otherStatusesWords(page, query.status, context));
  const certificates = certificatesFor(page, context);
  if (isSearch && (unlisted > 0 || certificates.length > 0)) return notListed(page, certificates, context);
  if (asOf === undefined) return says(unreadWords(failing, words));
  if (isSearch) return near(page, context) ?? says(empty.noMatch);
  return says(query.status === undefined ? empty.noCustomers : empty.noneWithStatus);
}

function otherStatusesWords({ query, counts }: ListPage, chosen: Status, { words }: ViewContext): Literal {
  const others = statuses.flatMap((status) =>
    counts[status] > 0 ? [phrase`${counts[status]} ${words.statuses[status]}`] : [],
  );
  return words.tenantList.empty.otherStatuses({
    status: words.statuses[chosen],
    search: literal(query.search, mostSearch),
    others: joined(others, ', '),
  });
}

/** The certificates that match, on a card that only a person sees who may ask for them. */
function certificatesFor({ elsewhere }: ListPage, { role }: ViewContext) {
  const mayRead = includesRole(role, verbTraits['certificate.get'].leastRole);
  return mayRead ? (elsewhere?.certificates ?? []) : [];
}

/** The tenants that match aren't in the list: former customers, and those of which only a certificate is left. */
function notListed(
  { query, unlisted }: ListPage,
  certificates: ReturnType<typeof certificatesFor>,
  { words }: ViewContext,
): EmptyList {
  const { empty } = words.tenantList;
  const search = literal(query.search, mostSearch);
  const sentences = [
    unlisted > 0 ? empty.onlyUnlisted({ count: unlisted }) : empty.noTenant({ search }),
    ...(certificates.length > 0 ? [empty.certified({ count: certificates.length, search })] : []),
  ];
  const [only, ...others] = certificates;
  const isOne = only !== undefined && others.length === 0;
  return {
    empty: joined(sentences),
    emptyButtons: isOne ? [certificateButton(only, words.buttons.certificate, words)] : [],
  };
}

/** The names that may have been meant, each with a button to its tenant; `undefined`: none is close. */
function near({ query, elsewhere }: ListPage, { words }: ViewContext): EmptyList | undefined {
  const tenants = elsewhere?.near ?? [];
  if (tenants.length === 0) return undefined;
  const { empty } = words.tenantList;
  const names = tenants.map(({ customer }) => literal(customer.displayName, mostSearch));
  const either = literal(
    new Intl.ListFormat(words.language.tag, { type: 'disjunction' }).format(names),
    2 * mostSearch + 10,
  );
  return {
    empty: joined([empty.noTenant({ search: literal(query.search, mostSearch) }), empty.didYouMean({ names: either })]),
    emptyButtons: tenants.map((tenant) =>
      openButton(tenant, {}, literal(tenant.customer.displayName, mostTitle), words),
    ),
  };
}

/** What isn't understood, with a button for each query that may have been meant. */
function notUnderstood({ problem, isClose, instead }: NotUnderstood, { words }: ViewContext): EmptyList {
  const { didYouMean, oneOf, noneKnown } = words.query.problems;
  const next = instead.length === 0 ? noneKnown : isClose ? didYouMean : oneOf;
  return {
    empty: joined([queryProblemWords(problem, words), next]),
    emptyButtons: instead.map((query) => queryButton(query, words)),
  };
}

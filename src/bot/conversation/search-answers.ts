// Answers a search that a person types: in the message extension the tenants that match, each as a card to insert into their message;
// in an input of a card those to choose from.
import type { Activity, InvokeResponse } from 'botbuilder';
import type { ExpectedError } from '../../domain/errors.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { withTimeout } from '../../runtime/timeout.js';
import type { Words } from '../../views/catalogue.js';
import type { ViewContext } from '../../views/render/context.js';
import { bare, joined, shortened } from '../../views/render/text.js';
import { emptyList } from '../../views/tenant/empty-list.js';
import { insertedCardView, tenantPreview } from '../../views/tenant/inserted-card.js';
import { tenantChoice } from '../../views/tenant/tenant-choice.js';
import type { Literal } from '../../views/words/text-types.js';
import { keepSearch } from '../delivery/recent-searches.js';
import type { NotAdmitted } from '../people/admission.js';
import { denial } from '../people/permissions.js';
import { type BotServices, speaking } from '../replies/bot-services.js';
import { failureLine, refusedWords } from '../replies/failure.js';
import type { Turn } from '../turn/turn.js';
import type { Attempts } from './attempts.js';
import { extensionSearch, type SearchRequest, typeaheadInvoke, typeaheadSearch } from './search-request.js';

/** How long the answer to a search may take, of the five seconds for which Teams waits. */
export const searchWithinMs = 4000;

// Saving that is worth no more of the time for an answer.
const keepingMs = 1000;
// A few lines in a narrow panel.
const mostSaid = 400;

/** What answering searches takes. */
export interface SearchDeps {
  readonly services: BotServices;
  readonly clock: Clock;
  readonly log: Log;
}

/** The answer to a search. Whatever fails is said in the place of what was found. Never fails. */
export async function answerSearch(
  deps: SearchDeps,
  attempts: Attempts,
  { value }: Activity,
  turn: Turn,
): Promise<InvokeResponse> {
  const { words } = speaking(deps.services, turn).context();
  const request = extensionSearch(value);
  if (!request) return said(words.searchAnywhere.notUnderstood);
  const attempt = attempts.outcome(turn, {}, () => found(deps, request, turn));
  const outcome = await withTimeout(deps.clock, turn.time.leftMs, attempt);
  if (!outcome) return said(words.searchAnywhere.slow);
  return 'answer' in outcome ? outcome.answer : said(whyFailed(outcome.failed, turn, words));
}

/** The answer to what a person types into an input of a card: tenants to choose from, or none. Never fails. */
export async function answerTypeahead(
  { services, clock }: SearchDeps,
  attempts: Attempts,
  { value }: Activity,
  turn: Turn,
): Promise<InvokeResponse> {
  const request = typeaheadSearch(value);
  if (!request) return choices([]);
  const attempt = attempts.outcome(turn, {}, async () => {
    const maySee = (await services.roles.roleOf(turn.actor)) !== undefined;
    return maySee ? services.tenantList.partOf(request.search, request.part) : [];
  });
  const outcome = await withTimeout(clock, turn.time.leftMs, attempt);
  return choices(outcome && 'answer' in outcome ? outcome.answer : []);
}

/** The answer to a search of a person who isn't let in. */
export function refusedSearch(refused: NotAdmitted, { name }: Pick<Activity, 'name'>, words: Words): InvokeResponse {
  if (name === typeaheadInvoke) return choices([]);
  return said(refused === 'notChecked' ? words.searchAnywhere.memberNotChecked : refusedWords(refused, words).line);
}

async function found(deps: SearchDeps, { search, part }: SearchRequest, turn: Turn): Promise<InvokeResponse> {
  const { actor } = turn;
  // The cards are for everyone in a chat, whatever the role of the person who inserts one.
  const services = speaking(deps.services, turn);
  const context = services.context();
  const role = await services.roles.roleOf(actor);
  const isNotChecked = services.roles.isNotChecked(actor);
  const denied = denial(role, 'viewer', actor, context.words, isNotChecked);
  if (denied !== undefined) {
    if (!isNotChecked) await services.denials.record({ by: actor.id, asked: 'search' });
    return said(denied);
  }
  await turn.time.within(keepingMs, keep(deps, turn));
  const tenants = services.tenantList.partOf(search, part);
  if (tenants.length === 0 && part.skip === 0) return said(whyNone(services, search));
  return results(tenants.map((tenant) => attachmentOf(tenant, context)));
}

// Before a person inserts a card, by which Teams may add the bot to the chat.
async function keep({ services, clock, log }: SearchDeps, { actor, conversationId }: Turn): Promise<void> {
  await keepSearch(services.store, actor.id, clock.now()).catch((error) => {
    log.warn('conversationNotKept', { conversationId, error });
  });
}

// In the words of the list that a person would get in the chat.
function whyNone(services: BotServices, search: string): Literal {
  const page = services.tenantList.page({ search, page: 1 });
  const { empty, emptyButtons } = emptyList(page, services.context());
  const queries = page.notUnderstood ? emptyButtons.map(({ title }) => title) : [];
  return joined([empty, joined(queries, ' · ')]);
}

function whyFailed(failed: ExpectedError | undefined, { correlationId }: Turn, words: Words): Literal {
  return failed ? failureLine(failed, words) : words.replies.fault({ reference: bare(correlationId) });
}

/**
 * A tenant as a result. Teams shows an Adaptive Card among results by its preview, which has to be of an older kind.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search (checked 2026-11-28)
 */
function attachmentOf(tenant: Tenant, context: ViewContext) {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: insertedCardView(tenant, context),
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: tenantPreview(tenant, context) },
  };
}

function results(attachments: readonly ReturnType<typeof attachmentOf>[]): InvokeResponse {
  return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
}

/** A sentence in the place of what is found. */
function said(text: Literal): InvokeResponse {
  return { status: 200, body: { composeExtension: { type: 'message', text: shortened(text, mostSaid) } } };
}

// Clients show no reason for an empty list, and the list of tenants beside it says what there is to say.
function choices(tenants: readonly Tenant[]): InvokeResponse {
  const type = 'application/vnd.microsoft.search.searchResponse';
  return { status: 200, body: { statusCode: 200, type, value: { results: tenants.map(tenantChoice) } } };
}

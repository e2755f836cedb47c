// How all tenants stand, or those of a query, as an answer; and the report about them.
import { foldText } from '../../domain/folding.js';
import { reporting } from '../../domain/subscription/report-day.js';
import { changeConversation } from '../../operations/commit.js';
import { languages, wordsIn } from '../../views/catalogue.js';
import { fleetView, type ShownFleet } from '../../views/fleet/fleet.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { showList } from './show-list.js';

/** The card; for `/fleet report` in a person's own chat the file. */
export function answerFleet(services: BotServices, argument: string, turn: Turn): Reply | Promise<Reply> {
  const typed = services.tenantList.typedBy(argument, turn.actor);
  if (!isReportAsked(argument)) return showFleet(services, typed, turn);
  // A link in a post would open for everyone who reads it; a button gives it to one person.
  return turn.isPersonal ? giveReport(services, turn) : showFleet(services, '', turn);
}

/** The card with the way to the file, which is one person's own. @throws StoreError */
export async function giveReport(services: BotServices, turn: Turn): Promise<Reply> {
  const ways = await services.fleetReports.hand({ turn, context: services.context });
  return showFleet(services, '', turn, { ways });
}

/** The card of the fleet. A query that isn't understood is answered by the list, which says what's wrong with it. */
export function showFleet(
  services: BotServices,
  typed: string,
  { conversationId }: Pick<Turn, 'conversationId'>,
  says: Pick<ShownFleet, 'notice' | 'ways'> = {},
): Reply {
  const { tenantList, fleetReports, store } = services;
  const context = services.context();
  const query = typed.trim();
  const fleet = tenantList.fleetOf(query);
  if (!fleet) return showList(services, { search: query, page: 1 });
  const past = query === '' ? fleetReports.past() : { days: [] };
  const isReported = store.conversation(conversationId)?.reportedFor !== undefined;
  return {
    card: fleetView({ fleet, past, query, isReported, ...says }, context),
    summary: context.words.fleet.title,
  };
}

/** Has the report come to the conversation by itself from the next month on, or no longer. @throws StoreError */
export async function sendReports(services: BotServices, turn: Turn, isWanted: boolean): Promise<Reply> {
  const now = services.fleetReports.now();
  await changeConversation(services.store, turn.conversationId, (known) => {
    if (!known || (known.reportedFor !== undefined) === isWanted) return undefined;
    return reporting(known, isWanted, now);
  });
  const { isSent, isNotSent } = services.context().words.fleet.report;
  return showFleet(services, '', turn, { notice: isWanted ? isSent : isNotSent });
}

function isReportAsked(argument: string): boolean {
  const said = foldText(argument.trim());
  return languages.some((each) => wordsIn(each).fleet.report.asked.some((word) => foldText(word) === said));
}

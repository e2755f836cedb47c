// How all tenants stand, or those of a query, as an answer.
import { fleetView } from '../../views/fleet/fleet.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { showList } from './show-list.js';

const trendDays = 90;

/** The card of the fleet. A query that isn't understood is answered by the list, which says what's wrong with it. */
export function showFleet(services: BotServices, typed: string): Reply {
  const { tenantList, fleetDays } = services;
  const context = services.context();
  const fleet = tenantList.fleetOf(typed);
  if (!fleet) return showList(services, { search: typed, page: 1 });
  const isAll = typed.trim() === '';
  const past = isAll
    ? { week: fleetDays.before(7), month: fleetDays.before(30), days: fleetDays.since(trendDays) }
    : { days: [] };
  return { card: fleetView({ fleet, past, query: typed.trim() }, context), summary: context.words.fleet.title };
}

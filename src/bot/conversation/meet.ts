// Remembers conversations in which people say or press something.
import type { Activity } from 'botbuilder';
import type { BotServices } from '../replies/bot-services.js';
import { conversationOf } from '../turn/teams-activity.js';
import type { Turn } from '../turn/turn.js';

// Saving the conversation isn't worth more of the time for an answer.
const patienceMs = 1000;

/** Remembers the conversation. A person who may see nothing here leaves no new one behind, however many they write from. */
export async function meet(services: BotServices, activity: Activity, turn: Turn): Promise<void> {
  const met = conversationOf(activity);
  const isWelcome = (await services.roles.roleOf(turn.actor)) !== undefined || services.subscriptions.isKnown(met.id);
  if (isWelcome) await turn.time.within(patienceMs, services.subscriptions.meet(met));
}

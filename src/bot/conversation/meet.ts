// Remembers conversations in which people say or press something, and forgets those that the bot has left.
import type { Activity } from 'botbuilder';
import type { Clock } from '../../runtime/clock.js';
import type { CardUpdater } from '../cards/card-updater.js';
import type { BotServices } from '../replies/bot-services.js';
import { conversationOf, type LifeEvent, type Rename } from '../turn/teams-activity.js';
import type { Turn } from '../turn/turn.js';

// Saving the conversation isn't worth more of the time for an answer.
const patienceMs = 1000;

/** Remembers the conversation. A person who may see nothing here leaves no new one behind, however many they write from. */
export async function meet(services: BotServices, activity: Activity, turn: Turn): Promise<void> {
  const met = conversationOf(activity);
  const isWelcome = (await services.roles.roleOf(turn.actor)) !== undefined || services.subscriptions.isKnown(met.id);
  if (isWelcome) await turn.time.within(patienceMs, services.subscriptions.meet(met));
}

/** What forgetting conversations takes. */
interface LeavingDeps {
  readonly services: BotServices;
  readonly updater: CardUpdater;
  readonly clock: Clock;
}

/** The bot was taken out of a conversation. @throws StoreError */
export async function leave({ services, updater }: LeavingDeps, activity: Activity): Promise<void> {
  const left = conversationOf(activity);
  const known = services.store.conversation(left.id);
  // What a person has kept goes with their own chat.
  const forgottenViewsOf = known?.kind === 'personal' ? (known.people ?? []).map(({ id }) => id) : [];
  for (const id of await services.subscriptions.uninstall(left, { forgottenViewsOf })) updater.forget(id);
}

/** A channel or team was deleted, restored or renamed, or a group chat renamed. @throws StoreError */
export async function followEvent({ services, updater, clock }: LeavingDeps, event: LifeEvent | Rename): Promise<void> {
  if (event.change === 'renamed') return services.subscriptions.rename(event);
  const ids = await services.subscriptions.follow(event, clock.now());
  if (event.change !== 'restored') for (const id of ids) updater.forget(id);
}

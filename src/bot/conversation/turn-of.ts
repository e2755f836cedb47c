// The turn that an activity begins, with everything known that was committed before it.
import type { Activity } from 'botbuilder';
import type { BotServices } from '../replies/bot-services.js';
import { languageHeard } from '../turn/spoken-language.js';
import { actorOf, attachedTo, conversationOf, isAutomatic } from '../turn/teams-activity.js';
import type { Turn } from '../turn/turn.js';

/** Who says or presses something where. What another replica has just answered is known too, or how old what's known is. */
export async function turnOf(
  { store, tenantList }: BotServices,
  activity: Activity,
  { time, correlationId }: Pick<Turn, 'time' | 'correlationId'>,
): Promise<Turn> {
  const { asOf: knownAsOf } = await store.current();
  await tenantList.ready();
  const met = conversationOf(activity);
  const language = languageHeard(store.conversation(met.id), met);
  const isPersonal = met.kind === 'personal';
  const attached = isPersonal ? attachedTo(activity) : undefined;
  const told = { isPersonal, attached, isAutomatic: isAutomatic(activity), time };
  return { actor: actorOf(activity), conversationId: met.id, correlationId, language, knownAsOf, ...told };
}

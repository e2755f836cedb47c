// The turn that an activity begins, with everything known that was committed before it.
import type { Activity } from 'botbuilder';
import { languageOf } from '../../views/catalogue.js';
import type { BotServices } from '../replies/bot-services.js';
import { mentionedIn } from '../turn/mentioned-person.js';
import { ownChatOf } from '../turn/own-chat.js';
import { languageHeard } from '../turn/spoken-language.js';
import { actorOf, attachedTo, conversationOf, isAutomatic, isOnInsertedCard, zoneOf } from '../turn/teams-activity.js';
import type { Turn } from '../turn/turn.js';
import { isSearch } from './search-request.js';

/** Who says or presses something where. What another replica has just answered is known too, or how old what's known is. */
export async function turnOf(
  { store, tenantList }: BotServices,
  activity: Activity,
  { time, correlationId }: Pick<Turn, 'time' | 'correlationId'>,
): Promise<Turn> {
  const { asOf: knownAsOf } = await store.current();
  await tenantList.ready();
  const met = conversationOf(activity);
  const actor = actorOf(activity);
  const spoken = languageHeard(store.conversation(met.id), met);
  const isPersonal = met.kind === 'personal';
  const turn: Turn = {
    actor,
    conversationId: met.id,
    correlationId,
    language: spoken,
    knownAsOf,
    isPersonal,
    zone: zoneOf(activity),
    attached: isPersonal ? attachedTo(activity) : undefined,
    mentioned: mentionedIn(activity),
    isAutomatic: isAutomatic(activity),
    time,
  };
  const isInserted = isOnInsertedCard(activity);
  if (!isInserted && !isSearch(activity)) return turn;
  // What only this person sees is in their own language, whatever the chat around it speaks.
  const theirs: Turn = { ...turn, language: met.locale === undefined ? spoken : languageOf(met.locale) };
  if (!isInserted) return theirs;
  return { ...theirs, isInserted, isPersonal: false, conversationId: ownChatOf(actor.id, store)?.id ?? '' };
}

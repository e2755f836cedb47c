// Who can be named: people whom Gatehouse knows by name.
import { foldText } from '../../domain/folding.js';
import type { Person } from '../../domain/person.js';
import { englishNames } from '../../domain/query/query-names.js';
import type { MentionedPerson } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

type Known = Pick<BotServices, 'store' | 'tenantList'>;

/** Those who have done something to a tenant, and those who have a chat of their own with Gatehouse, by Entra object id. */
export async function knownPeople({ store, tenantList }: Known): Promise<ReadonlyMap<string, Person>> {
  const people = new Map(await tenantList.people());
  for (const { kind, name = '', people: [met] = [] } of store.conversations())
    if (kind === 'personal' && met && name !== '' && !people.has(met.id)) people.set(met.id, { id: met.id, name });
  return people;
}

/** Whether this names the person who writes: “me”, in English or in the language of the conversation. */
export function namesWriter({ context }: Pick<BotServices, 'context'>, given: string): boolean {
  const { me } = context().words.query.names;
  return [...me, ...englishNames.me].some((each) => foldText(each) === foldText(given));
}

/** Those of them whose name, or Entra object id, this is. */
export async function peopleCalled(services: Known, given: string): Promise<readonly Person[]> {
  const [name, id] = [foldText(given), given.trim().toLowerCase()];
  const all = [...(await knownPeople(services)).values()];
  return all.filter((person) => foldText(person.name) === name || person.id.toLowerCase() === id);
}

/**
 * Whom a message mentions, by the name of their own chat; without one, as the message calls them, which its writer can shorten.
 * `undefined`: Gatehouse hasn't met them.
 */
export function personMentioned(
  { store }: Pick<BotServices, 'store'>,
  { teamsId, name }: MentionedPerson,
): Person | undefined {
  const conversations = [...store.conversations()];
  const met = conversations.flatMap(({ people = [] }) => people).find((each) => each.teamsId === teamsId);
  if (!met) return undefined;
  const own = conversations.find(({ kind, people }) => kind === 'personal' && people?.[0]?.id === met.id);
  return { id: met.id, name: own?.name || name };
}
